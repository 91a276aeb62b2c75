#include <cstdlib>

#include "common/base/error.h"
#include "query/commands/commands.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

using Arguments = std::vector<const char*>;

std::optional<QueryCommand> parse(Arguments arguments) {
  arguments.insert(arguments.begin(), "hemero-query");
  return read_query_command(static_cast<int>(arguments.size()), arguments.data());
}

/// What the command of these options is asked to do.
template <typename Options>
Options options_of(const Arguments& arguments) {
  const auto command = parse(arguments);
  REQUIRE(command);
  REQUIRE(std::holds_alternative<Options>(*command));
  return std::get<Options>(*command);
}

/// The query of a command that has one, or the word of `terms`.
std::string query_of(const Arguments& arguments) {
  const auto command = parse(arguments);
  REQUIRE(command);
  if (const auto* search = std::get_if<SearchOptions>(&*command)) return search->request.text;
  if (const auto* explain = std::get_if<ExplainQueryOptions>(&*command)) return explain->request.text;
  return std::get<TermsOptions>(*command).prefix;
}

std::string all(const Arguments& arguments) {
  std::string line;
  for (const char* argument : arguments) line += std::string(argument) + " ";
  return line;
}

TEST_CASE("a command line that cannot be read is a usage error that names what is wrong") {
  const struct {
    Arguments arguments;
    const char* named;
    const char* reason;
  } rows[] = {
      {{}, "", "no command"},
      {{"find", "x"}, "find", "no such command"},
      {{"--no-such-option"}, "--no-such-option", ""},
      {{"search", "x", "--no-such-option"}, "--no-such-option", ""},
      {{"search", "-n", "0", "x"}, "0", "too few hits"},
      {{"search", "-n", "100001", "x"}, "100001", "too many"},
      {{"search", "-n", "ten", "x"}, "ten", "no number"},
      {{"search", "-n", "-1", "x"}, "-1", ""},
      {{"search", "--offset", "-1", "x"}, "-1", ""},
      {{"search", "--offset", "1000001", "x"}, "1000001", ""},
      {{"search", "--snippets", "21", "x"}, "21", ""},
      {{"search", "--sort", "best", "x"}, "best", ""},
      {{"search", "--match", "some", "x"}, "some", ""},
      {{"search", "--format", "xml", "x"}, "xml", ""},
      {{"search", "--format", "trec", "x"}, "trec", "a format of another command"},
      {{"search", "--from", "hier", "x"}, "hier", "no date"},
      {{"search", "--from", "2021-13", "x"}, "2021-13", ""},
      {{"search", "--to", "31/04/2021", "x"}, "31/04/2021", "no such day"},
      {{"list"}, "WHAT", ""},
      {{"list", "keywordz"}, "keywordz", "no such list"},
      {{"search", "--lang", "de", "x"}, "de", ""},
      {{"search", "x", "--from"}, "--from", "an option without its value"},
      {{"search", "x", "--nucléaire"}, "--nucléaire", "two dashes are those of an option"},
      {{"search", "-n", "-nucléaire", "x"}, "-nucléaire", "behind an option comes its value"},
      {{"-macron", "search", "x"}, "-macron", "no command takes a query before its name"},
      {{"terms", "-macron"}, "", "the beginning of a word excludes nothing"},
      {{"search", "--count", "--ids", "x"}, "--count", "one or the other"},
      {{"search", "--count", "--fields", "title", "x"}, "--fields", "a number has no fields"},
      {{"search", "--ids", "--fields", "title", "x"}, "--fields", "numbers alone are asked for"},
      {{"search", "--fields", "titel", "x"}, "titel", "no such field"},
      {{"search", "-n", "tout", "x"}, "tout", "all is the one word"},
      {{"terms", "-n", "all", "x", "y"}, "", "one beginning of words"},
      {{"cite"}, "ARTICLE", "which one"},
      {{"cite", "1", "--format", "csv"}, "csv", "a table cites nothing"},
      {{"show", "1", "--query", "x", "--diff"}, "--query", "a difference has no places"},
      {{"search", "--fields", "title,", "x"}, "“”", "a field without a name"},
      {{"search", "--fields", "", "x"}, "“”", ""},
      {{"search", "--color", "yes", "x"}, "yes", ""},
      {{"search", "--color=", "x"}, "--color", ""},
      {{"similar", "1", "--format", "trec"}, "trec", "a format of another command"},
      {{"terms", "a", "--format", "jsonl"}, "jsonl", "words are no hits"},
      {{"explain", "a", "--fields", "title"}, "--fields", ""},
      {{"show"}, "ARTICLE", "no article"},
      {{"show", "1", "--format", "jsonl"}, "jsonl", ""},
      {{"show", "1", "--open", "--format", "json"}, "--format", "nothing is printed"},
      {{"show", "1", "--open", "--versions"}, "--versions", ""},
      {{"explain"}, "QUERY", ""},
      {{"batch"}, "FILE", ""},
      {{"batch", "f", "--format", "csv"}, "csv", ""},
      {{"batch", "f", "-n", "0"}, "0", ""},
      {{"batch", "f", "g"}, "g", ""},
      {{"terms"}, "PREFIX", ""},
      {{"search", "x", "-n"}, "--limit", ""},
      {{"search", "x", "-n", "3", "-n", "4"}, "--limit", "which of them?"},
      {{"search", "x", "--count=3"}, "--count", "a flag has no value"},
      {{"show", "1", "--diff", "--versions"}, "--versions", "one or the other"},
      {{"show", "1", "--diff", "--version", "2"}, "--version", ""},
      {{"show", "1", "--diff", "0x1", "2"}, "0x1", ""},
  };
  for (const auto& row : rows) {
    INFO(all(row.arguments) << ": " << row.reason);
    try {
      parse(row.arguments);
      FAIL("no error");
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::usage);
      CHECK_THAT(error.message(), contains_text(row.named));
      CHECK_FALSE(error.message().empty());
      CHECK_FALSE(error.hint().empty());
    }
  }
}

