#include "indexer/formats/named/jsonl_article.h"

#include <simdjson.h>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/text/charset.h"
#include "indexer/formats/named/field_keys.h"
#include "indexer/formats/named/json_text.h"
#include "indexer/formats/named/named_article.h"
#include "indexer/formats/named/ninjs_fields.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// Fields of one object, under the paths of the user's map, as ninjs has them, or under the known keys.
class Fields {
 public:
  Fields(object content, const KeyMap& keys) : content_(content), keys_(keys), ninjs_(is_ninjs(content)) {
    if (ninjs_) return;
    for (const auto& [name, value] : content)
      if (const auto known = known_key(name); known && !is_mapped(name)) known_.push_back({*known, value});
    std::stable_sort(known_.begin(), known_.end(),
                     [](const Known& a, const Known& b) { return a.key.rank < b.key.rank; });
  }

  std::string text(std::string_view field) const { return std::string(trimmed(find(field))); }

  /// The strings that no field takes, also those of objects within.
  std::vector<LeftOut> left_out() const {
    std::vector<LeftOut> names;
    if (ninjs_) return names;
    for (const auto& [name, value] : content_) {
      object inner;
      if (known_key(name) || is_mapped(name)) continue;
      note(names, std::string(name), value);
      if (value.get(inner) != simdjson::SUCCESS) continue;
      for (const auto& [inner_name, inner_value] : inner)
        note(names, fmt::format("{}.{}", name, inner_name), inner_value);
    }
    return names;
  }

 private:
  struct Known {
    KnownKey key;
    element value;
  };

  bool is_mapped(std::string_view name) const {
    return std::any_of(keys_.begin(), keys_.end(), [&](const auto& map) { return map.second == name; });
  }

  static void note(std::vector<LeftOut>& names, std::string name, element value) {
    std::string_view text;
    if (value.get(text) == simdjson::SUCCESS) names.push_back(left_out_of(std::move(name), text, false));
  }

  std::string find(std::string_view field) const {
    const auto mapped = keys_.find(std::string(field));
    if (mapped != keys_.end()) return text_at(content_, mapped->second);
    if (ninjs_) return ninjs_text(content_, field);
    for (const auto& [key, value] : known_)
      if (key.field == field && !says_nothing(value)) return text_of(value);
    return {};
  }

  object content_;
  const KeyMap& keys_;
  bool ninjs_;
  std::vector<Known> known_;  ///< the preferred ones first
};

bool is_hex(std::string_view digits) {
  return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// The surrogate that a \uXXXX escape at the front of `json` stands for: 'h' the high one, 'l' the low one, else '\0'.
char surrogate_at(std::string_view json) {
  if (!json.starts_with("\\u") || !is_hex(json.substr(2, 4)) || (json[2] | 32) != 'd') return '\0';
  const char digit = static_cast<char>(json[3] | 32);
  if (digit == '8' || digit == '9' || digit == 'a' || digit == 'b') return 'h';
  return digit >= 'c' && digit <= 'f' ? 'l' : '\0';
}

/// Puts U+FFFD in the place of half characters ("\ud83d" alone), which other programs let pass and simdjson refuses.
std::string without_lone_surrogates(std::string json) {
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const std::string_view rest = std::string_view(json).substr(at);
    const char first = surrogate_at(rest);
    const bool pair = first == 'h' && surrogate_at(rest.substr(6)) == 'l';
    if (first != '\0' && !pair) json.replace(at + 2, 4, "fffd");
    at += pair ? 12 : 2;
  }
  return json;
}

/// Reads what a record holds; the element is good until the parser reads another one.
simdjson::error_code parse_record(simdjson::dom::parser& parser, std::string_view bytes, element& root) {
  // Files that were put together have byte order marks between them: newer versions of simdjson pass over one.
  std::string json;
  json.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
  json = trimmed(bytes);
  auto error = parser.parse(json).get(root);
  if (error == simdjson::UTF8_ERROR) error = parser.parse(decode_text(json).text).get(root);
  if (error == simdjson::STRING_ERROR) error = parser.parse(without_lone_surrogates(decode_text(json).text)).get(root);
  return error;
}

bool has_key(object content, const std::string& path) {
  element value;
  return content.at_key(path).get(value) == simdjson::SUCCESS || !text_at(content, path).empty();
}

}  // namespace

struct JsonArticleReader::Parser {
  simdjson::dom::parser parser;
};

JsonArticleReader::JsonArticleReader(KeyMap keys) : keys_(std::move(keys)), parser_(std::make_unique<Parser>()) {}
JsonArticleReader::~JsonArticleReader() = default;

std::variant<Article, Skip> JsonArticleReader::read(const Record& record, Choices&) {
  left_out_.clear();
  element root;
  if (const auto error = parse_record(parser_->parser, record.bytes, root); error != simdjson::SUCCESS)
    return refuse(record, reason::broken_json, message("not JSON: {}", simdjson::error_message(error)), record.bytes);
  object content;
  if (root.get(content) != simdjson::SUCCESS)
    return refuse(record, reason::broken_json, message("a JSON object was expected"), record.bytes);
  const Fields fields(content, keys_);
  Article article = article_of_fields([&](std::string_view field) { return fields.text(field); }, record);
  if (article.title.empty() && article.text.empty()) return refuse_empty(record, record.bytes);
  if (article.text.empty() || article.title.empty() || !article.date) left_out_ = fields.left_out();
  return article;
}

std::optional<FileFault> fault_of_objects(std::span<const Record> first, const NamedFields& fields) {
  KeyMap missing = fields.keys;
  std::vector<std::string> names;
  simdjson::dom::parser parser;
  for (const Record& record : first) {
    element root;
    object content;
    if (missing.empty()) return std::nullopt;
    if (parse_record(parser, record.bytes, root) != simdjson::SUCCESS || root.get(content) != simdjson::SUCCESS)
      continue;
    std::erase_if(missing, [&](const auto& map) { return has_key(content, map.second); });
    for (const auto& [name, value] : content)
      if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
  }
  if (missing.empty() || names.empty()) return std::nullopt;
  const auto& [field, key] = *missing.begin();
  return FileFault{reason::no_key, message("--map {}={}: the first records have no such key (keys: {})", field, key,
                                           quoted_names(names))};
}

}  // namespace hemero
