#pragma once

#include <string_view>

namespace hemero {

/// How unlikely it is that one word was typed for another, in slips: about 1 for a letter too many, too few or wrong,
/// less for what happens more often: a letter doubled or not, two neighbours swapped, the neighbouring key of a French
/// keyboard, an accent; more for the first letter, which is seldom wrong. Lower-case UTF-8.
double slip_cost(std::string_view typed, std::string_view meant);

}  // namespace hemero
