#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/date.h"

namespace hemero {

/// What the line between title and text says: "Publié le 11 août 2021 à 18h03 — Par Claire Vasseur".
struct Byline {
  std::optional<Date> date;  ///< of publication; a date of update alone gives none
  std::string date_text;     ///< the date as printed
  std::vector<std::string> authors;
  bool alone = false;  ///< nothing is said but a day and names, be it with a full stop
};

/// Reads a line as a byline; nothing when it is none. In a byline the date or the name is most of what is said.
std::optional<Byline> read_byline(std::string_view line);

}  // namespace hemero
