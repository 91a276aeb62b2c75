#include "query/report/report_text.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/text/characters/one_line.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

std::string period(const std::string& first, const std::string& last) {
  return first.empty() ? message("undated") : fmt::format("{} – {}", first, last);
}

std::string source_line(const ReportedSource& source) {
  const std::string name = source.name.empty() ? message("(none)") : visible(source.name);
  return "    " +
         message("{}: {} articles, {}", name, number_text(source.articles),
                 period(source.first_date, source.last_date)) +
         "\n";
}

/// The forms of a word on lines that are wrapped: « grève 12 · grèves 3 ».
std::string word_lines(const ReachedWord& word, const TextStyle& style) {
  std::vector<std::string> forms;
  for (const VocabularyEntry& form : word.forms)
    forms.push_back(
        fmt::format("{} {}", visible(form.surface), number_text(static_cast<std::uint64_t>(form.occurrences))));
  std::string told = fmt::format("{}", fmt::join(forms, " · "));
  if (word.weak) told = message("a word of nearly every article: not asked for beside the others");
  if (!word.weak && word.single && forms.empty()) told = message("no article prints this word or a form of it");
  const std::string name = (word.excluded ? message("without ") : std::string()) + visible(word.word);
  return wrapped(told.empty() ? name : message("{}: {}", name, told), style, "    ");
}

std::string article_line(const ReportedArticle& article) {
  return fmt::format("{:>8}  {:<16}  {}  {}  {}\n", static_cast<std::uint32_t>(article.id), article.date,
                     article.content, visible(article.key), visible(article.source));
}

std::string list_text(const std::vector<ReportedArticle>& articles, const std::string& heading, const NoteOf& note_of) {
  if (articles.empty()) return "";
  std::string text = fmt::format("\n{}\n", heading);
  for (const ReportedArticle& article : articles) {
    const ArticleNote note = note_of(article);
    text += fmt::format("    {:>8}  {:<16}  {}", static_cast<std::uint32_t>(article.id), article.date,
                        one_line(note.title.empty() ? article.key : note.title));
    if (!article.source.empty()) text += ", " + one_line(article.source);
    text += note.note.empty() ? "\n" : fmt::format(" ({})\n", visible(note.note));
  }
  return text;
}

void write_list(JsonWriter& json, const char* name, const std::vector<ReportedArticle>& articles,
                const NoteOf& note_of) {
  json.key(name).begin_array();
  for (const ReportedArticle& article : articles) {
    const ArticleNote note = note_of(article);
    json.begin_object().member("id", static_cast<std::uint32_t>(article.id)).member("key", article.key);
    json.member("title", note.title).member("date", article.date).member("source", article.source);
    json.member("content", article.content).member("note", note.note).end_object();
  }
  json.end_array();
}

}  // namespace

std::string report_text(const SearchReport& report, const TextStyle& style) {
  std::string text = message("REPORT OF A SEARCH") + "\n\n";
  const auto line = [&](const std::string& told) { text += wrapped(told, style, "    "); };
  line(message("Made on {} (UTC) by hemero-query {}", report.made, report.program));
  line(message("Archive: {}, state {}", report.archive, report.state));
  line(message("Analysis: {}", report.analyzer));
  line(message("Query: {}", report.query.empty() ? message("(all articles)") : report.query));
  if (!report.restrictions.empty()) line(message("Only articles with: {}", report.restrictions));
  line(message("Understood as: {}", report.tree));
  line(message("As an address: {}", report.request));
  for (const std::string& notice : report.notices) line(message("Note: {}", notice));
  line(message("Found: {} articles, {} different texts", number_text(report.articles.size()),
               number_text(report.texts)));
  line(message("SHA-256 of the list of articles: {}", report.sha256));
  text += fmt::format("\n{}\n", message("WORDS OF THE ARCHIVE THAT WERE LOOKED FOR"));
  for (const ReachedWord& word : report.words) text += word_lines(word, style);
  text += fmt::format("\n{}\n", message("SOURCES OF THE ARCHIVE"));
  for (const ReportedSource& source : report.sources) text += source_line(source);
  text += fmt::format("\n{}\n", message("ARTICLES: number, date, content hash, key, source"));
  for (const ReportedArticle& article : report.articles) text += article_line(article);
  return text;
}

std::string changed_articles_text(const ReportChanges& changes, const NoteOf& note_of) {
  return list_text(changes.added, message("Found now only"), note_of) +
         list_text(changes.gone, message("No longer found"), note_of) +
         list_text(changes.changed, message("Changed since"), note_of);
}

void write_changes(JsonWriter& json, const ReportChanges& changes, const NoteOf& note_of) {
  write_list(json, "added", changes.added, note_of);
  write_list(json, "gone", changes.gone, note_of);
  write_list(json, "changed", changes.changed, note_of);
}

std::string changes_text(const SearchReport& then, const ReportChanges& changes, const NoteOf& note_of) {
  std::string text;
  if (changes.other_archive) text += message("The archive is another one than that of the report.") + "\n";
  if (changes.other_analyzer)
    text += message("Words are understood otherwise than at the time of the report: the analysis has changed.") + "\n";
  text += changes.none()
              ? message("The search of {} finds the same {} articles.", then.made, number_text(then.articles.size()))
              : message("The search of {} no longer finds the same: {} more, {} gone, {} changed.", then.made,
                        number_text(changes.added.size()), number_text(changes.gone.size()),
                        number_text(changes.changed.size()));
  return text + "\n" + changed_articles_text(changes, note_of);
}

std::string changes_json(const SearchReport& then, const ReportChanges& changes, const NoteOf& note_of) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).member("report", then.made).member("same", changes.none());
  json.member("other_archive", changes.other_archive).member("other_analysis", changes.other_analyzer);
  write_changes(json, changes, note_of);
  json.end_object();
  return out + "\n";
}

}  // namespace hemero