TEST_CASE("what is not said has its default") {
  const auto search = options_of<SearchOptions>({"search", "x"});
  CHECK(search.form.format == RowFormat::text);
  CHECK(search.request.limit == 10);
  CHECK(search.request.offset == 0);
  CHECK(search.request.match == MatchMode::automatic);
  CHECK(search.request.order == SortOrder::relevance);
  CHECK(search.request.snippets == 1);
  CHECK_FALSE(search.request.from);
  CHECK_FALSE(options_of<SearchOptions>({"search", "--from", "", "x"}).request.from);
  CHECK_FALSE(search.request.to);
  CHECK(search.request.sources.empty());
  CHECK_FALSE(search.only_count);
  const auto batch = options_of<BatchOptions>({"batch", "f.tsv"});
  CHECK(batch.format == BatchOptions::Format::trec);
  CHECK(batch.request.limit == 100);
  CHECK_FALSE(batch.timing);
}

TEST_CASE("everything of a search") {
  const auto options = options_of<SearchOptions>(
      {"search",      "-a",         "/a",     "--match", "any",      "-n",   "5",       "--offset",
       "20",          "--sort",     "oldest", "--from",  "2016",     "--to", "2019-08", "--source",
       "Le Courrier", "--snippets", "3",      "--count", "--format", "json", "gilets",  "jaunes"});
  CHECK(options.archive.path == "/a");
  CHECK(options.request.text == "gilets jaunes");
  CHECK(options.request.match == MatchMode::any);
  CHECK(options.request.limit == 5);
  CHECK(options.request.offset == 20);
  CHECK(options.request.order == SortOrder::oldest);
  CHECK(options.request.from == parse_iso_date("2016"));
  CHECK(options.request.to == parse_iso_date("2019-08"));
  CHECK((options.request.sources.any == std::vector<std::string>{"Le Courrier"}));
  CHECK(options.request.snippets == 3);
  CHECK(options.only_count);
  CHECK(options.form.format == RowFormat::json);
}

