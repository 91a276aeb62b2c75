#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "query/words/forms.h"

namespace hemero {

/// True when some surface has a capital at each border and nowhere else inside ("MeToo" for 2). Borders are offsets in
/// the folded word.
bool shows_borders(const WordForms& closed, const std::vector<std::size_t>& borders);

/// The ways to print a typed word apart, each by its parts: at the capitals inside it, at the capitals or hyphens that
/// the archive prints in it, between an elided word and a name (dartagnan), between two acronyms (bfmtv), between a
/// number and letters (100km).
std::vector<std::vector<std::string>> apart(std::string_view surface, std::string_view folded, FormFinder& forms);

/// An acronym as capitals that stand apart: P. T. T.; nothing for other words.
std::vector<std::vector<std::string>> spaced_letters(std::string_view surface, std::string_view folded,
                                                     FormFinder& forms);

}  // namespace hemero
