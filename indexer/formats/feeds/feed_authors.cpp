#include "indexer/formats/feeds/feed_authors.h"

#include <algorithm>
#include <utility>

#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr auto nowhere = std::string_view::npos;
constexpr std::string_view around_addresses = " \t\n()<>[],;\"";  ///< what no address holds

/// Without mail addresses, and the brackets in which nothing else stands.
std::string without_addresses(std::string text) {
  for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@', at)) {
    const std::size_t before = text.find_last_of(around_addresses, at);
    std::size_t begin = before == std::string::npos ? 0 : before + 1;
    std::size_t end = std::min(text.find_first_of(around_addresses, at), text.size());
    if (begin == at || end == at + 1) {  // "@cvasseur": a name, as it is
      ++at;
      continue;
    }
    while (begin > 0 && end < text.size() && std::string_view("(<[\"").find(text[begin - 1]) != nowhere &&
           std::string_view(")>]\"").find(text[end]) != nowhere) {
      --begin;
      ++end;
    }
    text.erase(begin, end - begin);
    at = begin;
  }
  return text;
}

/// Without the signs and brackets around a name.
std::string_view bare_name(std::string_view text) {
  constexpr std::string_view signs = " \t\n,;:-<>\"";
  const auto strip = [&] {
    text.remove_prefix(std::min(text.find_first_not_of(signs), text.size()));
    text = text.substr(0, text.find_last_not_of(signs) + 1);
  };
  strip();
  while (text.size() > 1 && (text.front() == '(' || text.front() == '[') &&
         text.find_first_of(")]") == text.size() - 1) {
    text = text.substr(1, text.size() - 2);
    strip();
  }
  return text;
}

void add_names(std::vector<std::string>& names, const std::vector<std::string>& more) {
  for (const std::string& name : more)
    if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
}

void add_signatures(std::vector<std::string>& names, const XmlElement& element, std::string_view wanted) {
  for (const XmlElement& child : element.children) {
    if (child.name != wanted) continue;
    const XmlElement* person = first_of(child, {"atom:name", "name"});
    const XmlElement* said = person != nullptr ? person : first_of(child, {"atom:email"}) == nullptr ? &child : nullptr;
    if (said != nullptr) add_names(names, names_beside_addresses(plain_text(text_of(*said))));
  }
}

}  // namespace

std::vector<std::string> names_beside_addresses(std::string_view signature) {
  constexpr std::size_t longest_signature = 2000;  // bytes; whatever is longer is none
  if (signature.size() > longest_signature) return {};
  std::vector<std::string> names;
  const bool several = std::count(signature.begin(), signature.end(), '@') > 1;
  while (!signature.empty()) {
    const std::size_t end = std::min(signature.find_first_of(several ? ",;" : ";"), signature.size());
    const std::string text = without_addresses(std::string(signature.substr(0, end)));
    add_names(names, names_of_signature(bare_name(text)));
    signature.remove_prefix(std::min(end + 1, signature.size()));
  }
  return names;
}

std::vector<std::string> feed_authors(const XmlElement& item, const XmlElement& head) {
  std::vector<std::string> names;
  for (const char* element : {"dc:creator", "author", "atom:author", "dc:author", "itunes:author", "dcterms:creator"}) {
    add_signatures(names, item, element);
    if (!names.empty()) return names;
  }
  if (head.name == "atom:feed") add_signatures(names, head, "atom:author");
  return names;
}

}  // namespace hemero
