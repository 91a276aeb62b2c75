#include "query/commands/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <sstream>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

std::string examples() {
  std::string text = message("Examples:");
  const auto add = [&](std::string_view command, const std::string& what) {
    text += fmt::format("\n  {:<56} {}", command, what);
  };
  add("hemero-query search etats unis talibans", message("all of the words, whatever the accents"));
  add("hemero-query search '« gilets jaunes » -paris'", message("a phrase, without a word"));
  add("hemero-query search 'titre:grève date:2019'", message("in the title, in a year"));
  add("hemero-query search --from 2016 --to 2019 --sort oldest otan", message("between two dates, oldest first"));
  add("hemero-query show 42", message("one article in full"));
  add("hemero-query show 42 --diff", message("what its last update changed"));
  add("hemero-query similar 42", message("articles on the same subject"));
  add("hemero-query explain ambassades", message("the words of the archive that a query reaches"));
  add("hemero-query terms ambassad", message("the words that start so"));
  text += "\n\n" + message("The query language: man 7 hemero-query-syntax");
  return text;
}

/// Stands for the dash of an exclusion while CLI11 reads the command line. No query has it.
constexpr char hidden_dash = '\x1f';

struct Raw {
  std::string archive;
  std::string lang;
  std::string match = "auto";
  std::string sort = "relevance";
  std::string copies = "collapse";
  std::string from;
  std::string to;
  std::string format;
  std::vector<std::string> words;
};

void add_matching(CLI::App& command, QueryOptions& options, Raw& raw) {
  command.add_flag("--ocr", options.request.misread, message("texts were read by machine: near spellings count too"));
  command.add_flag("--synonyms", options.synonyms, message("search for listed synonyms too: USA, États-Unis"));
  command.add_option("--match", raw.match, message("auto: all words, or some where few hold all; all; any"))
      ->check(CLI::IsMember({"auto", "all", "any"}));
}

CLI::App* make_search(CLI::App& app, QueryOptions& options, Raw& raw) {
  SearchRequest& request = options.request;
  auto* search = app.add_subcommand("search", message("find articles"));
  search->add_option("QUERY", raw.words, message("words, « phrases », -word, titre:word, date:2021 … (see explain)"))
      ->required();
  add_matching(*search, options, raw);
  search->add_option("-n,--limit", request.limit, message("hits on a page (default 10)"))->check(CLI::Range(1, 100000));
  search->add_option("--offset", request.offset, message("hits to pass over"))->check(CLI::Range(0, 1000000));
  search->add_option("--sort", raw.sort, message("relevance, newest or oldest"))
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}));
  search->add_option("--recency", request.half_life, message("half-life in days: old articles rank lower"))
      ->check(CLI::Range(0.1, 100000.0));
  search->add_flag("--explain", request.explain, message("tell what each score is made of"));
  search->add_option("--from", raw.from, message("published on this day, month or year, or later"));
  search->add_option("--to", raw.to, message("published on this day, month or year, or earlier"));
  search->add_option("--source", request.source, message("only articles of this source"));
  search->add_option("--snippets", request.snippets, message("passages shown of each article (default 1)"))
      ->check(CLI::Range(0, 20));
  search->add_option("--copies", raw.copies, message("collapse: one article of several with the same text; all"))
      ->check(CLI::IsMember({"collapse", "all"}));
  search->add_flag("--count", options.only_count, message("print the exact number of articles only"));
  search->add_flag("--ids", options.only_ids, message("print the numbers of all articles that match only, one a line"));
  search->add_option("--format", raw.format, message("text, json or jsonl"))
      ->check(CLI::IsMember({"text", "json", "jsonl"}));
  return search;
}

