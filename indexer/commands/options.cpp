#include "indexer/commands/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <sstream>
#include <string_view>
#include <thread>

#include "common/base/error.h"
#include "common/text/line_shape.h"
#include "indexer/formats/named/field_keys.h"
#include "indexer/ingest/formats.h"

namespace hemero {

namespace {

std::string examples() {
  std::string text = message("Examples:");
  const auto add = [&](std::string_view command, const std::string& what) {
    text += fmt::format("\n  {:<55} {}", command, what);
  };
  add("hemero-index add articles/", message("every file below a folder in a format that is read"));
  add("hemero-index add -a news 2021.jsonl.zst", message("into the archive “news”"));
  add("zcat dump.gz | hemero-index add -", message("from another program"));
  add("hemero-index add --map text=papier x.jsonl", message("the text is under the key “papier”"));
  add("hemero-index remove --id 42 --reason retractation", message("an article that nobody shall find any more"));
  add("hemero-index remove --query 'titre:météo' --dry-run", message("what a query finds, to be looked at first"));
  add("hemero-index purge --id 42", message("removed, and erased from the disk"));
  add("hemero-index imports --undo 7", message("as if the run 7 had not been"));
  add("hemero-index export | zstd > archive.jsonl.zst", message("everything, to be kept or added elsewhere"));
  add("hemero-index explain page.html", message("what would be stored, and why"));
  add("hemero-index zones", message("lines that sites repeat in many articles"));
  add("hemero-index status", message("what the archive holds"));
  return text;
}

/// Raw choices of the command line, before they are checked.
struct Raw {
  std::string archive;
  std::string lang;
  std::string input = "auto";
  std::string output = "text";
  std::string on_error = "skip";
  std::vector<std::string> maps;
  std::vector<std::string> limits;
  std::vector<std::uint32_t> ids;
  std::string source;
  std::string before;
  bool learn = false;
  bool forget = false;
};

void add_limits(CLI::App& command, Raw& raw) {
  command.add_option("--limit", raw.limits, message("NAME=VALUE: another limit of what is read (see limits)"))
      ->allow_extra_args(false);
}

void add_input_options(CLI::App& command, IndexerOptions& options, Raw& raw) {
  command.add_option("PATH", options.paths, message("files, folders, or - for the standard input"))->required();
  command.add_option("--source", options.extract.source, message("the source of articles that name none"));
  command
      .add_option("--map", raw.maps,
                  message("FIELD=KEY …: take a field from this key of JSON Lines, or this column of CSV"))
      ->allow_extra_args(false);
  add_limits(command, raw);
}

/// What --format takes.
std::vector<std::string> format_names() {
  std::vector<std::string> names{"auto"};
  for (const Format* format : formats()) names.emplace_back(format->name);
  return names;
}

void add_jobs(CLI::App& command, IndexerOptions& options) {
  command.add_option("--jobs", options.jobs, message("threads to work with (default: one a processor)"))
      ->check(CLI::Range(1, 256));
}

CLI::App* make_add(CLI::App& app, IndexerOptions& options, Raw& raw) {
  auto* add = app.add_subcommand("add", message("add articles, or new versions of them, to the archive"));
  add_input_options(*add, options, raw);
  const std::vector<std::string> names = format_names();
  add->add_option("--format", raw.input, message("read every file as one of {}", fmt::join(names, ", ")))
      ->check(CLI::IsMember(names));
  add_jobs(*add, options);
  add->add_option("--rejects", options.rejects,
                  message("write the records that were refused to this file, as JSON Lines"));
  add->add_option("--on-error", raw.on_error, message("skip: go on after a bad record (default); stop: end there"))
      ->check(CLI::IsMember({"skip", "stop"}));
  add->add_flag("--dry-run", options.dry_run, message("read everything, store nothing"));
  add->add_flag("--correct-dates", options.corrects_dates,
                message("the date of an update replaces the date of publication"));
  add->add_flag("--restore", options.restore, message("bring back articles that were removed"));
  add->add_flag("--strict", options.strict, message("exit with status 2 when any record was skipped"));
  return add;
}

CLI::App* make_zones(CLI::App& app, IndexerOptions& options, Raw& raw) {
  auto* zones = app.add_subcommand("zones", message("list the lines that a site prints beside many articles"));
  zones->add_option("SITE", options.site, message("a host without www, or a source; all of them without it"));
  auto* learn = zones->add_flag("--learn", raw.learn, message("leave them out: neither searched nor shown"));
  auto* forget = zones->add_flag("--forget", raw.forget, message("search and show again what was left out"));
  learn->excludes(forget);
  zones
      ->add_option("--least", options.least,
                   message("learn lines of so many articles (default: 5, and 2 in 100 of the site's)"))
      ->needs(learn);
  zones->add_option("--line", options.named_lines, message("this line only, as an article prints it; with SITE"))
      ->allow_extra_args(false);
  zones->add_option("--format", raw.output, message("text or json"))->check(CLI::IsMember({"text", "json"}));
  add_jobs(*zones, options);
  return zones;
}

void add_selection(CLI::App& command, IndexerOptions& options, Raw& raw) {
  command.add_option("--id", raw.ids, message("numbers of articles, as hemero-query prints them"));
  command.add_option("--ids", options.ids, message("a file with such numbers, one a line; - for the standard input"));
  command.add_option("--query", options.query, message("what hemero-query finds by this query"));
  command.add_option("--source", raw.source, message("articles of this source"));
  command.add_option("--before", raw.before, message("articles published before this day, month or year"));
  command.add_option("--reason", options.reason, message("why, for those who ask later"));
  command.add_flag("--dry-run", options.dry_run, message("list the articles, change nothing"));
  command.add_flag("--yes", options.yes, message("do not ask; needed where there is no terminal to ask on"));
}

CLI::App* make_remove(CLI::App& app, IndexerOptions& options, Raw& raw) {
  auto* remove = app.add_subcommand("remove", message("take articles back: no search finds them any more"));
  add_selection(*remove, options, raw);
  return remove;
}

CLI::App* make_purge(CLI::App& app, IndexerOptions& options, Raw& raw) {
  auto* purge = app.add_subcommand("purge", message("erase what was removed: texts, words and all traces of them"));
  add_selection(*purge, options, raw);
  add_jobs(*purge, options);
  return purge;
}

CLI::App* make_imports(CLI::App& app, IndexerOptions& options, Raw& raw) {
  auto* imports = app.add_subcommand("imports", message("list the commands that changed the archive, or undo one"));
  imports->add_option("--undo", options.undo, message("take back what this run did"))->check(CLI::PositiveNumber);
  imports->add_option("--format", raw.output, message("text or json"))->check(CLI::IsMember({"text", "json"}));
  return imports;
}

CLI::App* make_export(CLI::App& app, IndexerOptions& options) {
  auto* command = app.add_subcommand("export", message("write all articles as JSON Lines that add reads back"));
  command->add_option("FILE", options.output, message("where to; - for the standard output (default)"));
  command->add_flag("--current", options.only_current, message("current versions only"));
  return command;
}

/// True for an argument that can only mean FIELD=KEY: a word before the first "=", and no file of that name.
bool means_a_map(const char* argument) {
  const std::string_view text(argument);
  const auto is_letter = [](char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; };
  const auto* const end = std::find_if_not(text.begin(), text.end(), is_letter);
  std::error_code ignored;
  return end != text.begin() && end != text.end() && *end == '=' && !std::filesystem::exists(argument, ignored);
}

/// The arguments with "--map" before each FIELD=KEY that follows another one: an option that took all that follows
/// would take the PATHs behind it as well.
std::vector<const char*> with_every_map_named(int argc, const char* const* argv) {
  std::vector<const char*> arguments;
  bool behind_map = false;
  for (int i = 0; i < argc; ++i) {
    const std::string_view text(argv[i]);
    if (behind_map && means_a_map(argv[i])) arguments.push_back("--map");
    arguments.push_back(argv[i]);
    if (text == "--map" && i + 1 < argc) arguments.push_back(argv[++i]);
    behind_map = text == "--map" || text.starts_with("--map=") || (behind_map && means_a_map(argv[i]));
  }
  return arguments;
}

void read_maps(const std::vector<std::string>& maps, KeyMap& keys) {
  const auto fields = message("fields: id, url, title, lead, text, date, author, source, section, keywords, language");
  for (const std::string& map : maps) {
    const auto equals = map.find('=');
    const std::string field = map.substr(0, equals);
    if (equals == 0 || equals == std::string::npos || equals + 1 == map.size())
      throw Error(ErrorCode::usage, message("--map {}: FIELD=KEY was expected", map), fields);
    if (!is_mappable_field(field))
      throw Error(ErrorCode::usage, message("--map {}: FIELD=KEY was expected, and there is no field “{}”", map, field),
                  fields);
    keys[field] = map.substr(equals + 1);
  }
}

Selection read_selection(const Raw& raw, bool reads_more_ids) {
  Selection selection;
  if (!raw.ids.empty() || reads_more_ids) selection.ids.emplace();
  for (const std::uint32_t id : raw.ids) selection.ids->emplace_back(ArticleId(id));
  if (!raw.source.empty()) selection.source = raw.source;
  if (raw.before.empty()) return selection;
  selection.before = parse_iso_date(raw.before);
  if (!selection.before)
    throw Error(ErrorCode::usage, message("{} {}: a date was expected", "--before", raw.before),
                message("write 2021, 2021-08 or 2021-08-11"));
  return selection;
}

/// Lines that are named belong to one site, and are there to be learnt or forgotten.
void check_lines(const IndexerOptions& options) {
  if (options.named_lines.empty()) return;
  if (options.site.empty() || options.lines == IndexerOptions::Lines::list)
    throw Error(ErrorCode::usage, message("--line needs a SITE, and --learn or --forget"),
                message("“hemero-index zones SITE” lists the lines"));
  for (const std::string& line : options.named_lines)
    if (line_shape(line).empty()) throw Error(ErrorCode::usage, message("--line {}: there is no letter in it", line));
}

/// Prints the help or the version that was asked for, as all else is printed; returns the exit status.
int print_information(const CLI::App& app, const CLI::Error& asked) {
  std::ostringstream text;
  const int status = app.exit(asked, text, text);
  fmt::print("{}", text.str());
  return status;
}

}  // namespace

ParsedOptions parse_indexer_options(int argc, const char* const* argv) {
  IndexerOptions options;
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  Raw raw;
  CLI::App app(message("hemero-index keeps an archive of French press articles and its index."), "hemero-index");
  app.footer(examples());
  app.set_version_flag("--version", "hemero-index " HEMERO_VERSION);
  app.fallthrough();
  app.require_subcommand(0, 1);  // none is told below, behind an option that is wrong
  app.add_option("-a,--archive", raw.archive, message("folder of the archive (default: $HEMERO_ARCHIVE)"));
  app.add_option("--lang", raw.lang, message("language of messages: fr or en"))->check(CLI::IsMember({"fr", "en"}));
  const auto* add = make_add(app, options, raw);
  const auto* remove = make_remove(app, options, raw);
  const auto* purge = make_purge(app, options, raw);
  const auto* imports = make_imports(app, options, raw);
  const auto* export_all = make_export(app, options);
  auto* status = app.add_subcommand("status", message("say what the archive holds"));
  status->add_option("--format", raw.output, message("text or json"))->check(CLI::IsMember({"text", "json"}));
  auto* rebuild = app.add_subcommand("rebuild", message("make the index anew from the stored articles"));
  add_jobs(*rebuild, options);
  auto* explain = app.add_subcommand("explain", message("show what would be stored of files; touches no archive"));
  add_input_options(*explain, options, raw);
  explain->add_option("--format", raw.output, message("text or jsonl"))->check(CLI::IsMember({"text", "jsonl"}));
  const auto* zones = make_zones(app, options, raw);
  auto* limits = app.add_subcommand("limits", message("list the limits of what is read"));
  limits->add_option("--format", raw.output, message("text or json"))->check(CLI::IsMember({"text", "json"}));
  try {
    const auto arguments = with_every_map_named(argc, argv);
    app.parse(static_cast<int>(arguments.size()), arguments.data());
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return {std::nullopt, print_information(app, error)};
    throw Error(ErrorCode::usage, error.what(), message("“{} --help” lists commands and options", "hemero-index"));
  }
  if (app.get_subcommands().empty())
    throw Error(ErrorCode::usage, message("a command is missing"),
                message("“{} --help” lists commands and options", "hemero-index"));
  using Command = IndexerOptions::Command;
  options.command = add->parsed()          ? Command::add
                    : remove->parsed()     ? Command::remove
                    : purge->parsed()      ? Command::purge
                    : imports->parsed()    ? Command::imports
                    : export_all->parsed() ? Command::export_all
                    : rebuild->parsed()    ? Command::rebuild
                    : explain->parsed()    ? Command::explain
                    : zones->parsed()      ? Command::zones
                    : limits->parsed()     ? Command::limits
                                           : Command::status;
  options.archive = raw.archive.empty() ? default_archive() : ArchiveFolder{raw.archive};
  options.input = find_format(raw.input);
  options.format = raw.output == "json"    ? IndexerOptions::Format::json
                   : raw.output == "jsonl" ? IndexerOptions::Format::jsonl
                                           : IndexerOptions::Format::text;
  using Lines = IndexerOptions::Lines;
  options.lines = raw.learn ? Lines::learn : raw.forget ? Lines::forget : Lines::list;
  options.stop_on_error = raw.on_error == "stop";
  options.selection = read_selection(raw, !options.ids.empty() || !options.query.empty());
  if (options.command == Command::remove && options.selection.says_nothing())
    throw Error(ErrorCode::usage, message("no article is named"),
                message("say which with --id, --ids, --query, --source or --before"));
  check_lines(options);
  for (const std::string& limit : raw.limits) set_limit(options.limits, limit);
  options.extract.html = options.limits.html();
  read_maps(raw.maps, options.extract.keys);
  return {options, 0};
}

}  // namespace hemero
