#pragma once

#include <cstdint>
#include <string>

#include "common/command/command.h"
#include "query/commands/search.h"

namespace hemero {

/// hemero-query searches. Where they are kept is said by the request of `search`.
struct SearchesOptions {
  enum class Action : std::uint8_t { list, save, run, rename, remove };

  Action action = Action::list;
  std::string name;
  SearchOptions search;  ///< that is saved, or how its hits are shown; its text is the new name where that is asked for
  bool only_new = false;  ///< what is new of searches, rather than all that one finds
};

Command declare(SearchesOptions& options);
int run(const SearchesOptions& options);

}  // namespace hemero
