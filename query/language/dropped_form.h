#pragma once

#include <optional>
#include <string>

#include "common/model/query_tree.h"

namespace hemero {

// A query with one of its words changed, as it would be typed. Nothing where the query has no such word, or where the
// change cannot be typed.

/// Without a form that the word reaches: crue~-cru.
std::optional<std::string> without_form(const std::string& query, const QueryNode& word, const std::string& form);

/// With a form again that was dropped.
std::optional<std::string> with_form(const std::string& query, const QueryNode& word, const std::string& form);

/// With this form instead of the word: =cru.
std::optional<std::string> with_only_form(const std::string& query, const QueryNode& word, const std::string& form);

}  // namespace hemero
