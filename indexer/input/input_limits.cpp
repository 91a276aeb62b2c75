#include "indexer/input/input_limits.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr unsigned mib = 20;  ///< a MiB is 2 to that power
constexpr unsigned gib = 30;

constexpr std::uint64_t most_bytes_at_once = std::uint64_t{1} << gib;  ///< of what is in memory as a whole

constexpr std::uint64_t most_xml_levels = 256;         ///< libxml2 reads no deeper
constexpr std::uint64_t most_html_levels = 4096;       ///< the way up from a node is gone many times
constexpr std::uint64_t most_html_nodes = 10'000'000;  ///< a gigabyte
constexpr std::uint64_t most_pages = 100'000;          ///< their lines are in memory as a whole
constexpr std::uint64_t most_html_attributes = 1024;   ///< their number counts twice: they are compared with each other

constexpr std::array limits_by_name{
    NamedLimit{"text", &InputLimits::text, true, most_bytes_at_once, "size of a text file, a web page or a message"},
    NamedLimit{"line", &InputLimits::line, true, most_bytes_at_once, "size of a line of JSON Lines"},
    NamedLimit{"record", &InputLimits::record, true, most_bytes_at_once,
               "size of a row of CSV, a JSON value, a page of a WARC file, an article of an export"},
    NamedLimit{"xml-record", &InputLimits::xml_record, true, most_bytes_at_once, "size of an article of XML"},
    NamedLimit{"field", &InputLimits::field, true, most_bytes_at_once,
               "size of a title, a key, an address or another field of an article"},
    NamedLimit{"words", &InputLimits::words, false, UINT32_MAX, "words of an article"},
    NamedLimit{"distinct-words", &InputLimits::distinct_words, false, UINT32_MAX, "distinct words of an article"},
    NamedLimit{"xml-nesting", &InputLimits::xml_nesting, false, most_xml_levels, "elements of XML inside one another"},
    NamedLimit{"html-nesting", &InputLimits::html_nesting, false, most_html_levels,
               "elements of a web page inside one another"},
    NamedLimit{"html-nodes", &InputLimits::html_nodes, false, most_html_nodes, "elements and texts of a web page"},
    NamedLimit{"html-attributes", &InputLimits::html_attributes, false, most_html_attributes,
               "attributes of a tag of a web page"},
    NamedLimit{"pdf", &InputLimits::pdf, true, most_bytes_at_once, "size of a PDF"},
    NamedLimit{"pdf-pages", &InputLimits::pdf_pages, false, most_pages, "pages of a PDF"},
    NamedLimit{"container-entries", &InputLimits::container_entries, false, UINT64_MAX,
               "entries of a zip or tar that are read"},
    NamedLimit{"container-nesting", &InputLimits::container_nesting, false, 8, "containers inside one another"},
    NamedLimit{"container-total", &InputLimits::container_total, true, UINT64_MAX,
               "size of all entries of a zip or tar together"},
    NamedLimit{"unpack-ratio", &InputLimits::unpack_ratio, false, UINT64_MAX,
               "how many times larger than its packed bytes a file may be"},
    NamedLimit{"unpack-freely", &InputLimits::unpack_freely, true, UINT64_MAX,
               "size up to which the ratio does not matter"},
};

/// A positive number, with MiB or GiB behind it when it is a size; nothing when the text is something else or too
/// large.
std::optional<std::uint64_t> read_value(std::string_view text, bool is_size) {
  unsigned shift = 0;
  if (is_size) {
    if (!text.ends_with("MiB") && !text.ends_with("GiB")) return std::nullopt;
    shift = text.ends_with("MiB") ? mib : gib;
    text.remove_suffix(3);
  }
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value == 0) return std::nullopt;
  if (value > (UINT64_MAX >> shift)) return std::nullopt;
  return value << shift;
}

std::string value_text(const NamedLimit& limit, std::uint64_t value) {
  return limit.is_size ? fmt::format("{}MiB", value >> mib) : fmt::to_string(value);
}

}  // namespace

std::span<const NamedLimit> named_limits() { return limits_by_name; }

void set_limit(InputLimits& limits, std::string_view assignment) {
  const std::size_t equals = std::min(assignment.find('='), assignment.size());
  const auto limit = std::find_if(limits_by_name.begin(), limits_by_name.end(),
                                  [&](const NamedLimit& named) { return named.name == assignment.substr(0, equals); });
  if (limit == limits_by_name.end())
    throw Error(ErrorCode::usage, message("--limit {}: there is no such limit", assignment),
                message("“hemero-index limits” lists them"));
  const auto value = read_value(assignment.substr(std::min(equals + 1, assignment.size())), limit->is_size);
  if (!value || *value > limit->most)
    throw Error(ErrorCode::usage, message("--limit {}: no value that this limit can have", assignment),
                limit->most == UINT64_MAX ? message("write it as {}={}", limit->name, limit_text(*limit, limits))
                                          : message("write it as {}={}; the most is {}", limit->name,
                                                    limit_text(*limit, limits), value_text(*limit, limit->most)));
  limits.*(limit->value) = *value;
}

std::string limit_text(const NamedLimit& limit, const InputLimits& limits) {
  return value_text(limit, limits.*(limit.value));
}

}  // namespace hemero
