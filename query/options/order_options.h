#pragma once

#include <string>

#include "common/command/command.h"
#include "common/model/search_request.h"

namespace hemero {

/// Declares the options that say in which order hits come, and what is told of each: --offset, --sort, --recency,
/// --snippets and --explain.
void declare_order(Command& command, SearchRequest& request);

/// Declares --copies, whether of articles with the same text only the best one is meant.
CommandOption& declare_copies(Command& command, bool& collapse, std::string help);

}  // namespace hemero
