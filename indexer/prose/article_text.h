#pragma once

#include <string_view>
#include <vector>

#include "common/model/article.h"

namespace hemero {

/// Fills the article's text and zones from a lead and a body that a record keeps in fields of their own. A lead that
/// the body repeats as its first paragraph counts once; a short paragraph without a full stop before a longer one is a
/// heading.
void set_text(Article& article, std::string_view lead, std::string_view body);

/// Appends paragraphs as zones, telling headings from paragraphs.
void append_paragraphs(Article& article, const std::vector<std::string_view>& paragraphs);

}  // namespace hemero
