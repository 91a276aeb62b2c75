#include "indexer/sources/field_keys.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace hemero {

namespace {

struct FieldKeys {
  std::string_view field;
  std::array<std::string_view, 12> keys;  ///< empty ones at the end
};

constexpr std::array table{
    FieldKeys{"id", {"id", "identifiant", "guid", "uuid"}},
    FieldKeys{"url", {"url", "adresse", "lien"}},
    FieldKeys{"title", {"title", "titre", "headline"}},
    FieldKeys{"lead", {"lead", "heading", "description", "chapo", "resume", "summary"}},
    FieldKeys{"text",
              {"text", "body", "article", "content", "texte", "contenu", "corps", "articleBody", "content_html",
               "content_text"}},
    FieldKeys{"date",
              {"date", "published", "date_publication", "date_de_publication", "datePublished", "date_published",
               "publishedAt", "published_at", "publishDate", "pubDate"}},
    FieldKeys{"author", {"authors", "author", "auteurs", "auteur", "byline"}},
    FieldKeys{"source", {"source", "journal", "publisher"}},
    FieldKeys{"section", {"section", "category", "rubrique", "categorie", "articleSection"}},
    FieldKeys{"keywords", {"keywords", "mots_cles", "tags"}},
    FieldKeys{"language", {"language", "langue", "lang", "inLanguage"}},
};

const FieldKeys* row_of(std::string_view field) {
  const auto* row =
      std::find_if(table.begin(), table.end(), [&](const FieldKeys& keys) { return keys.field == field; });
  return row == table.end() ? nullptr : row;
}

bool is_letter_or_digit(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }

}  // namespace

std::span<const std::string_view> known_keys(std::string_view field) {
  const FieldKeys* row = row_of(field);
  if (row == nullptr) return {};
  const auto end = std::find(row->keys.begin(), row->keys.end(), std::string_view());
  return {row->keys.begin(), end};
}

std::vector<std::string_view> mappable_fields() {
  std::vector<std::string_view> fields;
  for (const FieldKeys& row : table) fields.push_back(row.field);
  return fields;
}

bool is_mappable_field(std::string_view name) { return row_of(name) != nullptr; }

std::string plain_key(std::string_view name) {
  std::string key = fold(name);
  std::erase_if(key, [](char byte) { return static_cast<unsigned char>(byte) < 0x80 && !is_letter_or_digit(byte); });
  return key;
}

}  // namespace hemero
