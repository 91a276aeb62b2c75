#include "query/quotations/speech_tables.h"

#include <unordered_map>

#include "common/text/table_rows.h"
#include "query/quotations/speech_words.h"

namespace hemero {

namespace {

using VerbForms = std::unordered_map<std::string, std::vector<SpeechVerbForm>>;

constexpr std::string_view kind_names[]{"adverb",       "auxiliary", "charge",      "clause",  "day",    "determiner",
                                        "group",        "link",      "medium",      "month",   "office", "opener",
                                        "organisation", "place",     "preposition", "pronoun", "time",   "title"};

std::uint32_t bit_of(std::size_t kind) { return 1U << kind; }

std::unordered_map<std::string, std::uint32_t> read_kinds() {
  std::unordered_map<std::string, std::uint32_t> kinds;
  for (const auto& row : table_rows("speech_words"))
    for (std::size_t kind = 0; kind < std::size(kind_names); ++kind)
      if (kind_names[kind] == row.at(0)) kinds[std::string(row.at(1))] |= bit_of(kind);
  for (const auto& row : table_rows("given_names"))
    kinds[std::string(row.at(0))] |= bit_of(static_cast<std::size_t>(SpeechKind::given_name));
  return kinds;
}

struct Verbs {
  VerbForms finite;
  VerbForms participles;
};

void add_form(VerbForms& forms, std::string_view words, std::string_view ending, SpeechVerbForm form) {
  const std::vector<std::string_view> parts = split(words, '_');
  form.rest.assign(parts.begin() + 1, parts.end());
  forms[std::string(parts.front()) + std::string(ending)].push_back(form);
}

Verbs read_verbs() {
  Verbs verbs;
  for (const auto& row : table_rows("speech_verbs")) {
    const SpeechVerbForm form{{}, row.at(2) == "s'", row.at(1) == "weak"};
    for (const std::string_view ending : {"", "e", "s", "es"}) add_form(verbs.participles, row.at(3), ending, form);
    for (const std::string_view words : cell_words(row.at(4))) add_form(verbs.finite, words, "", form);
  }
  return verbs;
}

const Verbs& verbs() {
  static const Verbs read = read_verbs();
  return read;
}

const std::vector<SpeechVerbForm>& forms_in(const VerbForms& forms, const std::string& form) {
  static const std::vector<SpeechVerbForm> none;
  const auto found = forms.find(form);
  return found == forms.end() ? none : found->second;
}

}  // namespace

std::uint32_t speech_kinds(const std::string& printed, const std::string& lower) {
  static const auto kinds = read_kinds();
  const auto of = [](const std::string& word) {
    const auto found = kinds.find(word);
    return found == kinds.end() ? 0U : found->second;
  };
  return printed == lower ? of(printed) : of(printed) | of(lower);
}

const std::vector<SpeechVerbForm>& finite_speech_verbs(const std::string& form) {
  return forms_in(verbs().finite, form);
}

const std::vector<SpeechVerbForm>& speech_participles(const std::string& form) {
  return forms_in(verbs().participles, form);
}

char gender_of_given_name(const std::string& name) {
  static const auto genders = [] {
    std::unordered_map<std::string, char> all;
    for (const auto& row : table_rows("given_names")) all[std::string(row.at(0))] = row.at(1).front();
    return all;
  }();
  const auto found = genders.find(name);
  return found == genders.end() ? '?' : found->second;
}

}  // namespace hemero
