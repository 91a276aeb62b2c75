#include "common/command/command_line.h"

#include "common/base/error.h"
#include "common/base/message.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

using Arguments = std::vector<const char*>;

/// What the commands of a small program are asked to do.
struct Order {
  std::string archive = "default";
  std::string query;
  std::vector<std::string> paths;
  std::vector<std::string> maps;
  std::optional<std::vector<std::uint32_t>> ids;
  std::uint64_t limit = 10;
  std::optional<double> age;
  std::optional<Date> from;
  int mood = 1;
  bool count = false;
  bool loud = false;
  bool kept = false;
  std::string name;
};

bool holds_equals(const std::string& value) { return value.find('=') != std::string::npos; }

std::vector<Command> commands_of(Order& order) {
  Command find("find", "find it");
  find.query("QUERY", order.query, "a query");
  find.number("-n,--limit", 1, 100, order.limit, "how many");
  find.decimal("--age", 0.5, 2, order.age, "how old");
  find.date("--from", order.from, "since when");
  find.word("--mood", std::vector{NamedValue<int>{"sad", 0}, NamedValue<int>{"glad", 1}}, order.mood, "how");
  find.flag("--count", order.count, "count it");
  find.flag("--loud", order.loud, "loudly").excludes({"--count"}).needs("--from");
  find.text("-a,--archive", "FOLDER", order.archive, "where").make_general();
  Command put("put", "put it");
  put.paths("PATH", order.paths, "files").required = true;
  put.texts(
         "--map", "A=B", [&order](const std::string& map) { order.maps.push_back(map); }, "names")
      .going_on_with(holds_equals);
  put.numbers("--id", "N…", 1, 100, order.ids, "numbers");
  put.text("-a,--archive", "FOLDER", order.archive, "where").make_general();
  put.check([&order] {
    if (order.paths.size() > 3) throw Error(ErrorCode::usage, "too much", "put less");
  });
  Command shelf("shelf", "keep it");
  shelf.word("ACTION", std::vector{NamedValue<bool>{"look", false}, NamedValue<bool>{"keep", true}}, order.kept,
             "what");
  shelf.only_for({"keep"});
  shelf.optional_argument("NAME", CommandOption::Kind::text, order.name, "under which name");
  shelf.query("QUERY", order.query, "a query").required = false;
  shelf.number("--limit", 1, 100, order.limit, "how many");
  shelf.only_for({});
  shelf.text("-a,--archive", "FOLDER", order.archive, "where").make_general();
  return {find, put, shelf};
}

std::optional<std::size_t> read(Order& order, Arguments arguments) {
  arguments.insert(arguments.begin(), "press");
  return read_command_line({"press", "It is a press.", ""}, commands_of(order), static_cast<int>(arguments.size()),
                           arguments.data());
}

Error error_of(const Arguments& arguments) {
  Order order;
  try {
    read(order, arguments);
  } catch (const Error& error) {
    return error;
  }
  return Error(ErrorCode::bug, "no error");
}

std::string line(const Arguments& arguments) {
  std::string line;
  for (const char* argument : arguments) line += std::string(argument) + " ";
  return line;
}

/// Speaks French while it lives.
struct InFrench {
  InFrench() { set_language(Language::french); }
  ~InFrench() { set_language(Language::english); }
  InFrench(const InFrench&) = delete;
  InFrench& operator=(const InFrench&) = delete;
};

TEST_CASE("each option reaches what it is bound to, wherever it stands") {
  Order order;
  CHECK(read(order, {"-a", "/a", "find", "-n5", "x", "--age=1.5", "--from", "2021-08", "--mood", "sad", "--count"}) ==
        0U);
  CHECK(order.archive == "/a");
  CHECK(order.query == "x");
  CHECK(order.limit == 5);
  CHECK(order.age == 1.5);
  CHECK(order.from == parse_iso_date("2021-08"));
  CHECK(order.mood == 0);
  CHECK(order.count);
  Order none;
  CHECK(read(none, {"put", "f"}) == 1U);
  CHECK(none.archive == "default");
  CHECK_FALSE(none.ids);
}

