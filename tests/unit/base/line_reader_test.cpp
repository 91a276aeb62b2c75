#include "common/base/line_reader.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <ostream>
#include <stdexcept>
#include <string>
#include <vector>

#include "tests/support/catch.h"
#include "tests/support/string_input.h"

namespace hemero {
namespace {

struct ReadLine {
  std::string text;
  std::uint64_t number;
  std::uint64_t offset;
  bool too_long = false;

  bool operator==(const ReadLine&) const = default;
};

std::ostream& operator<<(std::ostream& out, const ReadLine& line) {
  return out << line.number << '@' << line.offset << (line.too_long ? "!" : ":") << '"' << line.text << '"';
}

std::vector<ReadLine> read_lines(const std::string& bytes, std::size_t cap, std::size_t step) {
  StringInput input(bytes, step);
  LineReader reader(input, cap);
  std::vector<ReadLine> lines;
  while (const auto line = reader.next())
    lines.push_back({std::string(line->text), line->number, line->offset, line->too_long});
  CHECK(reader.offset() == bytes.size());
  CHECK_FALSE(reader.next());  // the end stays the end
  return lines;
}

struct Row {
  std::string bytes;
  std::vector<ReadLine> lines;
  const char* reason;
};

const std::vector<Row> rows{
    {"", {}, "an empty input has no line"},
    {"\n", {{"", 1, 0}}, "one line end makes one empty line"},
    {"un", {{"un", 1, 0}}, "the last line may lack its end"},
    {"un\n", {{"un", 1, 0}}, "no empty line after the last line end"},
    {"un\n\ndeux\n", {{"un", 1, 0}, {"", 2, 3}, {"deux", 3, 4}}, "empty lines count"},
    {"un\r\ndeux\r\n", {{"un", 1, 0}, {"deux", 2, 4}}, "CRLF ends a line"},
    {"u\rn\n", {{"u\rn", 1, 0}}, "a lone CR is text"},
    {"un\r", {{"un\r", 1, 0}}, "a CR at the end of the input is no line end"},
    {"\r\r\n", {{"\r", 1, 0}}, "one CR belongs to the line end"},
    {"\xEF\xBB\xBFun\n", {{"un", 1, 3}}, "the byte order mark is dropped, the offset counts it"},
    {"\xEF\xBB\xBF", {}, "a byte order mark is no line"},
    {"\xEF\xBB\xBF\n", {{"", 1, 3}}, "an empty line after the mark"},
    {"\xEF\xBB", {{"\xEF\xBB", 1, 0}}, "half a mark is text"},
    {"a\n\xEF\xBB\xBF"
     "b\n",
     {{"a", 1, 0},
      {"\xEF\xBB\xBF"
       "b",
       2, 2}},
     "a mark in the middle is text"},
    {std::string("a\0b\n", 4), {{std::string("a\0b", 3), 1, 0}}, "NUL is a byte like any other"},
    {"12345678\nx", {{"12345678", 1, 0}, {"x", 2, 9}}, "exactly the cap"},
    {"12345678\r\nx", {{"12345678", 1, 0}, {"x", 2, 10}}, "exactly the cap, before CRLF"},
    {"12345678", {{"12345678", 1, 0}}, "exactly the cap, at the end"},
    {"123456789\nx", {{"12345678", 1, 0, true}, {"x", 2, 10}}, "one more than the cap"},
    {"123456789\r\nx", {{"12345678", 1, 0, true}, {"x", 2, 11}}, "one more than the cap, before CRLF"},
    {"123456789", {{"12345678", 1, 0, true}}, "one more than the cap, at the end"},
    {"12345678\r", {{"12345678", 1, 0, true}}, "the cap and a CR that is text"},
    {"a\n1234567890abcdef\nb\n", {{"a", 1, 0}, {"12345678", 2, 2, true}, {"b", 3, 19}}, "what follows is read on"},
    {"1234567890abcdef", {{"12345678", 1, 0, true}}, "a long last line without an end"},
    {"1234567890\n1234567890\n", {{"12345678", 1, 0, true}, {"12345678", 2, 11, true}}, "two long lines"},
};

TEST_CASE("lines are cut, counted and capped, however the bytes arrive") {
  constexpr std::size_t cap = 8;
  for (const Row& row : rows)
    for (const std::size_t step : {1U, 2U, 3U, 7U, 1000U}) {
      INFO(row.reason << ", " << step << " bytes at a time");
      CHECK(read_lines(row.bytes, cap, step) == row.lines);
    }
}

TEST_CASE("lines longer than a read are joined") {
  const std::string first(300'000, 'a');
  const std::string second(500'000, 'b');
  for (const std::size_t step : {4096U, 1000000U}) {
    const auto lines = read_lines("x\n" + first + "\n" + second + "\r\nend", LineReader::default_cap, step);
    REQUIRE(lines.size() == 4);
    CHECK(lines[1].text == first);
    CHECK(lines[2].text == second);
    CHECK(lines[3].text == "end");
  }
}

TEST_CASE("the first bytes of a line over the cap outlive the skipping of its rest") {
  const std::string kept(400'000, 'k');
  const auto lines = read_lines(kept + std::string(900'000, 's') + "\nend\n", kept.size(), 100'000);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].too_long);
  CHECK(lines[0].text == kept);
  CHECK(lines[1] == ReadLine{"end", 2, 1'300'001});
}

/// An input that must not be asked again once it has ended, as a terminal would wait for more.
class EndingOnce final : public ByteInput {
 public:
  std::size_t read(std::span<char> room) override {
    if (ended_) throw std::logic_error("asked again");
    ended_ = given_;
    if (given_) return 0;
    given_ = true;
    std::copy_n("un", 2, room.begin());
    return 2;
  }

 private:
  bool given_ = false;
  bool ended_ = false;
};

TEST_CASE("the end of the input is asked for once") {
  EndingOnce input;
  LineReader reader(input);
  CHECK(reader.next());
  CHECK_FALSE(reader.next());
}

/// Bytes without a line end that take no memory.
class EndlessLine final : public ByteInput {
 public:
  explicit EndlessLine(std::uint64_t left) : left_(left) {}
  std::size_t read(std::span<char> room) override {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(room.size(), left_));
    std::fill_n(room.begin(), count, 'x');
    left_ -= count;
    return count;
  }

 private:
  std::uint64_t left_;
};

long peak_memory_kib() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

bool reads_endless_line_within_cap() {
  constexpr std::uint64_t gigabyte = 1'000'000'000;
  EndlessLine input(gigabyte);
  const long before = peak_memory_kib();
  LineReader reader(input);
  const auto line = reader.next();
  const bool right = line && line->too_long && line->text.size() == LineReader::default_cap;
  const long cap_kib = static_cast<long>(LineReader::default_cap >> 10);
  const long slack_kib = 16 * 1024;  // for the sanitizers' own memory
#ifdef __SANITIZE_THREAD__
  const long times = 5;  // it keeps four bytes beside each of ours
#else
  const long times = 1;
#endif
  return right && reader.offset() == gigabyte && peak_memory_kib() - before < times * (cap_kib + slack_kib);
}

TEST_CASE("a gigabyte without a line end costs no more memory than the cap") {
  // In a child process, whose peak of memory is not that of the tests before this one.
  const pid_t child = fork();
  REQUIRE(child >= 0);
  if (child == 0) _exit(reads_endless_line_within_cap() ? 0 : 1);
  int status = 0;
  REQUIRE(waitpid(child, &status, 0) == child);
  CHECK(status == 0);
}

}  // namespace
}  // namespace hemero
