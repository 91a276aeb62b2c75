#include "common/base/progress.h"

#include <algorithm>
#include <string>

#include "common/base/message.h"
#include "tests/support/catch.h"

namespace hemero {
namespace {

ProgressState halfway() {
  return {.label = "Indexing",
          .done = 42'600'000,
          .total = 85'200'000,
          .articles = 18'000,
          .elapsed = std::chrono::seconds(10),
          .unit = ProgressUnit::bytes};
}

TEST_CASE("a line shows the share, the articles, the rate, the amount and the time left") {
  CHECK(progress_line(halfway(), 200) ==
        "Indexing  [==================>                   ]  50%  18,000 articles  1,800/s  42.6 MB  0:10 left");
}

TEST_CASE("the bar takes the room that is left, and goes when there is none") {
  CHECK(progress_line(halfway(), 72) == "Indexing  [===>     ]  50%  18,000 articles  1,800/s  42.6 MB  0:10 left");
}

TEST_CASE("French lines have French numbers") {
  set_language(Language::french);
  const std::string line = progress_line(halfway(), 70);
  set_language(Language::english);
  CHECK(line == "Indexing  50\u00A0%  18\u202F000 articles  1\u202F800/s  42,6\u00A0Mo  reste 0:10");
}

TEST_CASE("an unknown total has no bar and no remaining time") {
  ProgressState state = halfway();
  state.total = 0;
  CHECK(progress_line(state, 200) == "Indexing  18,000 articles  1,800/s  42.6 MB");
}

TEST_CASE("articles are not counted as bytes") {
  ProgressState state = halfway();
  state.done = 18'000;
  state.total = 36'000;
  state.unit = ProgressUnit::articles;
  CHECK(progress_line(state, 63) == "Indexing  [===>     ]  50%  18,000 articles  1,800/s  0:10 left");
}

TEST_CASE("edges of a line") {
  struct Row {
    std::uint64_t done;
    double seconds;
    const char* part;
    const char* reason;
  };
  const Row rows[] = {
      {0, 0.0, "[                                      ]  0%", "nothing done, and no remaining time yet"},
      {85'200'000, 100, "[======================================]  100%", "all done"},
      {90'000'000, 100, "[======================================]  100%", "more than the total, as files grow"},
      {85'100'000, 100, "  99%", "not 100 % before the end"},
      {852'000, 10, "16:30 left", "minutes"},
      {852'000, 100, "2:45:00 left", "hours"},
      {1, 1e6, "277777:46:40 left", "a very long time"},
  };
  for (const Row& row : rows) {
    INFO(row.reason);
    ProgressState state = halfway();
    state.done = row.done;
    state.elapsed = std::chrono::duration<double>(row.seconds);
    CHECK_THAT(progress_line(state, 200), contains_text(row.part));
  }
}

TEST_CASE("no remaining time is guessed before anything is done") {
  ProgressState state = halfway();
  state.done = 0;
  CHECK_THAT(progress_line(state, 200), !contains_text("left"));
}

TEST_CASE("a line never grows over the columns it has") {
  ProgressState state = halfway();
  state.label = "Août à Évian";
  for (std::size_t columns = 0; columns < 150; ++columns) {
    const std::string line = progress_line(state, columns);
    const auto characters = std::count_if(line.begin(), line.end(), [](char byte) { return (byte & 0xC0) != 0x80; });
    CHECK(static_cast<std::size_t>(characters) <= columns);
  }
  CHECK(progress_line(state, 4) == "Août");
  CHECK(progress_line(state, 3) == "Aoû");
  CHECK(progress_line(state, 2) == "Ao");
}

}  // namespace
}  // namespace hemero
