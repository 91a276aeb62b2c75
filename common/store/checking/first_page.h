#pragma once

#include <filesystem>

namespace hemero {

/// Gives the first page of a catalogue, which says what tables there are, the form that this program writes, but for
/// the numbers of the tables' first pages. `pristine` is a catalogue without articles that this program made. False,
/// and nothing is changed, where the pages are so different that another program made this one. Throws Error where
/// files cannot be read or written.
bool mend_first_page(const std::filesystem::path& catalogue, const std::filesystem::path& pristine);

}  // namespace hemero
