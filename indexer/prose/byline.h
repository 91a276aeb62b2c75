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
};

/// Reads a line as a byline; nothing when it is none. In a byline the date or the name is most of what is said.
std::optional<Byline> read_byline(std::string_view line);

/// The names of a list: "Claire Vasseur, Paul Morin et J.-P. Le Bris". What is no list of names of two words and more
/// is one name, as it is; nothing is none.
std::vector<std::string> names_in_list(std::string_view text);

}  // namespace hemero
