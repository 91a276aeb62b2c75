#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace hemero {

/// What a file is that begins so and is none that is read, and the way out, in the reader's language: "RTF is not read:
/// save it as …". Its first 512 bytes tell. Nothing for all others.
std::optional<std::string> foreign_file(std::string_view head);

/// The same of a part of a file that is packed as documents of Word are: a table or slides.
std::optional<std::string> foreign_part(std::string_view name);

/// The ends of names under which people expect such files to be read (".rtf"): in folders they are opened as well, so
/// that the way out is told, and what only borrows the name is read.
const std::set<std::string_view>& foreign_endings();

}  // namespace hemero
