#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hemero {

/// What a file is that begins so and is none that is read, and the way out, in the reader's language: a PDF, a document
/// of an office program, an image. Its first 512 bytes tell. Nothing for all others.
std::optional<std::string> foreign_file(std::string_view head);

}  // namespace hemero
