#include "indexer/formats/named/jsonl_article.h"

#include <simdjson.h>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/text/characters/charset.h"
#include "indexer/formats/named/json_members.h"
#include "indexer/formats/named/json_repair.h"
#include "indexer/formats/named/json_text.h"
#include "indexer/formats/named/named_article.h"
#include "indexer/formats/named/ninjs_fields.h"
#include "indexer/formats/named/publication_state.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using simdjson::dom::element;
using simdjson::dom::object;

/// True when the user's name for a key means the member: written so, or the same in a plain form.
bool is_called(const JsonMember& member, const std::string& key, KeyMemory& keys) {
  if (member.name == key || (!member.within.empty() && member.path() == key)) return true;
  const std::string plain = keys.of(key).plain;
  return !plain.empty() && keys.of(member.name).plain == plain;
}

bool is_number(element value) {
  const auto list = value.get_array();
  if (list.error() != simdjson::SUCCESS) return value.is_number();
  return list.size() > 0 && std::all_of(list.begin(), list.end(), [](element part) { return part.is_number(); });
}

/// True for a truth ("published": true), and for numbers where a name is meant: they are what a database calls it.
bool says_something_else(const JsonMember& member) {
  constexpr std::array<std::string_view, 4> numbered{"id", "url", "title", "date"};
  const bool named = std::find(numbered.begin(), numbered.end(), member.known->field) == numbered.end();
  return member.value.is_bool() || (named && is_number(member.value));
}

/// Fields of one object, under the paths of the user's map, as ninjs has them, or under the known keys.
class ObjectFields final : public FieldValues {
 public:
  ObjectFields(object content, const KeyMap& map, KeyMemory& keys)
      : content_(content), map_(map), keys_(keys), ninjs_(is_ninjs(content)), members_(members_of(content, keys)) {
    if (ninjs_) return;
    for (const JsonMember& member : members_)
      if (member.known && !says_something_else(member) && !is_mapped(member)) known_.push_back(&member);
    std::stable_sort(known_.begin(), known_.end(),
                     [](const auto* a, const auto* b) { return a->known->rank < b->known->rank; });
  }

  void offer(std::string_view field, const TakeValue& take) const override {
    if (const auto mapped = map_.find(field); mapped != map_.end()) {
      take(mapped_text(mapped->second));
    } else if (ninjs_) {
      take(ninjs_text(content_, field));
    } else {
      for (const JsonMember* member : known_)
        if (member->known->field == field && offer_value(member->value, take)) return;
    }
  }

  /// What the record says of its state, also in objects that say other things of it ("content.protected").
  std::vector<SaidState> state() const {
    std::vector<SaidState> said;
    for (const JsonMember& member : members_) {
      if (is_mapped(member)) continue;
      if (const auto key = keys_.of(member.name).state) said.push_back({*key, member.path(), text_of(member.value)});
      if (!member.value.is_object()) continue;
      for (const auto& [name, value] : object(member.value)) {
        const std::string path = fmt::format("{}.{}", member.name, name);
        if (const auto key = keys_.of(path).state) said.push_back({*key, path, text_of(value)});
      }
    }
    return said;
  }

  /// The strings that no field takes, also those of lists and of objects within.
  std::vector<LeftOut> left_out() const {
    std::vector<LeftOut> names;
    if (ninjs_) return names;
    for (const JsonMember& member : members_) {
      if (member.known || is_mapped(member)) continue;
      note(names, member.path(), member.value);
      if (!member.value.is_object()) continue;
      for (const auto& [name, value] : object(member.value))
        note(names, fmt::format("{}.{}", member.path(), name), value);
    }
    return names;
  }

 private:
  static bool offer_value(element value, const TakeValue& take) {
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? take(text) : take(text_of(value));
  }

  static void note(std::vector<LeftOut>& names, std::string name, element value) {
    if (value.is_string() || value.is_array()) names.push_back(left_out_of(std::move(name), text_of(value), false));
  }

  bool is_mapped(const JsonMember& member) const {
    return std::any_of(map_.begin(), map_.end(), [&](const auto& map) { return is_called(member, map.second, keys_); });
  }

