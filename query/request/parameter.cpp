#include "query/request/parameter.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "common/base/dates/date_reader.h"
#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

bool is_number(const Parameter& parameter, const std::string& value) {
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), number);
  return error == std::errc() && end == value.data() + value.size() && number >= parameter.least &&
         number <= parameter.most;
}

}  // namespace

bool may_be(const Parameter& parameter, const std::string& value) {
  switch (parameter.kind) {
    case Parameter::Kind::flag:
      return value == "1";
    case Parameter::Kind::word:
      return std::ranges::find(parameter.choices, value) != parameter.choices.end();
    case Parameter::Kind::number:
      return is_number(parameter, value);
    case Parameter::Kind::date:
      return parse_date(value).has_value();
    case Parameter::Kind::query:
    case Parameter::Kind::text:
      return true;
  }
  return false;
}

std::string possible_values(const Parameter& parameter) {
  switch (parameter.kind) {
    case Parameter::Kind::flag:
      return message("{}=1, or nothing", parameter.name);
    case Parameter::Kind::word:
      return message("{} may be: {}", parameter.name, fmt::format("{}", fmt::join(parameter.choices, ", ")));
    case Parameter::Kind::number:
      return message("{} may be a number from {} to {}", parameter.name, parameter.least, parameter.most);
    case Parameter::Kind::date:
      return message("{} may be a day, a month or a year: 2019-12-05, 2019-12, 2019", parameter.name);
    case Parameter::Kind::query:
    case Parameter::Kind::text:
      return {};
  }
  return {};
}

void refuse_value(const Parameter& parameter, const std::string& value) {
  throw Error(ErrorCode::bad_data,
              message("“{}” is nothing that a search asks for", fmt::format("{}={}", parameter.name, value)),
              possible_values(parameter));
}

}  // namespace hemero