TEST_CASE("restrictions to names") {
  const auto options = options_of<FacetsOptions>(
      {"facets",    "--author",      "Anne Roux",  "--author",   "Petit",     "--not-author",   "AFP",
       "--section", "societe/ecole", "--without",  "author",     "--without", "date",           "--source",
       "",          "--not-section", "sport",      "--language", "fr",        "--not-language", "en",
       "--site",    "lemonde.fr",    "--not-site", "a.example",  "--without", "site",           "grève"});
  const SearchRequest& request = options.request;
  CHECK((request.authors.any == std::vector<std::string>{"Anne Roux", "Petit"}));
  CHECK((request.authors.none == std::vector<std::string>{"AFP"}));
  CHECK(request.authors.lacking);
  CHECK((request.sections.any == std::vector<std::string>{"societe/ecole"}));
  CHECK((request.sections.none == std::vector<std::string>{"sport"}));
  CHECK_FALSE(request.sections.lacking);
  CHECK(request.sources.empty());
  CHECK((request.languages.any == std::vector<std::string>{"fr"}));
  CHECK((request.languages.none == std::vector<std::string>{"en"}));
  CHECK((request.sites.any == std::vector<std::string>{"lemonde.fr"}));
  CHECK((request.sites.none == std::vector<std::string>{"a.example"}));
  CHECK(request.sites.lacking);
  CHECK(request.undated);
}

TEST_CASE("a timeline of queries") {
  const auto usual = options_of<TimelineOptions>({"timeline", "grève sncf"});
  CHECK((usual.queries == std::vector<std::string>{"grève sncf"}));
  CHECK_FALSE(usual.step);
  CHECK(usual.unit == TimelineUnit::texts);
  CHECK(usual.format == TimelineOptions::Format::text);
  const auto options = options_of<TimelineOptions>(
      {"timeline", "--step", "week", "a b", "c", "--unit", "articles", "--format", "svg", "--from", "2019"});
  CHECK((options.queries == std::vector<std::string>{"a b", "c"}));
  CHECK(options.step == TimeStep::week);
  CHECK(options.unit == TimelineUnit::articles);
  CHECK(options.format == TimelineOptions::Format::svg);
  CHECK(options.request.from == parse_iso_date("2019"));
  CHECK((options_of<SearchOptions>({"search", "--facets", "source,year", "x"}).facets ==
         std::vector{FacetField::source, FacetField::year}));
}

TEST_CASE("how hits are printed") {
  const auto names = [](const Columns& columns) {
    std::string line;
    for (const Column& column : columns) line += std::string(column.name) + " ";
    return line;
  };
  CHECK(options_of<SearchOptions>({"search", "x"}).form.columns.empty());
  CHECK(names(options_of<SearchOptions>({"search", "--fields", "title,number", "x"}).form.columns) == "title number ");
  CHECK(names(options_of<SimilarOptions>({"similar", "1", "--fields", "url", "--fields=id"}).form.columns) ==
        "url id ");
  CHECK(meant_format({RowFormat::text}) == RowFormat::text);
  CHECK(meant_format({RowFormat::text, default_columns()}) == RowFormat::csv);
  CHECK(meant_format({RowFormat::jsonl, default_columns()}) == RowFormat::jsonl);
  CHECK(meant_format({RowFormat::csv_excel, default_columns()}) == RowFormat::csv_excel);
  CHECK_THROWS_AS(meant_format({RowFormat::ris, default_columns()}), Error);
  CHECK(meant_format({RowFormat::ris}) == RowFormat::ris);
  CHECK(options_of<SearchOptions>({"search", "x", "--color", "never"}).display.colour == Display::Colour::never);
  CHECK(options_of<TermsOptions>({"terms", "x", "--no-pager"}).display.no_pager);
}

