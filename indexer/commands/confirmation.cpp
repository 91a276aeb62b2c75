#include "indexer/commands/confirmation.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "common/text/characters/one_line.h"

namespace hemero {

namespace {

std::string question(Destruction what, std::uint64_t articles) {
  if (what == Destruction::erase)
    return articles == 1 ? message("erase 1 article for good? [y/N]")
                         : message("erase {} articles for good? [y/N]", number_text(articles));
  return articles == 1 ? message("remove 1 article? [y/N]")
                       : message("remove {} articles? [y/N]", number_text(articles));
}

/// The first titles, a line each, and how many more articles there are.
void show_titles(const Doomed& doomed) {
  for (const std::string& title : doomed.titles)
    fmt::print(stderr, "  {}\n", title.empty() ? message("(no title)") : one_line(title));
  const std::uint64_t others = doomed.articles - doomed.titles.size();
  if (others > 0 && !doomed.titles.empty())
    fmt::print(stderr, "  {}\n", others == 1 ? message("… and 1 more") : message("… and {} more", number_text(others)));
}

/// Why it cannot be asked.
Error no_terminal(Destruction what, std::uint64_t articles) {
  return Error(ErrorCode::usage,
               what == Destruction::erase
                   ? message("articles that would be erased for good: {}; nothing was done", articles)
                   : message("articles that would be removed: {}; nothing was done", articles),
               message("look at them with --dry-run, then say --yes: there is no terminal to ask on"));
}

/// One line from the terminal, in lower case; nothing after Ctrl-C.
std::string typed_answer() {
  std::array<char, 100> bytes{};
  if (!wait_for_input(STDIN_FILENO)) return {};
  const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
  std::string answer;
  for (const char c : std::string_view(bytes.data(), static_cast<std::size_t>(std::max<ssize_t>(count, 0))))
    if (c > ' ') answer += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return answer;
}

}  // namespace

bool confirmed(bool yes, Destruction what, const Doomed& doomed) {
  if (yes || doomed.articles == 0) return true;
  if (::isatty(STDIN_FILENO) != 1 || ::isatty(STDERR_FILENO) != 1) throw no_terminal(what, doomed.articles);
  show_titles(doomed);
  fmt::print(stderr, "{} ", question(what, doomed.articles));
  const std::string answer = typed_answer();
  const std::array<std::string_view, 4> agreed{"y", "yes", "o", "oui"};
  return std::find(agreed.begin(), agreed.end(), answer) != agreed.end();
}

int declined() {
  fmt::print(stderr, "{}\n", message("nothing was done"));
  return stop_requested() ? 130 : 1;
}

}  // namespace hemero
