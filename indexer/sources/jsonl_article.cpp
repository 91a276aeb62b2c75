#include "indexer/sources/jsonl_article.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/charset.h"
#include "indexer/extract/article_text.h"
#include "indexer/extract/paragraphs.h"

namespace hemero {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

struct FieldKeys {
  std::string_view field;
  std::array<std::string_view, 4> keys;  ///< in order of preference
};

constexpr std::array known_keys{
    FieldKeys{"id", {"id"}},
    FieldKeys{"url", {"url"}},
    FieldKeys{"title", {"title"}},
    FieldKeys{"lead", {"lead", "heading", "description", "chapo"}},
    FieldKeys{"text", {"text", "body", "article", "content"}},
    FieldKeys{"date", {"date", "published"}},
    FieldKeys{"author", {"authors", "author"}},
    FieldKeys{"source", {"source"}},
    FieldKeys{"section", {"section", "category", "rubrique"}},
    FieldKeys{"keywords", {"keywords"}},
    FieldKeys{"language", {"language"}},
};

/// Strings, and numbers and truths as JSON writes them; several values joined by a separator.
std::string text_of(element value, std::string_view separator) {
  switch (value.type()) {
    case simdjson::dom::element_type::STRING:
      return std::string(std::string_view(value));
    case simdjson::dom::element_type::ARRAY: {
      std::string text;
      for (const element part : simdjson::dom::array(value)) {
        if (!text.empty()) text += separator;
        text += text_of(part, separator);
      }
      return text;
    }
    case simdjson::dom::element_type::OBJECT: {
      element name;
      return value["name"].get(name) == simdjson::SUCCESS ? text_of(name, separator) : std::string();
    }
    case simdjson::dom::element_type::NULL_VALUE:
      return {};
    default:
      return simdjson::minify(value);
  }
}

/// True for null, blank strings and empty lists: another key may say more.
bool says_nothing(element value) {
  if (value.is_string()) return trimmed(std::string_view(value)).empty();
  return trimmed(text_of(value, "\n")).empty();
}

/// Fields of one object, under the keys of the user's map or the known ones.
class Fields {
 public:
  Fields(object content, const KeyMap& keys) : content_(content), keys_(keys) {}

  std::string text(std::string_view field) const {
    const auto value = find(field);
    return value ? std::string(trimmed(text_of(*value, "\n"))) : std::string();
  }

  /// A list of names: an array, or one string with ";" between them.
  std::vector<std::string> names(std::string_view field) const {
    std::string all = text(field);
    std::replace(all.begin(), all.end(), ';', '\n');
    std::vector<std::string> names;
    for (const auto name : trimmed_lines(all))
      if (!name.empty()) names.emplace_back(name);
    return names;
  }

 private:
  std::optional<element> find(std::string_view field) const {
    element value;
    const auto mapped = keys_.find(std::string(field));
    if (mapped != keys_.end())
      return content_.at_key(mapped->second).get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
    const auto* known =
        std::find_if(known_keys.begin(), known_keys.end(), [&](const FieldKeys& keys) { return keys.field == field; });
    for (const auto key : known->keys) {
      if (key.empty()) break;
      if (content_.at_key(key).get(value) == simdjson::SUCCESS && !says_nothing(value)) return value;
    }
    return std::nullopt;
  }

  object content_;
  const KeyMap& keys_;
};

void set_date(Article& article, const std::string& text) {
  article.date_text = text;
  article.date = parse_iso_date(text);
  if (article.date) return;
  if (const auto found = find_french_date(text, true)) article.date = found->date;
}

Article make_article(const Fields& fields, const Record& record) {
  Article article;
  article.url = fields.text("url");
  article.key = fields.text("id");
  if (article.key.empty()) article.key = article.url;
  if (article.key.empty()) article.key = fmt::format("{}:{}", record.key, record.line);
  article.title = fields.text("title");
  set_date(article, fields.text("date"));
  article.authors = fields.names("author");
  article.source = fields.text("source");
  article.section = fields.text("section");
  article.language = fields.text("language");
  article.keywords = fields.names("keywords");
  article.path = record.path;
  set_text(article, fields.text("lead"), fields.text("text"));
  return article;
}

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

Skip refuse(const Record& record, const char* why, std::string text) {
  return {why, std::move(text), record.path, record.line, record.offset, record.bytes, false};
}

}  // namespace

bool is_mappable_field(std::string_view name) {
  return std::any_of(known_keys.begin(), known_keys.end(), [&](const FieldKeys& keys) { return keys.field == name; });
}

struct JsonArticleReader::Parser {
  simdjson::dom::parser parser;
};

JsonArticleReader::JsonArticleReader(KeyMap keys) : keys_(std::move(keys)), parser_(std::make_unique<Parser>()) {}
JsonArticleReader::~JsonArticleReader() = default;
JsonArticleReader::JsonArticleReader(JsonArticleReader&&) noexcept = default;
JsonArticleReader& JsonArticleReader::operator=(JsonArticleReader&&) noexcept = default;

std::variant<Article, Skip> JsonArticleReader::read(const Record& record) {
  element root;
  auto error = parser_->parser.parse(record.bytes).get(root);
  if (error == simdjson::UTF8_ERROR) error = parser_->parser.parse(decode_text(record.bytes).text).get(root);
  if (error == simdjson::STRING_ERROR)
    error = parser_->parser.parse(without_lone_surrogates(decode_text(record.bytes).text)).get(root);
  if (error != simdjson::SUCCESS)
    return refuse(record, reason::broken_json, message("not JSON: {}", simdjson::error_message(error)));
  object content;
  if (root.get(content) != simdjson::SUCCESS)
    return refuse(record, reason::broken_json, message("a JSON object was expected on this line"));
  Article article = make_article(Fields(content, keys_), record);
  if (article.title.empty() && article.text.empty())
    return refuse(record, reason::no_text, message("there is neither a title nor a text"));
  return article;
}

}  // namespace hemero
