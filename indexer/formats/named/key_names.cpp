#include "indexer/formats/named/key_names.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"

namespace hemero {

namespace {

/// Words that tell nothing of a field beside another word: « Nom de l’auteur », "the article's title", « auteur(s) »,
/// "post_title", "og:title", "dc.title".
constexpr std::array idle_words = std::to_array<std::string_view>(
    {"a",        "article", "articles", "bibo",  "d",   "dc",  "dcterms", "de",      "des",  "doc",
     "document", "du",      "in",       "l",     "la",  "le",  "les",     "meta",    "news", "of",
     "og",       "post",    "s",        "story", "the", "web", "x",       "rendered"});

/// The same of what a name is: « Nom de l’auteur » is « auteur », but « Nom du média » is not « média ».
constexpr std::array naming_words = std::to_array<std::string_view>({"name", "names", "nom", "noms"});

/// Objects around the fields of a record, by what writes them so.
constexpr std::array wrappers = std::to_array<std::string_view>({
    "_source",                                                // Elasticsearch
    "fields",                                                 // Elasticsearch, Django, Airtable
    "attributes",                                             // JSON:API: Drupal, Strapi
    "properties",                                             // FollowTheMoney: Aleph
    "@graph",                                                 // JSON-LD
    "_embedded",                                              // HAL: WordPress
    "data",       "items", "articles",  "posts",    "value",  // answers of services, with one article
    "article",    "post",  "story",     "document", "doc",    // what the record is
    "item",       "entry", "node",      "record",             //
    "metadata",   "meta",  "meta_data",                       // beside the text
});

/// Names under which an object keeps what it says as a whole.
constexpr std::array value_names = std::to_array<std::string_view>(
    {"$date", "$oid", "$numberLong", "rendered", "value", "name", "main", "original", "content"});

template <std::size_t Size>
bool holds(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

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

BareKey bare_of(std::vector<std::string> words, bool unnamed) {
  const std::size_t all = words.size();
  std::erase_if(words, [&](const std::string& word) {
    return holds(idle_words, word) || (unnamed && holds(naming_words, word));
  });
  return {joined(words), words.size(), words.size() < all};
}

/// The names of a path, without numbers: "authors.0.name" and "authors[0].name" have two.
std::vector<std::string_view> steps_of(std::string_view path) {
  std::vector<std::string_view> steps;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('.', at), path.size());
    const std::string_view step = path.substr(at, std::min(path.find('[', at), end) - at);
    if (step.find_first_not_of("0123456789") != std::string_view::npos) steps.push_back(step);
    at = end + 1;
  }
  return steps;
}

/// A key of which one word is left means nothing without the others: « média » is not « nom du média ».
std::string bare_form(std::string_view key, bool unnamed) {
  BareKey bare = bare_key(key, unnamed);
  return bare.words == 1 && bare.shortened ? std::string() : std::move(bare.key);
}

std::string with_name(std::string_view key) { return bare_form(key, false); }
std::string without_name(std::string_view key) { return bare_form(key, true); }

/// The first key of a form counts. `grade` is how far the form is from what is written: of two names for one key the
/// nearer one is preferred.
std::unordered_map<std::string, KnownKey> meanings_by(std::string (*form)(std::string_view), std::size_t grade,
                                                      std::span<const FieldKeys> rows) {
  std::unordered_map<std::string, KnownKey> meanings;
  for (const FieldKeys& row : rows)
    for (std::size_t rank = 0; rank < row.keys.size(); ++rank)
      if (std::string key = form(row.keys[rank]); !key.empty())
        meanings.emplace(std::move(key), KnownKey{row.field, 2 * rank + grade});
  return meanings;
}

std::optional<KnownKey> found_in(const std::unordered_map<std::string, KnownKey>& meanings, const std::string& form) {
  const auto found = meanings.find(form);
  return found == meanings.end() ? std::nullopt : std::optional(found->second);
}

}  // namespace

std::string plain_key(std::string_view name) { return joined(words_of(name)); }

BareKey bare_key(std::string_view name, bool unnamed) { return bare_of(words_of(name), unnamed); }

bool is_wrapper(std::string_view name) { return holds(wrappers, name); }

std::string unwrapped_key(std::string_view path) {
  if (path.find_first_of(".[") == std::string_view::npos) return std::string(path);
  std::vector<std::string_view> steps = steps_of(path);
  while (steps.size() > 1 && is_wrapper(steps.front())) steps.erase(steps.begin());
  while (steps.size() > 1 && holds(value_names, steps.back())) steps.pop_back();
  std::string key;
  for (const std::string_view step : steps) (key += key.empty() ? "" : ".") += step;
  return key;
}

KeyTable::KeyTable(std::span<const FieldKeys> rows)
    : by_plain_(meanings_by(plain_key, 0, rows)),
      by_bare_(meanings_by(with_name, 1, rows)),
      by_barest_(meanings_by(without_name, 1, rows)) {}

std::optional<KnownKey> KeyTable::meaning_of(std::string_view name) const {
  const std::vector<std::string> words = words_of(unwrapped_key(name));
  if (const auto known = found_in(by_plain_, joined(words))) return known;
  if (const auto known = found_in(by_bare_, bare_of(words, false).key)) return known;
  return found_in(by_barest_, bare_of(words, true).key);
}

}  // namespace hemero
