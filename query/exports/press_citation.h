#pragma once

#include <string>
#include <string_view>

#include "common/base/dates/date.h"
#include "common/model/page.h"

namespace hemero {

/// A date as French prints it, as precise as it is known: « 1er août 2021 », « août 2021 », « 2021 ».
std::string french_date(const Date& date);

/// How French cites a press article (author, title in quotation marks, newspaper in italics, date, address), and the
/// version that was read: J.-P. Bréhaudais, « Titre », *Agence Presse Ouest*, 5 décembre 2019, https://… (version du
/// 30 novembre 2026, Hemero nº 7). What is not known is left out with its comma. Italics stand between two marks.
std::string press_citation(const Hit& hit, std::string_view italic = "*", std::string_view upright = "*");

}  // namespace hemero
