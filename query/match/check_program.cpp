#include "query/match/check_program.h"

#include <limits>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/streams/varint.h"

namespace hemero {

namespace {

using Kind = Pattern::Kind;

/// Deeper than any query that is read.
constexpr std::size_t deepest = 1000;

class Writer {
 public:
  void program(const CheckProgram& program) {
    number(program.slots.size());
    for (const auto& slot : program.slots) {
      number(slot.size());
      for (const CheckProgram::Surface& surface : slot) {
        number(surface.id);
        number(static_cast<std::uint64_t>(surface.occurrences));
      }
    }
    number(program.checks.size());
    for (const Check& check : program.checks) this->check(check);
    number(program.open.size());
    for (const bool open : program.open) number(open);
  }

  std::string bytes;

 private:
  void check(const Check& check) {
    pattern(check.pattern);
    number(check.at_least);
    number(check.field ? 1 + static_cast<std::uint64_t>(*check.field) : 0);
    number(check.strict);
    number(check.refutes);
  }

  void pattern(const Pattern& pattern) {
    number(static_cast<std::uint64_t>(pattern.kind));
    if (pattern.kind == Kind::slot) return number(pattern.slot);
    if (pattern.kind == Kind::near) {
      number(pattern.nearness.distance);
      number(pattern.nearness.ordered);
    }
    number(pattern.parts.size());
    for (const Pattern& part : pattern.parts) this->pattern(part);
  }

  void number(std::uint64_t value) { append_varint(bytes, value); }
};

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  CheckProgram program() {
    CheckProgram program;
    program.slots.resize(length());
    for (auto& slot : program.slots) {
      slot.resize(length());
      for (CheckProgram::Surface& surface : slot) {
        surface.id = static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
        surface.occurrences = static_cast<std::int64_t>(number(std::numeric_limits<std::int64_t>::max()));
      }
    }
    slots_ = program.slots.size();
    program.checks.resize(length());
    for (Check& check : program.checks) check = this->check();
    program.open.resize(length());
    for (auto&& open : program.open) open = flag();
    require(at_ == bytes_.size());
    return program;
  }

 private:
  Check check() {
    Check check;
    check.pattern = pattern(0);
    check.at_least = static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
    const std::uint64_t field = number(1 + static_cast<std::uint64_t>(Field::body));
    if (field > 0) check.field = static_cast<Field>(field - 1);
    check.strict = flag();
    check.refutes = flag();
    return check;
  }

  Pattern pattern(std::size_t depth) {
    require(depth < deepest);
    Pattern pattern;
    pattern.kind = static_cast<Kind>(number(static_cast<std::uint64_t>(Kind::paragraph)));
    if (pattern.kind == Kind::slot) {
      pattern.slot = static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
      require(pattern.slot < slots_);
      return pattern;
    }
    if (pattern.kind == Kind::near) {
      pattern.nearness.distance = static_cast<std::uint32_t>(number(std::numeric_limits<std::uint32_t>::max()));
      pattern.nearness.ordered = flag();
    }
    const std::size_t parts = length();
    require(pattern.kind != Kind::near || parts == 2);
    for (std::size_t i = 0; i < parts; ++i) pattern.parts.push_back(this->pattern(depth + 1));
    return pattern;
  }

  /// Of a list, each part of which takes a byte at least.
  std::size_t length() { return static_cast<std::size_t>(number(bytes_.size() - at_)); }

  bool flag() { return number(1) == 1; }

  std::uint64_t number(std::uint64_t most) {
    require(at_ < bytes_.size());
    const std::uint64_t value = read_varint(bytes_, at_);
    require(value <= most);
    return value;
  }

  static void require(bool right) {
    if (!right) throw Error(ErrorCode::bad_data, message("the questions to the texts are damaged"));
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  std::size_t slots_ = 0;
};

}  // namespace

CheckProgram program_of(const QueryPlan& plan, std::vector<bool> open) {
  CheckProgram program;
  for (const auto& surfaces : plan.slots) {
    auto& slot = program.slots.emplace_back();
    for (const VocabularyEntry& surface : surfaces) slot.push_back({surface.id, surface.occurrences});
  }
  program.checks = plan.checks;
  program.open = std::move(open);
  return program;
}

std::string to_bytes(const CheckProgram& program) {
  Writer writer;
  writer.program(program);
  return std::move(writer.bytes);
}

CheckProgram read_program(std::string_view bytes) { return Reader(bytes).program(); }

}  // namespace hemero
