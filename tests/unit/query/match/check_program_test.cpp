#include "query/match/check_program.h"

#include <random>

#include "common/base/error.h"
#include "tests/support/catch.h"

// A program is the same when it is read from its bytes, and other bytes are told.

namespace hemero {
namespace {

using Kind = Pattern::Kind;

constexpr std::uint32_t slots = 5;

std::uint32_t below(std::mt19937& random, std::uint32_t end) { return static_cast<std::uint32_t>(random() % end); }

Pattern random_pattern(std::mt19937& random, int depth) {
  if (depth == 0 || random() % 3 == 0) return Pattern::of_slot(below(random, slots));
  const auto kind = static_cast<Kind>(1 + random() % 5);
  Nearness nearness;
  if (kind == Kind::near) nearness = {static_cast<std::uint32_t>(random()), random() % 2 == 0};
  std::vector<Pattern> parts{random_pattern(random, depth - 1), random_pattern(random, depth - 1)};
  if (kind != Kind::near && random() % 2 == 0) parts.push_back(random_pattern(random, depth - 1));
  return Pattern::group(kind, std::move(parts), nearness);
}

CheckProgram random_program(std::mt19937& random) {
  CheckProgram program;
  program.slots.resize(slots);
  for (auto& slot : program.slots)
    while (random() % 3 != 0)
      slot.push_back({static_cast<std::uint32_t>(random()), static_cast<std::int64_t>(random()) << 20});
  while (random() % 4 != 0) {
    Check& check = program.checks.emplace_back();
    check.pattern = random_pattern(random, 4);
    check.at_least = 1 + below(random, 300);
    if (random() % 2 == 0) check.field = static_cast<Field>(random() % 3);
    check.strict = random() % 2 == 0;
    check.refutes = random() % 2 == 0;
    program.open.push_back(random() % 2 == 0);
  }
  return program;
}

/// True when the bytes are read, which must then be the only ones of what they say.
bool is_read(std::string_view bytes) {
  try {
    return to_bytes(read_program(bytes)) == bytes;
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::bad_data);
    return false;
  }
}

TEST_CASE("a program is read from its bytes") {
  std::mt19937 random(7);
  for (int round = 0; round < 500; ++round) {
    const CheckProgram program = random_program(random);
    CHECK(read_program(to_bytes(program)) == program);
  }
}

TEST_CASE("bytes that are cut or go on are no program") {
  std::mt19937 random(8);
  for (int round = 0; round < 50; ++round) {
    const std::string bytes = to_bytes(random_program(random));
    for (std::size_t size = 0; size < bytes.size(); ++size) CHECK_FALSE(is_read(bytes.substr(0, size)));
    CHECK_FALSE(is_read(bytes + '\0'));
  }
}

TEST_CASE("a damaged program is read as another one or told") {
  std::mt19937 random(9);
  for (int round = 0; round < 20'000; ++round) {
    std::string bytes = to_bytes(random_program(random));
    for (int i = 0; i < 3; ++i) bytes[random() % bytes.size()] = static_cast<char>(random());
    try {
      const CheckProgram program = read_program(bytes);
      CHECK(read_program(to_bytes(program)) == program);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::bad_data);
    }
  }
}

TEST_CASE("what would lead the search astray is no program") {
  struct Row {
    const char* why;
    std::string bytes;
  };
  const std::string no_slot{"\0", 1};
  const std::string one_slot{"\1\0", 2};
  const std::string ends{"\1\0\0\0\0", 5};  // at_least, field, strict, refutes, no open checks
  for (const Row& row : {
           Row{"a slot that is not there", no_slot + std::string("\1\0\0", 3) + ends},
           Row{"PRÈS with one part", one_slot + std::string("\1\3\0\0\1\0\0", 7) + ends},
           Row{"a kind of pattern that is not known", one_slot + std::string("\1\x06\0", 3) + ends},
           Row{"a list longer than the bytes", std::string("\xFF\xFF\x03")},
           Row{"a pattern too deep", one_slot + '\1' + std::string(5000, '\1')},
       }) {
    INFO(row.why);
    CHECK_FALSE(is_read(row.bytes));
  }
}

}  // namespace
}  // namespace hemero
