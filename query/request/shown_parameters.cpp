#include "query/request/shown_parameters.h"

#include <algorithm>
#include <iterator>

#include "common/base/message.h"
#include "common/model/facet.h"

namespace hemero {

namespace {

using Kind = Parameter::Kind;
using Help = std::string (*)();

ShownParameter flag(std::string name, Help help) { return {{std::move(name), Kind::flag, help}}; }

ShownParameter text(std::string name, Kind kind, Help help) { return {{std::move(name), kind, help}}; }

/// The first of the values is the usual one.
ShownParameter word(std::string name, std::vector<std::string> choices, Help help) {
  ShownParameter made{{std::move(name), Kind::word, help, std::move(choices)}};
  made.usual = made.choices.front();
  return made;
}

ShownParameter number(std::string name, std::uint64_t least, std::uint64_t most, std::string usual, Help help) {
  return {{.name = std::move(name),
           .kind = Kind::number,
           .help = help,
           .least = least,
           .most = most,
           .usual = std::move(usual)}};
}

ShownParameter of_pages(ShownParameter parameter) {
  parameter.on_pages = true;
  return parameter;
}

ShownParameter language_parameter() {
  return {{.name = "lang",
           .kind = Kind::word,
           .help = [] { return message("language of messages"); },
           .choices = {"fr", "en"}},
          true};
}

ShownParameter fields_parameter() {
  return {
      {.name = "fields",
       .kind = Kind::word,
       .help = [] { return message("what is counted; given again, several (usually source, year, section, author)"); },
       .choices = {std::begin(facet_names), std::end(facet_names)},
       .repeats = true}};
}

/// How articles and lines are ordered, and how many there are of them.
void add_lists(std::vector<ShownParameter>& made) {
  made.push_back(
      of_pages(word("sort", {"relevance", "newest", "oldest"}, [] { return message("which articles come first"); })));
  made.push_back(of_pages(word("copies", {"collapse", "all"},
                               [] { return message("collapse: one article of several with the same text"); })));
  made.push_back(of_pages(word("lines", {"right", "left", "form", "newest", "oldest", "source"}, [] {
    return message("right, left: by three words beside; form: by the words themselves");
  })));
  made.push_back(of_pages(text("id", Kind::text, [] { return message("the number of an article"); })));
  made.push_back(of_pages(text("format", Kind::text, [] { return message("ris or bibtex"); })));
  made.push_back(of_pages(text("name", Kind::text, [] { return message("which of those that are kept"); })));
  made.push_back(number("snippets", 0, 20, "1", [] { return message("passages shown of each article (default 1)"); }));
  made.push_back(of_pages(
      number("context", 0, 50, "7", [] { return message("words on each side, of the paragraph (default 7)"); })));
  made.push_back(number("limit", 1, 200, "20", [] { return message("how many there are at most (default 20)"); }));
  made.push_back(text("cursor", Kind::text, [] { return message("where to go on: the address in “next” has it"); }));
}

/// Which words are told.
void add_words(std::vector<ShownParameter>& made) {
  constexpr std::uint64_t often = 1'000'000;
  made.push_back(of_pages(number("window", 1, 15, "5", [] { return message("words before and behind (default 5)"); })));
  made.push_back(
      of_pages(word("within", {"sentence", "paragraph"}, [] { return message("where a window ends at the latest"); })));
  made.push_back(
      of_pages(word("order", {"likelihood", "dice", "occurrences"}, [] { return message("which words come first"); })));
  made.push_back(of_pages(text("against", Kind::query, [] {
    return message("the texts to compare with (default: all others of the archive)");
  })));
  made.push_back(
      number("least", 1, often, "5", [] { return message("only words that stand there so often (default {})", "5"); }));
  made.push_back(number("least-texts", 1, often, "", [] {
    return message("only words that stand there in so many texts (default {})", message("3; of keywords 5"));
  }));
  made.push_back(of_pages(flag("stop-words", [] { return message("words of grammar as well"); })));
  made.push_back(
      of_pages(flag("case", [] { return message("tell apart words that differ in capitals: Pierre, pierre"); })));
  made.push_back(of_pages(text("prefix", Kind::text, [] { return message("the beginning of a word"); })));
  made.push_back(text("like", Kind::text, [] { return message("only what this is a part of, whatever the accents"); }));
}

/// What is counted, and over what.
void add_counts(std::vector<ShownParameter>& made) {
  made.push_back(fields_parameter());
  made.push_back({{.name = "compare",
                   .kind = Kind::query,
                   .help = [] { return message("another search to stand beside it; given again, up to three"); },
                   .repeats = true},
                  true});
  made.push_back(of_pages(word("step", {"auto", "day", "week", "month", "year"}, [] {
    return message("auto: as the dates of what matches suggest; weeks are those of ISO 8601");
  })));
  made.push_back(of_pages(word("unit", {"texts", "articles", "occurrences"}, [] {
    return message(
        "texts: of 1,000 distinct texts those that match; articles: how many match; occurrences: of the "
        "query in a million words");
  })));
  made.push_back(
      of_pages(word("over", {"month", "year", "source"}, [] { return message("what the texts are parted by"); })));
}

std::vector<ShownParameter> make_parameters() {
  std::vector<ShownParameter> made;
  add_lists(made);
  add_words(made);
  add_counts(made);
  made.push_back(of_pages(number("page", 1, 10'000, "1", [] { return message("which page of them"); })));
  made.push_back(of_pages(language_parameter()));
  return made;
}

}  // namespace

const std::vector<ShownParameter>& shown_parameters() {
  static const std::vector<ShownParameter> made = make_parameters();
  return made;
}

const ShownParameter* shown_parameter(std::string_view name) {
  const auto found = std::ranges::find(shown_parameters(), name, &ShownParameter::name);
  return found == shown_parameters().end() ? nullptr : &*found;
}

std::string shown_help(std::string_view name) { return shown_parameter(name)->help(); }

}  // namespace hemero
