#include "query/kept/search_news.h"

#include <algorithm>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/visible.h"

namespace hemero {

namespace {

std::string heading(const SearchNews& news) {
  const ReportChanges& changes = news.changes;
  std::string text = message("{}, since {}: {} more, {} gone, {} changed", visible(news.name), news.since,
                             number_text(changes.added.size()), number_text(changes.gone.size()),
                             number_text(changes.changed.size())) +
                     "\n";
  if (changes.other_archive) text += message("The archive is another one than at that time.") + "\n";
  if (changes.other_analyzer)
    text += message("Words are understood otherwise than at that time: the analysis has changed.") + "\n";
  return text;
}

}  // namespace

std::string news_text(const std::vector<SearchNews>& news) {
  std::string text;
  for (const SearchNews& each : news) {
    if (each.changes.none()) continue;
    text += (text.empty() ? "" : "\n") + heading(each) + changed_articles_text(each.changes, each.note_of);
  }
  return text;
}

std::string news_json(const std::vector<SearchNews>& news) {
  std::string out;
  JsonWriter json(out);
  json.begin_object().member("version", 1).key("searches").begin_array();
  for (const SearchNews& each : news) {
    json.begin_object().member("name", each.name).member("since", each.since).member("same", each.changes.none());
    json.member("other_archive", each.changes.other_archive).member("other_analysis", each.changes.other_analyzer);
    write_changes(json, each.changes, each.note_of);
    json.end_object();
  }
  json.end_array().end_object();
  return out + "\n";
}

}  // namespace hemero
