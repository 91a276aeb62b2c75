#include "indexer/sources/input_limits.h"

#include <optional>

#include "common/base/error.h"
#include "tests/support/catch.h"

// Limits of what is read, as users name and set them.

namespace hemero {
namespace {

/// The limit after the assignment, or nothing when it is refused.
std::optional<std::uint64_t> after(std::string_view assignment, std::uint64_t InputLimits::*limit) {
  InputLimits limits;
  try {
    set_limit(limits, assignment);
  } catch (const Error& error) {
    CHECK((error.code() == ErrorCode::usage));
    return std::nullopt;
  }
  return limits.*limit;
}

TEST_CASE("limits are set by name") {
  const struct {
    const char* assignment;
    std::uint64_t InputLimits::*limit;
    std::optional<std::uint64_t> value;
    const char* reason;
  } rows[] = {
      {"text=32MiB", &InputLimits::text, 32u << 20, ""},
      {"text=1GiB", &InputLimits::text, 1u << 30, "the most that is in memory at once"},
      {"text=2GiB", &InputLimits::text, std::nullopt, "more than that"},
      {"text=32", &InputLimits::text, std::nullopt, "a size needs its unit"},
      {"text=32KiB", &InputLimits::text, std::nullopt, "and is told in MiB"},
      {"text=-1MiB", &InputLimits::text, std::nullopt, ""},
      {"text=0MiB", &InputLimits::text, std::nullopt, "nothing could be read"},
      {"text=", &InputLimits::text, std::nullopt, ""},
      {"text", &InputLimits::text, std::nullopt, ""},
      {"=1MiB", &InputLimits::text, std::nullopt, ""},
      {"", &InputLimits::text, std::nullopt, ""},
      {"Text=1MiB", &InputLimits::text, std::nullopt, "names are as they are listed"},
      {"container-total=17179869184GiB", &InputLimits::container_total, std::nullopt, "beyond 64 bits"},
      {"container-total=100GiB", &InputLimits::container_total, std::uint64_t{100} << 30, ""},
      {"container-entries=5", &InputLimits::container_entries, 5, ""},
      {"container-entries=5MiB", &InputLimits::container_entries, std::nullopt, "a count has no unit"},
      {"container-entries=99999999999999999999", &InputLimits::container_entries, std::nullopt, "beyond 64 bits"},
      {"container-nesting=9", &InputLimits::container_nesting, std::nullopt, "deeper than any archive is"},
      {"unpack-ratio=1000", &InputLimits::unpack_ratio, 1000, ""},
  };
  for (const auto& row : rows) {
    INFO(row.assignment << ": " << row.reason);
    CHECK(after(row.assignment, row.limit) == row.value);
  }
}

TEST_CASE("every limit is listed in the form in which it can be set") {
  for (const NamedLimit& limit : named_limits()) {
    InputLimits limits;
    const std::string text = limit_text(limit, limits);
    INFO(limit.name << "=" << text);
    const std::uint64_t before = limits.*(limit.value);
    limits.*(limit.value) = 1;
    set_limit(limits, std::string(limit.name) + "=" + text);
    CHECK(limits.*(limit.value) == before);
  }
}

}  // namespace
}  // namespace hemero