TEST_CASE("an option with several values leaves the arguments to the command") {
  using Words = std::vector<std::string>;
  const struct {
    Arguments arguments;
    Words maps;
    Words paths;
    const char* reason;
  } rows[] = {
      {{"put", "--map", "a=b", "f"}, {"a=b"}, {"f"}, "one"},
      {{"put", "--map", "a=b", "c=d", "f"}, {"a=b", "c=d"}, {"f"}, "one behind the other"},
      {{"put", "--map=a=b", "c=d", "f", "e=f"}, {"a=b", "c=d"}, {"f", "e=f"}, "only right behind each other"},
      {{"put", "f", "--map", "a=b", "--map", "c=d"}, {"a=b", "c=d"}, {"f"}, "each named"},
      {{"put", "--map", "x", "f"}, {"x"}, {"f"}, "the first is a value, whatever it looks like"},
      {{"put", "--id", "1", "2", "--", "f"}, {}, {"f"}, "two dashes end the values"},
      {{"put", "--", "-f", "--map"}, {}, {"-f", "--map"}, "and the options"},
  };
  for (const auto& row : rows) {
    INFO(line(row.arguments) << ": " << row.reason);
    Order order;
    CHECK(read(order, row.arguments) == 1U);
    CHECK(order.maps == row.maps);
    CHECK(order.paths == row.paths);
  }
}

TEST_CASE("arguments before a query take a word each") {
  const struct {
    Arguments arguments;
    bool kept;
    const char* name;
    const char* query;
    const char* reason;
  } rows[] = {
      {{"shelf"}, false, "", "", "none"},
      {{"shelf", "look"}, false, "", "", "the first"},
      {{"shelf", "keep", "it", "a", "b"}, true, "it", "a b", "each, and the query what is left"},
      {{"shelf", "--limit", "3", "keep", "-a", "x", "it"}, true, "it", "", "options are none of them"},
      {{"shelf", "keep", "it", "-nine", "--", "-a"}, true, "it", "-nine -a", "words of the query as ever"},
  };
  for (const auto& row : rows) {
    INFO(line(row.arguments) << ": " << row.reason);
    Order order;
    CHECK(read(order, row.arguments) == 2U);
    CHECK(order.kept == row.kept);
    CHECK(order.name == row.name);
    CHECK(order.query == row.query);
  }
}

TEST_CASE("what is wrong is said in the reader's language") {
  const struct {
    Arguments arguments;
    const char* english;
    const char* french;
  } rows[] = {
      {{}, "a command is missing", "il manque une commande"},
      {{"fnid"}, "there is no command “fnid”", "il n’y a pas de commande « fnid »"},
      {{"discover"}, "there is no command “discover”", "il n’y a pas de commande « discover »"},
      {{"find", "x", "--limt=3"}, "there is no option --limt", "il n’y a pas d’option --limt"},
      {{"find", "x", "--nucléaire"}, "there is no option --nucléaire", "il n’y a pas d’option --nucléaire"},
      {{"find"}, "QUERY is missing", "il manque QUERY"},
      {{"find", "x", "-n"}, "--limit: its value is missing", "--limit : il manque sa valeur"},
      {{"find", "x", "-n", "0"},
       "--limit 0: a whole number from 1 to 100 was expected",
       "--limit 0 : un nombre entier de 1 à 100 était attendu"},
      {{"find", "x", "--age", "nan"},
       "--age nan: a number from 0.5 to 2 was expected",
       "--age nan : un nombre de 0.5 à 2 était attendu"},
      {{"find", "x", "--mood", "bad"},
       "--mood bad: one of these words was expected: sad, glad",
       "--mood bad : un de ces mots était attendu : sad, glad"},
      {{"find", "x", "--from", "hier"}, "--from hier: a date was expected", "--from hier : une date était attendue"},
      {{"find", "x", "-n", "1", "--limit", "2"}, "--limit is given more than once", "--limit est donné plusieurs fois"},
      {{"find", "x", "--count=2"}, "--count takes no value", "--count ne prend pas de valeur"},
      {{"find", "x", "--loud", "--count", "--from", "2021"},
       "--loud and --count do not go together",
       "--loud et --count ne vont pas ensemble"},
      {{"find", "x", "--loud"}, "--loud needs --from", "--loud demande --from"},
      {{"shelf", "--limit", "3"}, "--limit goes with keep only", "--limit ne va qu’avec keep"},
      {{"shelf", "look", "it"}, "NAME goes with keep only", "NAME ne va qu’avec keep"},
      {{"-x", "find"}, "there is no option -x", "il n’y a pas d’option -x"},
  };
  for (const auto& row : rows) {
    INFO(line(row.arguments));
    CHECK(error_of(row.arguments).message() == row.english);
    CHECK(error_of(row.arguments).code() == ErrorCode::usage);
    CHECK(error_of(row.arguments).hint() != "");
    const InFrench french;
    CHECK(error_of(row.arguments).message() == row.french);
  }
  CHECK(error_of({"put", "1", "2", "3", "4"}).hint() == "put less");
}

