#include "query/words/folded_words.h"

#include <fmt/format.h>

#include "tests/support/catch.h"
#include "tests/unit/query/press_archive.h"

namespace hemero {
namespace {

std::string found(FoldedWords& words, std::size_t shortest, std::size_t longest, std::string_view prefix) {
  std::string text;
  words.each(shortest, longest, prefix,
             [&](std::string_view folded) { text += fmt::format("{}{}", text.empty() ? "" : " ", folded); });
  return text;
}

TEST_CASE("folded words are found by their length and their beginning, in order, each once") {
  PressArchive press({{.key = "a", .title = "Zoo", .text = "Un chat, des chats, l’élève noir et le Chat noirci."}});
  FoldedWords words(press.reader().vocabulary(), Deadline::never());
  CHECK(found(words, 5, 6, "c") == "chats");  // of those that begin so, nothing else is read
  CHECK(found(words, 3, 5, "") == "chat chats des eleve noir zoo");
  CHECK(found(words, 1, 99, "noir") == "noir noirci");
  CHECK(found(words, 1, 99, "noird").empty());
  CHECK(found(words, 6, 99, "") == "noirci");
}

TEST_CASE("when the time is over, no more words are read or looked at") {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += fmt::format("m{}z ", i);
  PressArchive press({{.key = "a", .title = "Mots", .text = text}});
  const Deadline over(std::chrono::nanoseconds(1));
  FoldedWords words(press.reader().vocabulary(), over);
  CHECK(found(words, 1, 99, "").size() < text.size() / 4);
  CHECK(over.was_over());
}

}  // namespace
}  // namespace hemero
