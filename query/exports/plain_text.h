#pragma once

#include <string>

#include "common/model/article.h"

namespace hemero {

/// What an article says, for programs that count words: its title, its lead and its paragraphs, a line each, debris
/// left out; without control characters.
std::string plain_text(const Article& article);

}  // namespace hemero
