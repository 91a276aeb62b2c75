#include "query/render/explanation.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/visible.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

constexpr std::size_t most_forms = 40;

std::string render_word(const ReachedWord& word) {
  std::string text = fmt::format("\n{}{}\n", word.excluded ? message("without ") : std::string(), word.word);
  const auto line = [&text](const std::string& told) { text += "    " + told + "\n"; };
  if (word.weak) {
    line(message("a word of nearly every article: not asked for beside the others"));
    return text;
  }
  if (!word.single) return text;
  if (word.forms.empty()) line(message("no article prints this word or a form of it"));
  for (std::size_t i = 0; i < std::min(word.forms.size(), most_forms); ++i)
    line(fmt::format("{:<24} {}", visible(word.forms[i].surface), word.forms[i].occurrences));
  if (word.forms.size() > most_forms) line(message("and {} more forms", word.forms.size() - most_forms));
  return text;
}

}  // namespace

std::string render_explanation_json(const Explanation& explanation) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).key("query").begin_object().member("text", explanation.query);
  std::vector<std::string> notices = explanation.notices;
  notices.insert(notices.end(), explanation.told.begin(), explanation.told.end());
  json.member("tree", explanation.tree).member("notices", notices).end_object();
  json.key("words").begin_array();
  for (const ReachedWord& word : explanation.words) {
    json.begin_object().member("word", word.word).member("excluded", word.excluded);
    json.member("weak", word.weak).key("forms").begin_array();
    for (const VocabularyEntry& form : word.forms)
      json.begin_object().member("form", form.surface).member("occurrences", form.occurrences).end_object();
    json.end_array().end_object();
  }
  json.end_array().end_object();
  return out;
}

std::string render_explanation_csv(const Explanation& explanation) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("word").cell("form").cell("occurrences").end_row();
  for (const ReachedWord& word : explanation.words) {
    if (word.forms.empty()) csv.cell(word.word).cell("").cell(std::uint64_t{0}).end_row();
    for (const VocabularyEntry& form : word.forms)
      csv.cell(word.word).cell(form.surface).cell(static_cast<std::uint64_t>(form.occurrences)).end_row();
  }
  return out;
}

std::string render_explanation_text(const Explanation& explanation, const TextStyle& style) {
  std::string text;
  const auto tell = [&](const std::vector<std::string>& notices) {
    for (const std::string& notice : notices) text += wrapped(message("Note: {}", notice), style, "");
  };
  tell(explanation.notices);
  text += message("Understood as: {}", explanation.tree) + "\n";
  tell(explanation.told);
  for (const ReachedWord& word : explanation.words) text += render_word(word);
  return text;
}

}  // namespace hemero
