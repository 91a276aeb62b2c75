#pragma once

#include <optional>

#include "common/model/article.h"
#include "indexer/input/choice.h"
#include "indexer/input/record.h"

namespace hemero {

/// A record whose text was encoded twice, or has control characters in the place of letters (mojibake.h), as it was:
/// before its title, byline and date are looked for. Nothing for all others. What was done is appended to `choices`.
std::optional<Record> repaired(const Record& record, Choices& choices);

/// The same of an article whose title or text show it: for what HTML escapes, « &Atilde;&copy; ». True then.
bool repair(Article& article, Choices& choices);

}  // namespace hemero
