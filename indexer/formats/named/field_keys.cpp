#include "indexer/formats/named/field_keys.h"

#include <algorithm>
#include <array>

#include "common/model/field.h"
#include "indexer/formats/named/key_names.h"
#include "indexer/formats/named/publication_state.h"

namespace hemero {

namespace {

// The keys of a field, as people and programs write them, the preferred one first; each list says why in this order.

/// What the producer calls its identifier before what it may share with others. No running number ("N°") is one: it
/// begins anew in every delivery.
constexpr std::string_view id_keys[] = {"id", "identifiant", "guid",      "uuid", "identifier", "identifiant unique",
                                        "pk", "docid",       "stories id"};

/// The address that names the article for all, then the one under which a program met it.
constexpr std::string_view url_keys[] = {"url",          "adresse",       "lien",          "link",
                                         "permalink",    "adresse web",   "lien web",      "web url",
                                         "permalien",    "canonical",     "canonical url", "canonical link",
                                         "source url",   "responded url", "requested url", "resolved url",
                                         "given url",    "page url",      "alternate",     "main entity of page",
                                         "external url", "original url"};

/// What readers see as the title, before names that search engines are given.
constexpr std::string_view title_keys[] = {"title", "titre", "headline", "intitulé", "titre principal", "gros titre"};

/// What the newspaper prints above the text, then what others say of it; an excerpt is the text's beginning.
constexpr std::string_view lead_keys[] = {"lead",       "heading",        "description",      "chapo",
                                          "résumé",     "summary",        "chapeau",          "abstract",
                                          "standfirst", "lead paragraph", "introduction",     "sous-titre",
                                          "subtitle",   "intro",          "trail text",       "dek",
                                          "deck",       "teaser",         "custom excerpt",   "excerpt",
                                          "extrait",    "snippet",        "short description"};

/// The whole text; as markup rather than without, which glues paragraphs together; a whole page last.
constexpr std::string_view text_keys[] = {
    "text",         "body",           "article",        "content",         "texte",          "contenu",
    "corps",        "articleBody",    "content_html",   "content_text",    "texte intégral", "texte complet",
    "full text",    "corps du texte", "main text",      "content encoded", "full content",   "body html",
    "body text",    "article html",   "html",           "text content",    "plain text",     "page content",
    "text cleaned", "cleaned text",   "extracted text", "paragraphs",      "paragraphes",    "ocr text",
    "texte ocr",    "transcription",  "raw text"};

/// The day of publication, whatever it is called; then when it was written or made, which comes close; then when it was
/// first seen. Not when it was changed, downloaded, or put into a database ("created_at").
constexpr std::string_view date_keys[] = {"date",
                                          "published",
                                          "date de publication",
                                          "datePublished",
                                          "publishedAt",
                                          "publishDate",
                                          "pubDate",
                                          "date de parution",
                                          "parution",
                                          "paru le",
                                          "publié le",
                                          "publication date",
                                          "date d’édition",
                                          "date de mise en ligne",
                                          "date de diffusion",
                                          "issue date",
                                          "published on",
                                          "published time",
                                          "published date",
                                          "publish time",
                                          "publishing date",
                                          "publication time",
                                          "publication datetime",
                                          "date publish",
                                          "date publication",
                                          "date issued",
                                          "issued",
                                          "first published",
                                          "first publication date",
                                          "original publication date",
                                          "posted",
                                          "posted at",
                                          "posted on",
                                          "date posted",
                                          "paru",
                                          "publié",
                                          "display date",
                                          "release date",
                                          "iso date",
                                          "datetime",
                                          "authored at",
                                          "authored on",
                                          "date written",
                                          "created",
                                          "created on",
                                          "date created",
                                          "creation date",
                                          "date de création",
                                          "créé le",
                                          "seen date"};

/// Who signs; then who is named for it.
constexpr std::string_view author_keys[] = {
    "authors",    "author",       "auteurs",      "auteur",         "byline",     "signature", "journaliste",
    "journalist", "journalistes", "rédacteur",    "rédacteurs",     "signé par",  "writer",    "reporter",
    "creator",    "creators",     "published by", "primary author", "written by", "écrit par", "rédigé par"};

/// What the article is a part of goes before what a database calls the source it has it from; a host last.
constexpr std::string_view source_keys[] = {"container title",
                                            "source",
                                            "journal",
                                            "publisher",
                                            "newspaper",
                                            "titre du journal",
                                            "titre de presse",
                                            "organe de presse",
                                            "outlet",
                                            "éditeur",
                                            "périodique",
                                            "site name",
                                            "media name",
                                            "nom du média",
                                            "titre du média",
                                            "publication name",
                                            "nom de la publication",
                                            "website name",
                                            "news outlet",
                                            "origin",
                                            "feed title",
                                            "provider",
                                            "source hostname",
                                            "hostname",
                                            "source domain",
                                            "domain name",
                                            "domain"};

/// One rubric before lists of them.
constexpr std::string_view section_keys[] = {"section",    "category",       "rubrique",     "catégorie",
                                             "categories", "articleSection", "section name", "section title",
                                             "rubriques",  "catégories",     "primary tag"};

/// What the newspaper chose before what a program found.
constexpr std::string_view keywords_keys[] = {
    "keywords", "mots-clés", "tags",   "mots-clefs", "key words", "étiquettes", "descripteurs", "keyword", "mot-clé",
    "tag",      "topics",    "labels", "subjects",   "subject",   "sujets",     "hashtags",     "wp term"};

constexpr std::string_view language_keys[] = {"language", "langue", "lang", "inLanguage", "language code", "locale"};

constexpr std::array table{
    FieldKeys{"id", id_keys},
    FieldKeys{"url", url_keys},
    FieldKeys{"title", title_keys},
    FieldKeys{"lead", lead_keys},
    FieldKeys{"text", text_keys},
    FieldKeys{"date", date_keys},
    FieldKeys{"author", author_keys},
    FieldKeys{"source", source_keys},
    FieldKeys{"section", section_keys},
    FieldKeys{"keywords", keywords_keys},
    FieldKeys{"language", language_keys},
};

constexpr bool has_row(std::string_view field) {
  return std::any_of(table.begin(), table.end(), [&](const FieldKeys& keys) { return keys.field == field; });
}

static_assert(std::all_of(article_fields.begin(), article_fields.end(),
                          [](const ArticleField& field) { return field.mapped.empty() || has_row(field.mapped); }),
              "a field that records name has no keys here");

constexpr std::size_t most_remembered = 4096;  ///< names: hostile records have new ones each

}  // namespace

std::optional<KnownKey> known_key(std::string_view name) {
  static const KeyTable keys(table);
  return keys.meaning_of(name);
}

const KeyMemory::Key& KeyMemory::of(std::string_view name) {
  const auto known = keys_.find(name);
  if (known != keys_.end()) return known->second;
  if (keys_.size() == most_remembered) keys_.clear();
  return keys_.emplace(name, Key{known_key(name), state_key(name), plain_key(name)}).first->second;
}

std::vector<std::string_view> mappable_fields() {
  std::vector<std::string_view> names;
  for (const FieldKeys& row : table) names.push_back(row.field);
  return names;
}

bool is_mappable_field(std::string_view name) { return has_row(name); }

std::vector<std::string_view> keys_of(std::string_view field) {
  const auto row = std::find_if(table.begin(), table.end(), [&](const FieldKeys& keys) { return keys.field == field; });
  return {row->keys.begin(), row->keys.end()};
}

}  // namespace hemero
