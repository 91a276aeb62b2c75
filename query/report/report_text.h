#pragma once

#include <functional>
#include <string>

#include "common/base/json_writer.h"
#include "query/render/render.h"
#include "query/report/report_check.h"
#include "query/report/search_report.h"

namespace hemero {

/// A report for people, to be printed: what was searched in and how, every form of each word, every article.
std::string report_text(const SearchReport& report, const TextStyle& style);

/// What is told of an article beside what a report says.
struct ArticleNote {
  std::string title;
  std::string note;  ///< why it is found no longer, or only now; empty where there is nothing to say
};

using NoteOf = std::function<ArticleNote(const ReportedArticle& article)>;

/// The articles that have changed, in lists below headings; empty for none.
std::string changed_articles_text(const ReportChanges& changes, const NoteOf& note_of);

/// The same as members of an object, "added", "gone" and "changed".
void write_changes(JsonWriter& json, const ReportChanges& changes, const NoteOf& note_of);

/// What has changed since a report, for people.
std::string changes_text(const SearchReport& then, const ReportChanges& changes, const NoteOf& note_of);

/// The same as one JSON object (docs/json-output.md).
std::string changes_json(const SearchReport& then, const ReportChanges& changes, const NoteOf& note_of);

}  // namespace hemero