CLI::App* make_batch(CLI::App& app, QueryOptions& options, Raw& raw) {
  auto* batch = app.add_subcommand("batch", message("answer many queries, one a line: id, tab, query"));
  batch->add_option("FILE", options.batch_file, message("the queries; - for the standard input"))->required();
  add_matching(*batch, options, raw);
  batch->add_option("-n,--limit", options.request.limit, message("hits for each query (default 100)"))
      ->check(CLI::Range(1, 100000));
  batch->add_option("--format", raw.format, message("trec or jsonl"))->check(CLI::IsMember({"trec", "jsonl"}));
  batch->add_flag("--timing", options.timing, message("print the times of the queries on standard error"));
  return batch;
}

std::optional<Date> read_date(const std::string& option, const std::string& text) {
  if (text.empty()) return std::nullopt;
  const auto date = parse_iso_date(text);
  if (!date)
    throw Error(ErrorCode::usage, message("{} {}: a date was expected", option, text),
                message("write 2021, 2021-08 or 2021-08-11"));
  return date;
}

void check_request(SearchRequest& request, Raw& raw) {
  for (std::string& word : raw.words)
    if (word.starts_with(hidden_dash)) word[0] = '-';
  request.text = fmt::format("{}", fmt::join(raw.words, " "));
  request.match = raw.match == "all" ? MatchMode::all : raw.match == "any" ? MatchMode::any : MatchMode::automatic;
  request.order = raw.sort == "newest"   ? SortOrder::newest
                  : raw.sort == "oldest" ? SortOrder::oldest
                                         : SortOrder::relevance;
  request.from = read_date("--from", raw.from);
  request.to = read_date("--to", raw.to);
}

bool has_dash(std::string_view argument) { return argument.size() > 1 && argument[0] == '-'; }

/// Whether an argument with one dash is an option: -a, -n, -h, and the first two with a path or a number right behind
/// them. All others exclude what they name from a query: -nucléaire, -accord, -héritage, -2019, -x.
bool is_short_option(std::string_view argument) {
  const std::string_view option = argument.substr(0, 2);
  const std::string_view value = argument.substr(2);
  if (option == "-n") return value.find_first_not_of("0123456789") == std::string_view::npos;
  if (option == "-a") return value.empty() || value[0] == '/' || value[0] == '.';
  return argument == "-h";
}

bool takes_value(const CLI::App& command, const std::string& argument) {
  const CLI::Option* option = command.get_option_no_throw(argument);
  return option != nullptr && option->get_items_expected_max() > 0;
}

/// The command with a query that a command line names, and where its own arguments begin; none when another is named.
std::pair<const CLI::App*, std::size_t> command_with_query(const std::vector<std::string>& arguments,
                                                           const CLI::App& app,
                                                           std::initializer_list<const CLI::App*> with_query) {
  std::size_t i = 0;
  while (i < arguments.size() && has_dash(arguments[i])) i += takes_value(app, arguments[i]) ? 2U : 1U;
  for (const CLI::App* command : with_query)
    if (i < arguments.size() && command->get_name() == arguments[i]) return {command, i + 1};
  return {nullptr, 0};
}

/// Hides the dashes of exclusions from CLI11, which would take them for those of options; and all dashes behind --,
/// which goes.
void hide_dashes(std::vector<std::string>& arguments, const CLI::App& app,
                 std::initializer_list<const CLI::App*> with_query) {
  const auto [command, begin] = command_with_query(arguments, app, with_query);
  if (command == nullptr) return;
  bool only_words = false;
  for (std::size_t i = begin; i < arguments.size(); ++i) {
    std::string& argument = arguments[i];
    if (!has_dash(argument)) continue;
    if (only_words || (argument[1] != '-' && !is_short_option(argument))) {
      argument[0] = hidden_dash;
    } else if (argument == "--") {
      only_words = true;
      arguments.erase(arguments.begin() + static_cast<std::ptrdiff_t>(i--));
    } else if (takes_value(app, argument) || takes_value(*command, argument)) {
      ++i;
    }
  }
}

/// Prints the help or the version that was asked for, as all else is printed; returns the exit status.
int print_information(const CLI::App& app, const CLI::Error& asked) {
  std::ostringstream text;
  const int status = app.exit(asked, text, text);
  fmt::print("{}", text.str());
  return status;
}

}  // namespace

