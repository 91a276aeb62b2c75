#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/date.h"
#include "common/store/postings/indexed_version.h"

namespace hemero {

/// Value slots: what results are sorted by.
namespace slot {
constexpr unsigned date = 0;  ///< "202108111803", as long as the date is precise
}

/// The prefix of an article's language, as of a name that is one word (Lfr); no query asks for it, only options do.
constexpr std::string_view language_prefix = "L";

// The term of a word family, family_term(), is in indexed_version.h.

/// The terms of a date: its year, its month and its day, as far as they are known (Y2021 M202108 D20210811).
std::string year_term(int year);
std::string month_term(int year, int month);
std::string day_term(int year, int month, int day);

/// The value under which a date sorts.
std::string date_value(const Date& date);

/// The terms of a whole-value field: `prefix` + the folded words closed up ("Le Monde" XSlemonde), cut to what an index
/// takes; and one for each word (XS:monde).
std::string name_term(std::string_view prefix, std::string_view folded_name);
std::string name_term(std::string_view prefix, const std::vector<std::string>& folded_words);
std::string name_word_term(std::string_view prefix, std::string_view folded_word);

}  // namespace hemero