TEST_CASE("queries as they are typed") {
  const struct {
    Arguments arguments;
    const char* query;
  } rows[] = {
      {{"search", "a"}, "a"},
      {{"search", "a", "b"}, "a b"},
      {{"search", "\"a b\"", "c"}, "\"a b\" c"},
      {{"search", "--", "-macron"}, "-macron"},
      {{"search", "--", "a", "-b", "--c"}, "a -b --c"},
      {{"search", "-n", "3", "--", "-a"}, "-a"},
      {{"search", "« gilets jaunes » -paris"}, "« gilets jaunes » -paris"},
      {{"search", "-macron"}, "-macron"},
      {{"search", "grève", "-nucléaire"}, "grève -nucléaire"},
      {{"search", "-nucléaire", "grève"}, "-nucléaire grève"},
      {{"search", "grève", "-accord", "sncf", "-héritage"}, "grève -accord sncf -héritage"},
      {{"search", "-x", "a", "-2019", "-n", "3", "-é"}, "-x a -2019 -é"},
      {{"search", "a", "-n3", "-n3b", "-n'est"}, "a -n3b -n'est"},
      {{"search", "a", "-a", "/b", "-a-t-il"}, "a -a-t-il"},
      {{"-a", "search", "search", "a", "-nul"}, "a -nul"},
      {{"search", "--lang", "fr", "a", "-\"b c\"", "-titre:b", "-(b c)", "--count", "-=b"},
       "a -\"b c\" -titre:b -(b c) -=b"},
      {{"search", "a", "--source", "-b", "-c"}, "a -c"},
      {{"search", "a", "-", "b", "-b", "--", "-n", "-b", "--count"}, "a - b -b -n -b --count"},
      {{"explain", "a", "-hausse"}, "a -hausse"},
      {{"explain", "-accord", "a"}, "-accord a"},
      {{"search", ""}, ""},
      {{"search"}, ""},
      {{"search", "[a]", "[b,c]"}, "[a] [b,c]"},
      {{"search", "titre:grève", "date:2019"}, "titre:grève date:2019"},
      {{"explain", "a", "b"}, "a b"},
      {{"terms", "amb"}, "amb"},
      {{"search", "show", "batch"}, "show batch"},
      {{"explain", "search"}, "search"},
      {{"search", "grève", "search", "terms"}, "grève search terms"},
  };
  for (const auto& row : rows) {
    INFO(all(row.arguments));
    CHECK(query_of(row.arguments) == row.query);
  }
}

TEST_CASE("the other commands") {
  CHECK(options_of<ShowOptions>({"show", "42"}).articles == std::vector<std::string>{"42"});
  CHECK(options_of<ShowOptions>({"show", "42", "-", "https://a.example/b"}).articles ==
        std::vector<std::string>{"42", "-", "https://a.example/b"});
  CHECK(options_of<ShowOptions>({"show", "--open", "--", "-k"}).articles == std::vector<std::string>{"-k"});
  CHECK_FALSE(options_of<ShowOptions>({"show", "42"}).diff);
  CHECK(options_of<ShowOptions>({"show", "42", "--format", "json"}).as_json);
  CHECK(options_of<SimilarOptions>({"similar", "42", "-n", "7"}).limit == 7);
  CHECK(options_of<ExplainQueryOptions>({"explain", "x", "--match", "all"}).request.match == MatchMode::all);
  CHECK(options_of<TermsOptions>({"terms", "x", "-n", "7"}).limit == 7);
  const auto batch =
      options_of<BatchOptions>({"batch", "-", "--format", "jsonl", "--timing", "--match", "any", "-n", "7"});
  CHECK(batch.file == "-");
  CHECK(batch.timing);
  CHECK(batch.format == BatchOptions::Format::jsonl);
  CHECK(batch.request.match == MatchMode::any);
  CHECK(batch.request.limit == 7);
}

TEST_CASE("the versions that differ may be named, and the article behind them") {
  const struct {
    Arguments arguments;
    std::vector<std::uint64_t> versions;
  } rows[] = {
      {{"show", "42", "--diff"}, {}},
      {{"show", "--diff", "42"}, {}},
      {{"show", "42", "--diff", "1"}, {1}},
      {{"show", "--diff", "1", "2", "42"}, {1, 2}},
  };
  for (const auto& row : rows) {
    INFO(all(row.arguments));
    const auto options = options_of<ShowOptions>(row.arguments);
    CHECK(options.articles == std::vector<std::string>{"42"});
    REQUIRE(options.diff);
    CHECK(*options.diff == row.versions);
  }
}

TEST_CASE("the archive is the one named, before or behind the command") {
  CHECK(options_of<SearchOptions>({"-a", "/a", "search", "x"}).archive.path == "/a");
  CHECK(options_of<SearchOptions>({"search", "--archive", "/a", "x"}).archive.path == "/a");
  CHECK(options_of<SearchOptions>({"search", "-a/a", "x", "-accord"}).archive.path == "/a");
  CHECK(options_of<SearchOptions>({"search", "-n20", "x", "-nul"}).request.limit == 20);
  setenv("HEMERO_ARCHIVE", "/from-environment", 1);
  CHECK(options_of<SearchOptions>({"search", "x"}).archive.path == "/from-environment");
  CHECK(options_of<SearchOptions>({"search", "-a", "/a", "x"}).archive.path == "/a");
  unsetenv("HEMERO_ARCHIVE");
}

}  // namespace
}  // namespace hemero
