#include "query/render/term_list.h"

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/visible.h"

namespace hemero {

std::string render_terms_json(const TermList& list) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("prefix", list.prefix).member("distinct", list.distinct);
  json.key("words").begin_array();
  for (const ListedWord& word : list.words)
    json.begin_object().member("word", word.commonest().surface).member("occurrences", word.occurrences).end_object();
  json.end_array().end_object();
  return out;
}

std::string render_terms_csv(const TermList& list) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("word").cell("occurrences").end_row();
  for (const ListedWord& word : list.words)
    csv.cell(word.commonest().surface).cell(static_cast<std::uint64_t>(word.occurrences)).end_row();
  return out;
}

std::string render_terms_text(const TermList& list) {
  std::string text;
  for (const ListedWord& word : list.words)
    text += fmt::format("{}\t{}\n", visible(word.commonest().surface), word.occurrences);
  if (list.words.size() < list.distinct)
    text += message("and {} more words: -n all", number_text(list.distinct - list.words.size())) + "\n";
  return text;
}

}  // namespace hemero