ParsedQueryOptions parse_query_options(int argc, const char* const* argv) {
  QueryOptions options;
  options.request.limit = 0;
  Raw raw;
  CLI::App app(message("hemero-query searches an archive of French press articles."), "hemero-query");
  app.footer(examples());
  app.set_version_flag("--version", "hemero-query " HEMERO_VERSION);
  app.fallthrough();
  app.require_subcommand(0, 1);  // none is told below, behind an option that is wrong
  app.add_option("-a,--archive", raw.archive, message("folder of the archive (default: $HEMERO_ARCHIVE)"));
  app.add_option("--lang", raw.lang, message("language of messages: fr or en"))->check(CLI::IsMember({"fr", "en"}));
  const auto* search = make_search(app, options, raw);
  const auto* batch = make_batch(app, options, raw);
  auto* show = app.add_subcommand("show", message("show one article"));
  show->add_option("ID", options.article, message("its number, as search prints it"))->required();
  show->add_option("--format", raw.format, message("text or json"))->check(CLI::IsMember({"text", "json"}));
  auto* versions = show->add_flag("--versions", options.lists_versions, message("list its versions"));
  auto* version = show->add_option("--version", options.version, message("show the version of this number"));
  auto* diff = show->add_option("--diff", options.diff, message("what changed between two versions, else the last two"))
                   ->expected(0, 2)
                   ->excludes(versions, version);
  version->excludes(versions);
  auto* similar = app.add_subcommand("similar", message("find articles on the same subject as one"));
  similar->add_option("ID", options.article, message("its number, as search prints it"))->required();
  similar->add_option("-n,--limit", options.request.limit, message("articles at most (default 10)"))
      ->check(CLI::Range(1, 1000));
  similar->add_option("--format", raw.format, message("text or json"))->check(CLI::IsMember({"text", "json"}));
  auto* explain = app.add_subcommand("explain", message("show how a query is understood and what its words reach"));
  explain->add_option("QUERY", raw.words, message("a query"))->required();
  add_matching(*explain, options, raw);
  auto* terms = app.add_subcommand("terms", message("list the words of the archive that start so, with their counts"));
  terms->add_option("PREFIX", raw.words, message("the beginning of a word"))->required();
  terms->add_option("-n,--limit", options.request.limit, message("words at most (default 10)"))
      ->check(CLI::Range(1, 200));
  std::vector<std::string> arguments(argv + 1, argv + argc);
  hide_dashes(arguments, app, {search, explain});
  std::reverse(arguments.begin(), arguments.end());  // as CLI11 wants them
  try {
    app.parse(std::move(arguments));
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return {std::nullopt, print_information(app, error)};
    throw Error(ErrorCode::usage, error.what(), message("“{} --help” lists commands and options", "hemero-query"));
  }
  if (app.get_subcommands().empty())
    throw Error(ErrorCode::usage, message("a command is missing"),
                message("“{} --help” lists commands and options", "hemero-query"));
  using Command = QueryOptions::Command;
  using Format = QueryOptions::Format;
  options.command = search->parsed()    ? Command::search
                    : batch->parsed()   ? Command::batch
                    : show->parsed()    ? Command::show
                    : similar->parsed() ? Command::similar
                    : terms->parsed()   ? Command::terms
                                        : Command::explain;
  options.shows_diff = diff->count() > 0;
  std::erase(options.diff, 0);  // what CLI11 gives an option without values
  options.archive = raw.archive.empty() ? default_archive() : ArchiveFolder{raw.archive};
  if (options.request.limit == 0) options.request.limit = batch->parsed() ? 100 : 10;
  if (raw.format.empty() && batch->parsed()) raw.format = "trec";
  options.format = raw.format == "json"    ? Format::json
                   : raw.format == "jsonl" ? Format::jsonl
                   : raw.format == "trec"  ? Format::trec
                                           : Format::text;
  check_request(options.request, raw);
  options.request.collapse = search->parsed() && raw.copies == "collapse";
  return {options, 0};
}

}  // namespace hemero
