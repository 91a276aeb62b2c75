#pragma once

#include <string>

#include "query/plan/explanation.h"
#include "query/render/render.h"

namespace hemero {

/// How a query is understood, as one JSON object (docs/json-output.md), without a line feed.
std::string render_explanation_json(const Explanation& explanation);

/// A table with the names of its columns: a row for each form; a word that reaches none has one without.
std::string render_explanation_csv(const Explanation& explanation);

/// For people, not too many forms of a word.
std::string render_explanation_text(const Explanation& explanation, const TextStyle& style);

}  // namespace hemero