  std::string mapped_text(const std::string& key) const {
    if (std::string text = text_at(content_, key); !text.empty()) return text;
    for (const JsonMember& member : members_)
      if (is_called(member, key, keys_)) return text_of(member.value);
    return {};
  }

  object content_;
  const KeyMap& map_;
  KeyMemory& keys_;
  bool ninjs_;
  std::vector<JsonMember> members_;
  std::vector<const JsonMember*> known_;  ///< the preferred ones first
};

/// Reads what a record holds; the element is good until the parser reads another one.
simdjson::error_code parse_record(simdjson::dom::parser& parser, std::string_view bytes, element& root) {
  // Files that were put together have byte order marks between them: newer versions of simdjson pass over one.
  std::string json;
  json.reserve(bytes.size() + simdjson::SIMDJSON_PADDING);
  json = trimmed(bytes);
  auto error = parser.parse(json).get(root);
  if (error == simdjson::UTF8_ERROR) error = parser.parse(decode_text(json).text).get(root);
  if (error != simdjson::SUCCESS && may_be_repaired(json))
    error = parser.parse(repaired_json(decode_text(json).text)).get(root);
  return error;
}

/// True when a record has a key of that name, written so or in a plain form, or a path to one that says something.
bool has_key(object content, const std::string& path, KeyMemory& keys) {
  const std::vector<JsonMember> members = members_of(content, keys);
  return !text_at(content, path).empty() || std::any_of(members.begin(), members.end(), [&](const JsonMember& member) {
    return is_called(member, path, keys);
  });
}

}  // namespace

struct JsonArticleReader::Parser {
  simdjson::dom::parser parser;
  KeyMemory keys;
};

JsonArticleReader::JsonArticleReader(KeyMap map) : map_(std::move(map)), parser_(std::make_unique<Parser>()) {}
JsonArticleReader::~JsonArticleReader() = default;

std::variant<Article, Skip> JsonArticleReader::read(const Record& record, Choices&) {
  left_out_.clear();
  element root;
  if (const auto error = parse_record(parser_->parser, record.bytes, root); error != simdjson::SUCCESS)
    return refuse(record, reason::broken_json, message("not JSON: {}", simdjson::error_message(error)), record.bytes);
  object content;
  if (root.get(content) != simdjson::SUCCESS)
    return refuse(record, reason::broken_json, message("a JSON object was expected"), record.bytes);
  const ObjectFields fields(content, map_, parser_->keys);
  if (auto why = why_unpublished(fields.state()))
    return refuse(record, why->reason, std::move(why->message), record.bytes);
  Article article = article_of_fields(fields, record);
  if (article.title.empty() && article.text.empty()) return refuse_empty(record, record.bytes);
  if (article.text.empty() || article.title.empty() || !article.date) left_out_ = fields.left_out();
  return article;
}

std::optional<FileFault> fault_of_objects(std::span<const Record> first, const NamedFields& fields) {
  KeyMap missing = fields.keys;
  std::vector<std::string> names;
  std::set<std::string> seen;
  simdjson::dom::parser parser;
  KeyMemory keys;
  for (const Record& record : first) {
    element root;
    object content;
    if (missing.empty()) return std::nullopt;
    if (parse_record(parser, record.bytes, root) != simdjson::SUCCESS || root.get(content) != simdjson::SUCCESS)
      continue;
    std::erase_if(missing, [&](const auto& map) { return has_key(content, map.second, keys); });
    for (const JsonMember& member : members_of(content, keys))
      if (seen.insert(member.path()).second) names.push_back(member.path());
  }
  if (missing.empty() || names.empty()) return std::nullopt;
  const auto& [field, key] = *missing.begin();
  return FileFault{reason::no_key, message("--map {}={}: the first records have no such key (keys: {})", field, key,
                                           quoted_names(names))};
}

std::vector<std::string> dates_of_objects(std::span<const Record> first, const NamedFields& fields) {
  std::vector<std::string> dates;
  simdjson::dom::parser parser;
  KeyMemory keys;
  for (const Record& record : first) {
    element root;
    object content;
    if (parse_record(parser, record.bytes, root) == simdjson::SUCCESS && root.get(content) == simdjson::SUCCESS)
      dates.push_back(date_said(ObjectFields(content, fields.keys, keys)).words);
  }
  return dates;
}

}  // namespace hemero
