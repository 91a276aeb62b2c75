#include "indexer/formats/named/field_keys.h"

#include <algorithm>
#include <array>
#include <unordered_map>

#include "common/model/field.h"
#include "common/text/fold.h"
#include "common/text/unicode.h"

namespace hemero {

namespace {

struct FieldKeys {
  std::string_view field;
  std::array<std::string_view, 16> keys;  ///< in order of preference; empty ones at the end
};

/// Written as people write them. No running number ("N°") is an id: it begins anew in every delivery.
constexpr std::array table{
    FieldKeys{"id", {"id", "identifiant", "guid", "uuid", "identifier", "identifiant unique"}},
    FieldKeys{"url", {"url", "adresse", "lien", "link", "permalink", "adresse web", "lien web", "web url"}},
    FieldKeys{"title", {"title", "titre", "headline", "intitulé", "titre principal"}},
    FieldKeys{"lead",
              {"lead", "heading", "description", "chapo", "résumé", "summary", "chapeau", "abstract", "standfirst",
               "lead paragraph", "introduction", "sous-titre", "subtitle"}},
    FieldKeys{"text",
              {"text", "body", "article", "content", "texte", "contenu", "corps", "articleBody", "content_html",
               "content_text", "texte intégral", "texte complet", "full text", "corps du texte", "main text"}},
    FieldKeys{"date",
              {"date", "published", "date de publication", "datePublished", "publishedAt", "publishDate", "pubDate",
               "date de parution", "parution", "paru le", "publié le", "publication date", "date d’édition",
               "date de mise en ligne", "date de diffusion", "issue date"}},
    FieldKeys{"author",
              {"authors", "author", "auteurs", "auteur", "byline", "signature", "journaliste", "journalist",
               "journalistes", "rédacteur", "rédacteurs", "signé par", "writer", "reporter", "creator"}},
    FieldKeys{"source",
              {"source", "journal", "publisher", "newspaper", "titre du journal", "titre de presse", "organe de presse",
               "outlet", "éditeur", "périodique"}},
    FieldKeys{"section", {"section", "category", "rubrique", "catégorie", "categories", "articleSection"}},
    FieldKeys{"keywords", {"keywords", "mots-clés", "tags", "mots-clefs", "key words", "étiquettes", "descripteurs"}},
    FieldKeys{"language", {"language", "langue", "lang", "inLanguage"}},
};

/// Words that tell nothing of a field beside another word: « Nom de l’auteur », "the article's title", « auteur(s) ».
constexpr std::array<std::string_view, 19> idle_words{"a",   "article", "articles", "d",   "de", "des", "document",
                                                      "du",  "in",      "l",        "la",  "le", "les", "name",
                                                      "nom", "of",      "s",        "the", "x"};

constexpr bool has_row(std::string_view field) {
  return std::any_of(table.begin(), table.end(), [&](const FieldKeys& keys) { return keys.field == field; });
}

static_assert(std::all_of(article_fields.begin(), article_fields.end(),
                          [](const ArticleField& field) { return field.mapped.empty() || has_row(field.mapped); }),
              "a field that records name has no keys here");

bool is_of_word(CharClass c) {
  return c == CharClass::letter || c == CharClass::digit || c == CharClass::mark || c == CharClass::ideograph;
}

/// The words of a name, folded: "articleTitle", "article_title" and "Article title" have the same two.
std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> words;
  std::string word;
  bool small = false;  // the character before is a small letter
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(fold(word));
    word.clear();
  };
  for (std::size_t at = 0; at < name.size();) {
    const CodePoint c = code_point_at(name, at);
    if (!is_of_word(char_class(c.value)) || (small && is_upper(c.value))) end_word();
    if (is_of_word(char_class(c.value))) word += name.substr(at, c.size);
    small = is_lower(c.value);
    at += c.size;
  }
  end_word();
  return words;
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += word;
  return text;
}

/// The name without idle words; empty when nothing else is in it.
std::string bare_key(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  std::erase_if(words, [](const std::string& word) {
    return std::find(idle_words.begin(), idle_words.end(), word) != idle_words.end();
  });
  return joined(words);
}

/// What names mean, by one of their forms. The first key of a form counts.
using Meanings = std::unordered_map<std::string, KnownKey>;

Meanings meanings_by(std::string (*form)(std::string_view)) {
  Meanings meanings;
  for (const FieldKeys& row : table)
    for (std::size_t rank = 0; rank < row.keys.size(); ++rank)
      if (std::string key = form(row.keys[rank]); !key.empty())
        meanings.emplace(std::move(key), KnownKey{row.field, rank});
  return meanings;
}

}  // namespace

std::optional<KnownKey> known_key(std::string_view name) {
  static const Meanings by_plain = meanings_by(plain_key);
  static const Meanings by_bare = meanings_by(bare_key);
  auto found = by_plain.find(plain_key(name));
  if (found != by_plain.end()) return found->second;
  found = by_bare.find(bare_key(name));
  if (found != by_bare.end()) return found->second;
  return std::nullopt;
}

std::vector<std::string_view> mappable_fields() {
  std::vector<std::string_view> names;
  for (const FieldKeys& row : table) names.push_back(row.field);
  return names;
}

bool is_mappable_field(std::string_view name) { return has_row(name); }

std::vector<std::string_view> keys_of(std::string_view field) {
  const auto row = std::find_if(table.begin(), table.end(), [&](const FieldKeys& keys) { return keys.field == field; });
  std::vector<std::string_view> keys(row->keys.begin(), row->keys.end());
  std::erase(keys, "");
  return keys;
}

std::string plain_key(std::string_view name) { return joined(words_of(name)); }

}  // namespace hemero
