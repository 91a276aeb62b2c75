#include "indexer/formats/xml/xml_names.h"

#include <algorithm>
#include <array>
#include <optional>

namespace hemero {

namespace {

struct Namespace {
  std::string_view address;    ///< its beginning, without scheme and "www."
  std::string_view prefix;     ///< as_written where it is nobody's business
  std::string_view tail = {};  ///< how it ends, where several begin so
};

constexpr std::string_view as_written = "?";

constexpr std::array namespaces{
    Namespace{"w3.org/2005/Atom", "atom"},
    Namespace{"purl.org/atom/ns#", "atom"},
    Namespace{"w3.org/2007/app", "app"},
    Namespace{"purl.org/atom/app#", "app"},
    Namespace{"schemas.google.com/blogger/", "blogger"},
    Namespace{"purl.org/dc/elements/", "dc"},
    Namespace{"purl.org/dc/terms/", "dcterms"},
    Namespace{"purl.org/rss/1.0/modules/content/", "content"},
    Namespace{"purl.org/rss/1.0/modules/", as_written},
    Namespace{"purl.org/rss/1.0/", ""},
    Namespace{"my.netscape.com/rdf/simple/0.9/", ""},
    Namespace{"channel.netscape.com/rdf/simple/0.9/", ""},
    Namespace{"backend.userland.com/", ""},
    Namespace{"search.yahoo.com/mrss/", "media"},
    Namespace{"itunes.com/dtds/podcast-", "itunes"},
    Namespace{"wordpress.org/export/", "excerpt", "/excerpt"},
    Namespace{"wordpress.org/export/", "wp"},
    Namespace{"w3.org/1999/xhtml", "xhtml"},
    Namespace{"iptc.org/std/NITF/", ""},
    Namespace{"iptc.org/std/nar/", ""},
    Namespace{"tei-c.org/ns/", ""},
    Namespace{"mediawiki.org/xml/export-", ""},
    Namespace{"loc.gov/METS/", ""},
    Namespace{"loc.gov/mods/", ""},
    Namespace{"loc.gov/standards/alto/", ""},
    Namespace{"schema.ccs-gmbh.com/ALTO", ""},
    Namespace{"schemas.openxmlformats.org/wordprocessingml/", "w"},
    Namespace{"purl.oclc.org/ooxml/wordprocessingml/", "w"},
    Namespace{"schemas.openxmlformats.org/package/2006/metadata/core-properties", "cp"},
    Namespace{"schemas.openxmlformats.org/markup-compatibility/", "mc"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:office:", "office"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:text:", "text"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:style:", "style"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:meta:", "meta"},
    Namespace{"urn:oasis:names:tc:opendocument:xmlns:manifest:", "manifest"},
};

/// Prefixes that nobody uses for anything else, where no namespace is named or one that nobody knows.
struct CommonPrefix {
  std::string_view written;
  std::string_view prefix;
};

constexpr std::array common_prefixes{
    CommonPrefix{"a10", "atom"}, CommonPrefix{"mets", ""}, CommonPrefix{"mods", ""}, CommonPrefix{"alto", ""},
    CommonPrefix{"tei", ""},     CommonPrefix{"nitf", ""}, CommonPrefix{"mw", ""},
};

/// Of RSS without a namespace, as it is specified.
constexpr std::array<std::string_view, 10> rss_names{"title",    "link", "description", "pubDate", "author",
                                                     "category", "guid", "item",        "channel", "language"};

char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 32) : byte; }

bool starts_with_letters(std::string_view text, std::string_view beginning) {
  return text.size() >= beginning.size() && std::equal(beginning.begin(), beginning.end(), text.begin(),
                                                       [](char a, char b) { return lower(a) == lower(b); });
}

bool ends_with_letters(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && starts_with_letters(text.substr(text.size() - end.size()), end);
}

std::string_view without_last_sign(std::string_view address) {
  if (address.ends_with('/') || address.ends_with('#')) address.remove_suffix(1);
  return address;
}

bool is_in(std::string_view address, const Namespace& known) {
  const std::string_view whole = without_last_sign(known.address);
  const bool begins = address.size() == whole.size() ? starts_with_letters(address, whole)
                                                     : starts_with_letters(address, known.address);
  return begins && ends_with_letters(address, known.tail);
}

std::optional<std::string_view> known_prefix(std::string_view address) {
  for (const std::string_view optional : {"http:", "https:", "//", "www."})
    if (starts_with_letters(address, optional)) address.remove_prefix(optional.size());
  address = without_last_sign(address);
  const auto* row =
      std::find_if(namespaces.begin(), namespaces.end(), [&](const Namespace& known) { return is_in(address, known); });
  if (row != namespaces.end()) return row->prefix;
  const std::size_t label = address.find('.');  // fr.wordpress.org
  return label < address.find('/') ? known_prefix(address.substr(label + 1)) : std::nullopt;
}

std::string_view common_prefix(std::string_view written) {
  const auto* row = std::find_if(common_prefixes.begin(), common_prefixes.end(),
                                 [&](const CommonPrefix& common) { return common.written == written; });
  return row == common_prefixes.end() ? written : row->prefix;
}

std::string_view rss_name(std::string_view written) {
  const auto* found = std::find_if(rss_names.begin(), rss_names.end(), [&](std::string_view name) {
    return name.size() == written.size() && starts_with_letters(written, name);
  });
  return found == rss_names.end() ? written : *found;
}

}  // namespace

std::string qualified(std::string_view prefix, std::string_view name) {
  return prefix.empty() ? std::string(name) : std::string(prefix) + ":" + std::string(name);
}

std::string XmlNames::name_of(std::string_view name, std::string_view prefix, std::string_view address) {
  if (!begun_) {
    begun_ = true;
    root_prefix_ = prefix;
    root_address_ = address;
    rss_ = name == "rss";
    family_ = name == "feed" ? "atom" : name == "RDF" ? common_prefix(prefix) : "";
  }
  const auto known = known_prefix(address);
  if (known && *known != as_written) return qualified(*known, name);
  if (name == "wxr_version" || name == "post_id") wordpress_ = Family{std::string(prefix), std::string(address)};
  if (wordpress_ && wordpress_->prefix == prefix && wordpress_->address == address) return qualified("wp", name);
  const bool of_root = prefix == root_prefix_ && address == root_address_;
  if (of_root) return qualified(family_, rss_ ? rss_name(name) : name);
  return qualified(common_prefix(prefix), name);
}

}  // namespace hemero