TEST_CASE("a mistake is told the whole line that was meant, where one can be read") {
  const struct {
    Arguments arguments;
    const char* meant;
    const char* reason;
  } rows[] = {
      {{"fnid", "x"}, "press find x", "the command"},
      {{"fi", "x"}, "press find x", "its beginning"},
      {{"Find", "x"}, "press find x", "in capitals"},
      {{"fnid"}, "press find --help", "a query is missing too"},
      {{"pens", "x y"}, "press find pens 'x y'", "near no command: words to be found"},
      {{"it's"}, "press find 'it'\\''s'", "a shell reads it"},
      {{"a\x1b[2J"}, "", "no terminal is sent what moves it"},
      {{"find", "x", "--limt=3"}, "press find x --limit=3", "an option"},
      {{"find", "x", "--lim", "3"}, "press find x --limit 3", "its beginning"},
      {{"find", "x", "--form", "2019"}, "press find x --from 2019", "nearer"},
      {{"find", "x", "--glad"}, "press find x --mood glad", "a word that an option may be"},
      {{"find", "x", "--nucléaire"}, "", "nothing is near"},
      {{"put", "f", "-map", "a=b"}, "press put f --map a=b", "one dash"},
      {{"put", "f", "---limit=3"}, "", "an option of another command"},
      {{"put", "f", "---map=a=b"}, "press put f --map=a=b", "three dashes"},
      {{"put", "f", "--=x"}, "", "no name at all"},
      {{"put", "f", "-hello"}, "press put f --help", "no help yet"},
      {{"-h=3"}, "press --help", "a flag has no value"},
      {{"find", "x", "--help=3"}, "press find x --help", "nor has this"},
      {{"put", "f", "-archive", "x"}, "press put f --archive x", "and not -a rchive"},
      {{"put", "f", "--Map=a=b"}, "press put f --map=a=b", "capitals"},
      {{"-V"}, "press --version", "a letter"},
      {{"--limit", "3", "find", "x"}, "press find --limit 3 x", "before its command"},
      {{"--lmit", "3", "find", "x"}, "press find --limit 3 x", "and mistyped"},
      {{"find", "x", "--mood", "gald"}, "press find x --mood glad", "a word"},
      {{"find", "x", "--mood=GLAD"}, "press find x --mood glad", "in capitals"},
      {{"find", "x", "--age", "1,5"}, "press find x --age 1.5", "a decimal comma"},
      {{"find", "x", "-n", "0"}, "", "no number is near another"},
      {{"find", "x", "-n", "1", "--limit", "2"}, "press find x --limit 2", "the last one counts"},
      {{"find", "x", "-n1", "-n", "2", "--limit=3"}, "press find x --limit=3", "three times"},
      {{"find", "x", "--count=2"}, "press find x --count", "a flag"},
      {{"find", "x", "--loud", "--count", "--from", "2021"}, "press find x --count --from 2021", "one of the two"},
      {{"find", "x", "--loud"}, "press find x", "without what it needs"},
      {{"shelf", "look", "--limit", "3"}, "press shelf look", "what goes with something else"},
      {{"find"}, "", "what is missing cannot be guessed"},
      {{"fnid", "x", "--cuont", "--moo", "sda"}, "press find x --count --mood sad", "four at once"},
      {{"fnid", "x", "--cuont", "--mdoo", "sda", "--limt", "1"}, "", "too many"},
  };
  for (const auto& row : rows) {
    INFO(line(row.arguments) << ": " << row.reason);
    const std::string meant = row.meant;
    const std::string hint = error_of(row.arguments).hint();
    INFO(hint);
    CHECK((hint.find("did you mean") == std::string::npos) == meant.empty());
    CHECK((meant.empty() || hint.ends_with("did you mean “" + meant + "”?")));
  }
  const InFrench french;
  CHECK(error_of({"fnid", "x"}).hint() == "vouliez-vous dire « press find x » ?");
}

}  // namespace
}  // namespace hemero
