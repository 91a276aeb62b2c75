#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/choice.h"
#include "indexer/input/html_limits.h"
#include "indexer/input/record.h"

namespace hemero {

/// A web page → an article, or why not. Its key is its address when it names one, else the record's. Why each field
/// says what it says is appended to `choices`. Needs no network; the time is linear in the page.
std::variant<Article, Skip> extract_html(const Record& record, Choices& choices, const HtmlLimits& limits = {});

/// Web pages, a file each.
extern const Format html_format;

}  // namespace hemero
