#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace hemero {

/// What an article can be searched by.
enum class Field : std::uint8_t { title, lead, body, author, source, section, keyword, url, date };

/// How a field is matched: `text` on the words of the token stream, `name` on whole folded words of a short value
/// without inflection, `site` on the host of a URL, `date` on days, months and years.
enum class FieldKind : std::uint8_t { text, name, site, date };

struct FieldInfo {
  Field field;
  FieldKind kind;
  std::string_view french;   ///< as typed before a colon: "titre:"
  std::string_view english;  ///< the English twin, also the key in JSON Lines
  std::string_view prefix;   ///< of its terms in the index; empty for text fields, whose terms have none
  std::uint8_t weight;       ///< text fields: how many times an occurrence counts for the rank
};

/// The one table that index writer, query parser, ranking, help and documents read.
constexpr std::array fields{
    FieldInfo{Field::title, FieldKind::text, "titre", "title", "", 3},
    FieldInfo{Field::lead, FieldKind::text, "chapo", "lead", "", 2},
    FieldInfo{Field::body, FieldKind::text, "texte", "text", "", 1},
    FieldInfo{Field::author, FieldKind::name, "auteur", "author", "A", 0},
    FieldInfo{Field::source, FieldKind::name, "source", "source", "XS", 0},
    FieldInfo{Field::section, FieldKind::name, "rubrique", "section", "XC", 0},
    FieldInfo{Field::keyword, FieldKind::name, "motcle", "keyword", "K", 0},
    FieldInfo{Field::url, FieldKind::site, "url", "url", "H", 0},
    FieldInfo{Field::date, FieldKind::date, "date", "date", "", 0},
};

constexpr const FieldInfo& info(Field field) { return fields[static_cast<std::size_t>(field)]; }

}  // namespace hemero
