#pragma once

#include <optional>
#include <string_view>

#include "common/base/dates/date.h"

namespace hemero {

/// Dates that something was published between, both included; one may be open.
struct TypedDates {
  std::optional<Date> from;
  std::optional<Date> to;
};

/// True for what dates stand behind, folded: date: avant: before: apres: after:.
bool takes_dates(std::string_view folded);

/// What stands behind such a name, in quotation marks or not: a date in any form that is read (date_reader.h), or two
/// with ".." between them, of which one may be missing. Nothing where the name has no date for its end.
std::optional<TypedDates> read_typed_dates(std::string_view folded, std::string_view value);

}  // namespace hemero
