#pragma once

#include <string>
#include <string_view>

namespace hemero {

// How references (RIS, BibTeX) say what they say, made what articles have.

/// True for a kind of reference that may be an article of the press, as RIS ("NEWS") and BibTeX ("article") call it, in
/// capitals or not: of newspapers, magazines and journals, pages and posts
/// of the web, interviews, and what is not said to be anything. Books and their chapters, theses, reports, films are
/// none.
bool is_press_reference(std::string_view kind);

/// "Vasseur, Claire" as it is printed: Claire Vasseur.
std::string name_as_printed(std::string_view name);

/// Parts of a date that stand apart, as one in ISO 8601 where they are one: "2019", "mars" and "12" or "2019" and
/// "Mar 12", whose day is empty. The year alone where the rest is nothing that is known.
std::string joined_date(std::string_view year, std::string_view month, std::string_view day);

/// The words of a list, parted by commas or semicolons, a line each.
std::string parted_by_lines(std::string list);

}  // namespace hemero
