#include "query/commands/related.h"

#include <fmt/format.h>

#include "common/base/csv_writer.h"
#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/base/visible.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_option.h"
#include "common/text/names.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/words/related_words.h"

namespace hemero {

namespace {

constexpr int decimals = 3;

/// What was learnt of an archive. Throws Error when nothing was, or of another one.
WordVectors learnt_vectors(const ArchiveFolder& folder, const ArchiveReader& archive) {
  auto vectors = read_word_vectors(folder);
  if (!vectors)
    throw Error(ErrorCode::no_archive,
                message("which words go together was not learnt yet in {}", folder.path.string()),
                message("run “hemero-index relate”"));
  if (!is_learnt_of(*vectors, archive.index().list()))
    throw Error(ErrorCode::other_version,
                message("{} belongs to another archive or another version", word_vectors_file(folder).string()),
                message("run “hemero-index relate”"));
  return *std::move(vectors);
}

std::vector<std::string> notices_of(const RelatedWords& related, const WordVectors& vectors,
                                    const ArchiveReader& archive) {
  std::vector<std::string> notices;
  if (!related.unknown.empty())
    notices.push_back(message("too few articles have {} to tell what goes with it", quoted_names(related.unknown)));
  if (vectors.state() != LearntState::of(archive.index().list()))
    notices.push_back(message("the archive has changed since this was learnt; “hemero-index relate” learns it anew"));
  return notices;
}

std::string render_json(const std::string& typed, const RelatedWords& related, const WordVectors& vectors,
                        const std::vector<std::string>& notices) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("query", typed).member("notices", notices);
  json.member("learnt_texts", vectors.texts()).key("words").begin_array();
  for (const RelatedWord& word : related.words) {
    json.begin_object().member("word", word.label).key("similarity").value(word.similarity, decimals);
    json.member("texts", word.texts).end_object();
  }
  json.end_array().end_object();
  return out + "\n";
}

std::string render_csv(const RelatedWords& related) {
  std::string out;
  CsvWriter csv(out);
  csv.cell("word").cell("similarity").cell("texts").end_row();
  for (const RelatedWord& word : related.words)
    csv.cell(word.label).cell(word.similarity, decimals).cell(word.texts).end_row();
  return out;
}

std::string render_text(const RelatedWords& related) {
  std::string text;
  for (const RelatedWord& word : related.words)
    text += fmt::format("{}  {}\n", number_text(word.similarity, decimals), visible(word.label));
  return text;
}

}  // namespace

Command declare(RelatedOptions& options) {
  Command command("related", message("list the words that are used in the same articles as a word"));
  command.example("hemero-query related grève", message("what else to search for"));
  command.arguments(message("WORD"), options.words, message("a word, or several that are taken together"));
  command.number("-n,--limit", 1, 1000, options.limit, message("words at most (default 20)"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const RelatedOptions& options) {
  ArchiveReader archive(options.archive);
  const WordVectors vectors = learnt_vectors(options.archive, archive);
  KnownForms known(archive.vocabulary());
  FormFinder forms(known);
  const std::string typed = fmt::format("{}", fmt::join(options.words, " "));
  const RelatedWords related = related_words(name_words(typed), vectors, forms, options.limit);
  const std::vector<std::string> notices = notices_of(related, vectors, archive);
  if (options.format != RowFormat::json) tell_notices(notices);
  if (options.format == RowFormat::json)
    fmt::print("{}", render_json(typed, related, vectors, notices));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", render_csv(related));
  else
    show_text(options.display, [&](const TextStyle&) { return render_text(related); });
  return related.words.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
