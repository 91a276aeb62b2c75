#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "common/base/dates/clock_time.h"
#include "common/base/dates/date.h"

namespace hemero {

struct FoundDate {
  Date date;
  std::size_t begin = 0;  ///< byte offsets in the text, end exclusive
  std::size_t end = 0;
};

/// The first date that is written out in a text, in UTF-8, with its weekday and its time: "mercredi 11 aout 2021 à
/// 18h03", "1er févr. 2019 à 18 h 03", "Wednesday, August 11, 2021", "11/08/2021 18:03"; in a field "août 2021" too.
/// Accents, capitals and abbreviation dots do not matter. Nothing when there is none.
std::optional<FoundDate> find_date(std::string_view text, DateTrust trust = DateTrust::prose);

}  // namespace hemero
