#include "common/base/message.h"

#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "tests/support/catch.h"

namespace hemero {
namespace {

/// Gives an environment variable a value (or none) until the end of the scope.
class Variable {
 public:
  Variable(const char* name, const char* value) : name_(name) {
    if (const char* before = std::getenv(name)) before_ = before;
    set(value);
  }
  ~Variable() { set(before_ ? before_->c_str() : nullptr); }
  Variable(const Variable&) = delete;
  Variable& operator=(const Variable&) = delete;

 private:
  void set(const char* value) const { value == nullptr ? unsetenv(name_) : setenv(name_, value, 1); }

  const char* name_;
  std::optional<std::string> before_;
};

TEST_CASE("the locale variables choose the language") {
  struct Row {
    const char* lc_all;
    const char* lc_messages;
    const char* lang;
    Language language;
    const char* reason;
  };
  const Row rows[] = {
      {nullptr, nullptr, nullptr, Language::english, "nothing set"},
      {nullptr, nullptr, "fr_FR.UTF-8", Language::french, "LANG"},
      {nullptr, nullptr, "fr", Language::french, "the code alone"},
      {nullptr, nullptr, "fr_CA", Language::french, "any country"},
      {nullptr, nullptr, "fr@euro", Language::french, "a variant"},
      {nullptr, nullptr, "french", Language::french, "an old alias"},
      {nullptr, nullptr, "frr_DE.UTF-8", Language::english, "North Frisian is not French"},
      {nullptr, nullptr, "C", Language::english, "C"},
      {nullptr, nullptr, "C.UTF-8", Language::english, "C"},
      {nullptr, nullptr, "POSIX", Language::english, "POSIX"},
      {nullptr, nullptr, "de_DE.UTF-8", Language::english, "another language"},
      {"C", "fr_FR", "fr_FR", Language::english, "LC_ALL wins"},
      {"fr_FR", "C", "C", Language::french, "LC_ALL wins"},
      {nullptr, "C", "fr_FR", Language::english, "LC_MESSAGES before LANG"},
      {"", "", "fr_FR", Language::french, "empty is unset"},
      {"", "fr_FR", "C", Language::french, "empty is unset"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    const Variable all("LC_ALL", row.lc_all);
    const Variable messages("LC_MESSAGES", row.lc_messages);
    const Variable lang("LANG", row.lang);
    CHECK((language_of_locale() == row.language));
  }
}

TEST_CASE("--lang chooses the language before any option is read") {
  struct Row {
    std::vector<const char*> arguments;
    Language language;
    const char* reason;
  };
  const Row rows[] = {
      {{}, Language::english, "not even a program name"},
      {{"hemero"}, Language::english, "the locale's"},
      {{"hemero", "--lang", "fr"}, Language::french, "two words"},
      {{"hemero", "--lang=fr"}, Language::french, "one word"},
      {{"hemero", "search", "kaboul", "--lang", "fr"}, Language::french, "anywhere"},
      {{"hemero", "--lang", "fr", "--lang=en"}, Language::english, "the last one wins"},
      {{"hemero", "--lang"}, Language::english, "no value"},
      {{"hemero", "--lang", "de"}, Language::english, "an unknown language"},
      {{"hemero", "--", "--lang", "fr"}, Language::english, "no options behind --"},
      {{"fr", "fr", "--language", "fr"}, Language::english, "other arguments"},
  };
  const Variable all("LC_ALL", "C");
  for (const Row& row : rows) {
    INFO(row.reason);
    CHECK((requested_language(static_cast<int>(row.arguments.size()), row.arguments.data()) == row.language));
  }
  const Variable french("LC_ALL", "fr_FR.UTF-8");
  const char* const english[] = {"hemero", "--lang=en"};
  CHECK((requested_language(1, english) == Language::french));
  CHECK((requested_language(2, english) == Language::english));
}

TEST_CASE("messages are in the language that was set") {
  CHECK((language() == Language::english));
  CHECK(message("cannot read {}", "x") == "cannot read x");
  CHECK(translated("not in the table {}") == "not in the table {}");
  set_language(Language::french);
  CHECK(message("cannot read {}", "x") == "impossible de lire x");
  CHECK(message("{}: {}", "a", 1) == "a\u00A0: 1");
  CHECK(translated("not in the table {}") == "not in the table {}");
  CHECK(translated("") == "");
  set_language(Language::english);
  CHECK(message("cannot read {}", "x") == "cannot read x");
}

TEST_CASE("braces in an argument are text") { CHECK(message("cannot read {}", "{}{0}") == "cannot read {}{0}"); }

TEST_CASE("numbers are written as each language does") {
  const struct {
    std::uint64_t number;
    const char* english;
    const char* french;
  } rows[] = {{0, "0", "0"},
              {999, "999", "999"},
              {5105, "5,105", "5\u202F105"},
              {12'345'678, "12,345,678", "12\u202F345\u202F678"}};
  for (const auto& row : rows) {
    CHECK(number_text(row.number) == row.english);
    set_language(Language::french);
    CHECK(number_text(row.number) == row.french);
    set_language(Language::english);
  }
  CHECK(number_text(19.574, 2) == "19.57");
  CHECK(number_text(-0.5, 1) == "-0.5");
  set_language(Language::french);
  CHECK(number_text(19.574, 2) == "19,57");
  CHECK(number_text(3, 0) == "3");
  set_language(Language::english);
}

TEST_CASE("what is to be typed is one word of a shell") {
  const struct {
    const char* argument;
    const char* word;
  } rows[] = {
      {"grève", "grève"},
      {"--from=2019", "--from=2019"},
      {"a/b.txt", "a/b.txt"},
      {"", "''"},
      {"la grève", "'la grève'"},
      {"l'été", "'l'\\''été'"},
      {"$HOME", "'$HOME'"},
      {"~", "'~'"},
      {"a*", "'a*'"},
      {"\"x\"", "'\"x\"'"},
  };
  for (const auto& row : rows) CHECK(shell_word(row.argument) == row.word);
}

}  // namespace
}  // namespace hemero
