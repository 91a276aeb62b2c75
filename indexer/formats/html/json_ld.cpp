#include "indexer/formats/html/json_ld.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <map>
#include <string_view>

#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_references.h"
#include "indexer/formats/html/json_ld_repair.h"

namespace hemero {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest = 8;               ///< graphs in lists in graphs
constexpr std::size_t most_names = 100;  ///< of authors; each is compared with those before it

std::string_view string_of(element value) {
  std::string_view text;
  return value.get(text) == simdjson::SUCCESS ? text : std::string_view();
}

/// The values of a member: those of an array, or the one there is.
std::vector<element> values_of(object node, std::string_view key) {
  element value;
  if (node.at_key(key).get(value) != simdjson::SUCCESS) return {};
  array list;
  if (value.get(list) != simdjson::SUCCESS) return {value};
  return {list.begin(), list.end()};
}

std::string text_of(object node, std::string_view key) {
  for (const element value : values_of(node, key))
    if (const auto text = string_of(value); !text.empty()) return plain_text(text);
  return {};
}

/// 2 for an article, 1 for a page that may carry its date, else 0.
int rank_of(std::string_view type) {
  constexpr std::array<std::string_view, 4> others{"BlogPosting", "LiveBlogPosting", "Report", "Review"};
  if (type.ends_with("Article") || std::find(others.begin(), others.end(), type) != others.end()) return 2;
  return type.ends_with("Page") ? 1 : 0;
}

/// Looks through all blocks for the object that describes the article.
class ArticleFinder {
 public:
  void look(element root) {
    const std::vector<object> nodes = nodes_of(root, 0);
    for (const object node : nodes) remember_name(node);
    for (const object node : nodes) look_at(node);
  }

  JsonLdArticle article() const { return article_; }

 private:
  /// All objects that stand for themselves, outer ones first.
  static std::vector<object> nodes_of(element value, int depth) {
    std::vector<object> nodes;
    const auto add = [&](element inner) {
      const auto more = nodes_of(inner, depth + 1);
      nodes.insert(nodes.end(), more.begin(), more.end());
    };
    array list;
    object node;
    if (depth > deepest) return nodes;
    if (value.get(list) == simdjson::SUCCESS) std::for_each(list.begin(), list.end(), add);
    if (value.get(node) != simdjson::SUCCESS) return nodes;
    nodes.push_back(node);
    for (const std::string_view key : {"@graph", "mainEntity"})
      for (const element inner : values_of(node, key)) add(inner);
    return nodes;
  }

  void look_at(object node) {
    for (const element type : values_of(node, "@type")) {
      const std::string_view name = string_of(type);
      const int rank = rank_of(name.substr(name.rfind('/') + 1));
      const bool says = !text_of(node, "datePublished").empty() || (rank == 2 && !text_of(node, "headline").empty());
      if (rank <= rank_ || !says) continue;
      rank_ = rank;
      read(node, name);
    }
  }

  void remember_name(object node) {
    const std::string id = text_of(node, "@id");
    if (!id.empty()) names_.emplace(id, text_of(node, "name"));
  }

  void read(object node, std::string_view type) {
    article_ = {};
    article_.type = type;
    article_.headline = text_of(node, "headline");
    article_.published = text_of(node, "datePublished");
    article_.modified = text_of(node, "dateModified");
    article_.description = text_of(node, "description");
    article_.section = text_of(node, "articleSection");
    article_.language = text_of(node, "inLanguage");
    article_.url = text_of(node, "url");
    article_.body = text_of(node, "articleBody");
    article_.authors = names_in(node, "author");
    article_.keywords = words_in(node);
    const auto publishers = names_in(node, "publisher");
    if (!publishers.empty()) article_.publisher = publishers.front();
  }

  std::vector<std::string> names_in(object node, std::string_view key) const {
    std::vector<std::string> names;
    for (const element value : values_of(node, key)) {
      if (names.size() == most_names) break;
      object person;
      std::string name = plain_text(string_of(value));
      if (value.get(person) == simdjson::SUCCESS) name = name_of(person);
      if (!name.empty() && std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    return names;
  }

  /// The name of a person, or of the one that its "@id" refers to.
  std::string name_of(object person) const {
    std::string name = text_of(person, "name");
    const auto named = names_.find(text_of(person, "@id"));
    return name.empty() && named != names_.end() ? named->second : name;
  }

  /// Keywords stand in an array or, between commas, in one string.
  static std::vector<std::string> words_in(object node) {
    std::vector<std::string> words;
    for (const element value : values_of(node, "keywords")) {
      std::string_view rest = string_of(value);
      while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        if (auto word = plain_text(rest.substr(0, comma)); !word.empty()) words.push_back(std::move(word));
        rest.remove_prefix(std::min(comma + 1, rest.size()));
      }
    }
    return words;
  }

  int rank_ = 0;
  JsonLdArticle article_;
  std::map<std::string, std::string> names_;
};

}  // namespace

JsonLdArticle read_json_ld(const std::vector<std::string>& blocks) {
  ArticleFinder finder;
  simdjson::dom::parser parser;
  for (const std::string& block : blocks) {
    element root;
    const bool escaped = block.find('"') == std::string::npos && block.find("&quot;") != std::string::npos;
    if (parser.parse(repaired_json(escaped ? with_references_read(block) : block)).get(root) == simdjson::SUCCESS)
      finder.look(root);
  }
  return finder.article();
}

}  // namespace hemero
