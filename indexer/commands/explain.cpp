#include "indexer/commands/explain.h"

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/model/article_json.h"
#include "common/text/characters/one_line.h"
#include "indexer/ingest/extractor.h"
#include "indexer/ingest/formats.h"
#include "indexer/ingest/left_out_notes.h"
#include "indexer/ingest/run_report.h"
#include "indexer/ingest/source.h"

namespace hemero {

namespace {

void write_choices(JsonWriter& json, const Choices& choices) {
  json.key("choices").begin_array();
  for (const Choice& choice : choices) {
    json.begin_object();
    json.member("field", choice.field).member("rule", choice.rule).member("value", choice.value);
    json.end_object();
  }
  json.end_array();
}

/// Lead and text are what is searched; the zones show everything, debris too.
void print_json(const Article& article, const Choices& choices) {
  std::string line;
  JsonWriter json(line);
  json.begin_object();
  json.member("path", article.path).member("key", article.key).member("title", article.title);
  json.member("lead", joined_zones(article, ZoneKind::lead));
  write_fields_but(json, article, {"path", "title", "date_text"});
  std::string text;
  for (const Zone& zone : article.zones)
    if (zone.kind == ZoneKind::heading || zone.kind == ZoneKind::paragraph)
      (text += text.empty() ? "" : "\n").append(article.zone_text(zone));
  json.member("text", text);
  write_zones(json, article);
  if (!choices.empty()) write_choices(json, choices);
  json.end_object();
  fmt::print("{}\n", line);
}

void print_text(const Article& article, const Choices& choices) {
  fmt::print("{}\n", visible(article.path));
  const auto field = [](std::string_view name, const std::string& value) {
    if (!value.empty()) fmt::print("  {:<12} {}\n", name, one_line(value));
  };
  field(message("key"), article.key);
  for (const ArticleField& row : article_fields) {
    if (row.label == nullptr) continue;
    std::string value = field_text(article, row);
    if (row.name == "date" && article.date) value += fmt::format("  « {} »", article.date_text);
    field(translated(row.label), value);
  }
  for (const Zone& zone : article.zones)
    fmt::print("  {:<12} {}\n", zone_name(zone.kind), one_line(article.zone_text(zone)));
  for (const Choice& choice : choices)
    fmt::print("  {:<12} {}{}\n", message("why"), choice.field + ": " + choice.rule,
               choice.value.empty() ? "" : fmt::format("  « {} »", one_line(choice.value)));
  fmt::print("\n");
}

void print_skip(const Skip& skip) { fmt::print(stderr, "{} ({})\n", place_and_message(skip), translated(skip.reason)); }

}  // namespace

Command declare(ExplainFilesOptions& options) {
  Command command("explain", message("show what would be stored of files; touches no archive"));
  command.example("hemero-index explain page.html", message("what would be stored, and why"));
  declare_paths(command, options.input).required = true;
  declare_input(command, options.input);
  command.word("--format", std::vector{NamedValue<bool>{"text", false}, NamedValue<bool>{"jsonl", true}},
               options.as_jsonl, message("form of what is printed"));
  return command;
}

int run(const ExplainFilesOptions& options) {
  FileList list = list_files(options.input.paths);
  const FolderLines folders(list.files);
  bool skipped = !list.skips.empty();
  for (const std::string& note : list.notes) fmt::print(stderr, "{}\n", visible(note));
  for (const Skip& skip : list.skips) print_skip(skip);
  Source source(std::move(list.files), nullptr, options.input.limits, options.input.extract.fields);
  Extractor extractor(options.input.extract, folders);
  LeftOutNotes notes;
  const auto tell = [](const std::optional<std::string>& told) {
    if (told) fmt::print(stderr, "{}\n", visible(*told));
  };
  while (auto item = source.next()) {
    Choices choices;
    auto result = std::holds_alternative<Skip>(*item) ? std::variant<Article, Skip>(std::get<Skip>(std::move(*item)))
                                                      : extractor.extract(std::get<Record>(*item), choices);
    if (const auto* skip = std::get_if<Skip>(&result)) {
      print_skip(*skip);
      skipped = true;
    } else {
      const Article& article = std::get<Article>(result);
      tell(notes.next(article, extractor.left_out()));
      options.as_jsonl ? print_json(article, choices) : print_text(article, choices);
    }
  }
  tell(notes.finish());
  return skipped ? 2 : 0;
}

}  // namespace hemero
