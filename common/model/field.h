#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/model/article.h"

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
  std::string_view english;  ///< the English twin
  std::string_view prefix;   ///< of its terms in the index; empty for text fields, whose terms have none
  std::uint8_t weight;       ///< text fields: how many times an occurrence counts for the rank
};

/// What can be searched, in the order of the enumeration: index writer, query parser and ranking read it.
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

static_assert(std::all_of(fields.begin(), fields.end(), [](const FieldInfo& row) { return &info(row.field) == &row; }),
              "a row of the table of searched fields does not stand at its place in the enumeration");

/// Where an article holds a field.
using ArticleMember = std::variant<std::string Article::*, std::vector<std::string> Article::*,
                                   std::optional<Date> Article::*, std::optional<double> Article::*>;

/// A field of an article, as all know it that store, show, export and read articles.
struct ArticleField {
  std::string_view name;  ///< in JSON, in exports, in the difference of two versions
  ArticleMember member;
  std::string_view column;             ///< of the table `version`; "table.column" is referred to there by table_id
  const char* label = nullptr;         ///< a message that stands before the value; none: readers are not told it
  std::string_view mapped = {};        ///< its name in --map; none: it is not what a record names
  std::optional<Field> searched = {};  ///< what finds it
  int since = 1;                       ///< the format of archives that brought it
  bool makes_version = true;           ///< another value makes another version of the article
};

/// The one table of what an article is. Not in it: the key, which tells articles apart, and the text with its zones. A
/// field that a later format brought is written only where it says something, so that neither the content hash nor the
/// export of an older article changes. Where a record has no words of its own for the date, `date_text` is the date.
inline constexpr std::array article_fields{
    ArticleField{"title", &Article::title, "title", "title", "title", Field::title},
    ArticleField{"date", &Article::date, "date", "date", "date", Field::date},
    ArticleField{"date_text", &Article::date_text, "date_text"},
    ArticleField{"authors", &Article::authors, "authors", "authors", "author", Field::author},
    ArticleField{"source", &Article::source, "source.name", "source", "source", Field::source},
    ArticleField{"section", &Article::section, "section", "section", "section", Field::section},
    ArticleField{"language", &Article::language, "language", nullptr, "language"},
    ArticleField{"url", &Article::url, "url", "address", "url", Field::url},
    ArticleField{"path", &Article::path, "origin.path", nullptr, "", std::nullopt, 1, false},
    ArticleField{"keywords", &Article::keywords, "keywords", "keywords", "keywords", Field::keyword},
    ArticleField{"ocr_confidence", &Article::ocr_confidence, "ocr_confidence", "ocr", "", std::nullopt, 4, false},
};

static_assert(std::none_of(article_fields.begin(), article_fields.end(),
                           [](const ArticleField& field) {
                             return !field.mapped.empty() &&
                                    std::holds_alternative<std::optional<double> Article::*>(field.member);
                           }),
              "no number is read from what a record names");

/// The field of a name that the table has.
consteval const ArticleField& article_field(std::string_view name) {
  return *std::find_if(article_fields.begin(), article_fields.end(),
                       [&](const ArticleField& field) { return field.name == name; });
}

/// True for a field that holds words as people write them: no address, no date, no code.
constexpr bool has_words(const ArticleField& field) {
  if (!field.searched) return false;
  const FieldKind kind = info(*field.searched).kind;
  return kind == FieldKind::text || kind == FieldKind::name;
}

/// What `use` makes of an article's value of a field, whatever its type is.
template <typename AnyArticle, typename Use>
auto with_value(AnyArticle& article, const ArticleField& field, const Use& use) {
  return std::visit([&](auto member) { return use(article.*member); }, field.member);
}

/// The value of a field as people read it: names with commas between them, a date in ISO 8601; empty when there is
/// none.
std::string field_text(const Article& article, const ArticleField& field);

}  // namespace hemero
