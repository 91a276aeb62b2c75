#include "query/kept/dossier.h"

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/text/characters/one_line.h"
#include "query/render/wrapping.h"

namespace hemero {

namespace {

/// " [tag, tag]", a note on lines of its own.
std::string what_reader_says(const DossierArticle& filed, const TextStyle& style) {
  std::string text;
  if (!filed.tags.empty()) text += visible(fmt::format(" [{}]", fmt::join(filed.tags, ", ")));
  text += "\n";
  constexpr std::string_view indent = "                            ";
  if (!filed.note.empty()) text += wrapped(visible(filed.note), style, indent);
  return text;
}

std::string line_of(const FiledArticle& each, const TextStyle& style) {
  const Article& article = each.hit->article;
  std::string line = fmt::format("{:>8}  {:<16}  {}", static_cast<std::uint32_t>(each.hit->id),
                                 article.date ? to_iso(*article.date) : std::string(),
                                 one_line(article.title.empty() ? article.key : article.title));
  if (!article.source.empty()) line += ", " + one_line(article.source);
  if (each.updated) line += " (" + message("updated") + ")";
  return line + what_reader_says(each.filed, style);
}

std::string line_of_gone(const FiledArticle& each, const TextStyle& style) {
  std::string line = "    " + visible(each.filed.key);
  if (!each.why_gone.empty()) line += fmt::format(" ({})", visible(each.why_gone));
  return line + what_reader_says(each.filed, style);
}

void write_filed(JsonWriter& json, const DossierArticle& filed) {
  json.member("key", filed.key).member("added", filed.added).member("tags", filed.tags).member("note", filed.note);
}

}  // namespace

std::string dossier_text(const std::vector<FiledArticle>& articles, const TextStyle& style) {
  std::string text;
  std::string gone;
  for (const FiledArticle& each : articles) each.hit ? text += line_of(each, style) : gone += line_of_gone(each, style);
  if (gone.empty()) return text;
  return text + (text.empty() ? "" : "\n") + message("No longer in the archive") + "\n" + gone;
}

std::string dossier_json(const std::string& name, const std::vector<FiledArticle>& articles) {
  std::string text;
  JsonWriter json(text);
  json.begin_object().member("version", 1).member("name", name).key("articles").begin_array();
  for (const FiledArticle& each : articles) {
    if (!each.hit) continue;
    const Article& article = each.hit->article;
    json.begin_object().member("id", static_cast<std::uint32_t>(each.hit->id));
    write_filed(json, each.filed);
    json.member("title", article.title).member("date", article.date ? to_iso(*article.date) : std::string());
    json.member("source", article.source).member("url", article.url).member("updated", each.updated).end_object();
  }
  json.end_array().key("gone").begin_array();
  for (const FiledArticle& each : articles) {
    if (each.hit) continue;
    json.begin_object().member("id", static_cast<std::uint32_t>(each.filed.id));
    write_filed(json, each.filed);
    json.member("why", each.why_gone).end_object();
  }
  json.end_array().end_object();
  return text + "\n";
}

}  // namespace hemero
