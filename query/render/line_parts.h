#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/json_writer.h"
#include "common/model/article.h"
#include "common/model/page.h"

namespace hemero {

// What lines of texts, quotations and amounts, have in common.

/// Adds a member to an object that is open: a text, or null where it is empty.
void write_text_or_null(JsonWriter& json, std::string_view name, std::string_view text);

/// Adds the member "highlights": byte ranges of a text as pairs of code points.
void write_highlights(JsonWriter& json, std::string_view text, const std::vector<Range>& highlights);

/// "[42] 2021-08-11 · Le Courrier", as far as it is known.
std::string number_and_source(ArticleId id, std::string_view date, std::string_view source);

}  // namespace hemero
