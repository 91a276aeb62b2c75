#include "indexer/ingest/charset_repair.h"

#include <algorithm>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "common/model/field.h"
#include "common/text/characters/mojibake.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/named/json_escapes.h"
#include "indexer/formats/xml/xml_reader.h"

namespace hemero {

namespace {

/// What is wrong with a text.
struct Damage {
  bool encoded_twice = false;
  bool controls = false;

  bool any() const { return encoded_twice || controls; }
};

Damage damage_of(std::string_view text) {
  Damage damage{looks_double_encoded(text), false};
  damage.controls = !damage.encoded_twice && has_control_letters(text);
  return damage;
}

std::string undone(const std::string& text, Damage damage) {
  const std::string once = damage.encoded_twice ? undo_double_encoding(text) : text;
  return has_control_letters(once) ? undo_control_letters(once) : once;
}

/// True for JSON in which a letter stands as an escape that text encoded twice begins with: Ã, Å, â.
bool holds_escapes(std::string_view bytes) {
  constexpr std::string_view beginning = "\\u00";
  if (!bytes.starts_with('{')) return false;
  for (std::size_t at = bytes.find(beginning); at != std::string_view::npos; at = bytes.find(beginning, at + 1)) {
    const std::string_view digits = bytes.substr(at + beginning.size(), 2);
    for (const std::string_view letter : {"c3", "C3", "c5", "C5", "e2", "E2"})
      if (digits == letter) return true;
  }
  return false;
}

void add_choice(Damage damage, std::string text, Choices& choices) {
  choices.push_back({"charset",
                     damage.encoded_twice ? "UTF-8 encoded twice, undone" : "control characters, read as windows-1252",
                     std::move(text)});
}

/// What an element says, and whether that is damaged.
Damage damage_in(const XmlElement& element) {
  Damage damage = damage_of(element.text);
  for (const XmlElement& child : element.children) {
    if (damage.encoded_twice) break;
    const Damage inside = damage_in(child);
    damage = {inside.encoded_twice, damage.controls || inside.controls};
  }
  return damage;
}

void repair(XmlElement& element, Damage damage) {
  element.text = undone(element.text, damage);
  for (XmlAttribute& attribute : element.attributes) attribute.value = undone(attribute.value, damage);
  for (XmlElement& child : element.children) repair(child, damage);
}

std::optional<Record> repaired_item(const Record& record, Choices& choices) {
  const Damage damage = damage_in(record.xml->element);
  if (!damage.any()) return std::nullopt;
  XmlItem item = *record.xml;
  repair(item.element, damage);
  if (damage_in(*item.head).any()) {
    XmlElement head = *item.head;
    repair(head, damage);
    item.head = std::make_shared<const XmlElement>(std::move(head));
  }
  add_choice(damage, {}, choices);
  Record mended = record;
  mended.xml = std::make_shared<const XmlItem>(std::move(item));
  return mended;
}

void repair(std::string& text, Damage damage) {
  if (!text.empty()) text = undone(text, damage);
}

void repair(std::vector<std::string>& names, Damage damage) {
  for (std::string& name : names) repair(name, damage);
}

/// Dates and numbers have no letters.
template <typename T>
void repair(std::optional<T>&, Damage) {}

}  // namespace

std::optional<Record> repaired(const Record& record, Choices& choices) {
  if (record.xml != nullptr) return repaired_item(record, choices);
  const bool escapes = holds_escapes(record.bytes);
  const std::string read = escapes ? with_escapes_read(record.bytes) : std::string();
  const std::string& bytes = escapes ? read : record.bytes;
  const Damage damage = damage_of(bytes);
  if (!damage.any() || !is_valid_utf8(bytes)) return std::nullopt;
  add_choice(damage, {}, choices);
  Record mended = record;
  mended.bytes = undone(bytes, damage);
  return mended;
}

bool repair(Article& article, Choices& choices) {
  const Damage title = damage_of(article.title);
  const Damage text = damage_of(article.text);
  const Damage damage{title.encoded_twice || text.encoded_twice, title.controls || text.controls};
  if (!damage.any()) return false;
  add_choice(damage, title.any() ? article.title : std::string(), choices);
  for (const ArticleField& field : article_fields)
    if (has_words(field)) with_value(article, field, [&](auto& value) { repair(value, damage); });
  const Article printed = std::exchange(article, Article(article));
  article.text.clear();
  article.zones.clear();
  for (const Zone& zone : printed.zones)
    append_zone(article, zone.kind, undone(std::string(printed.zone_text(zone)), damage));
  return true;
}

}  // namespace hemero
