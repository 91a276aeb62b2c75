#pragma once

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/index/index_reader.h"

namespace hemero {

/// The result of `request`, which opens the archive and reads it; begun again, on the new index, when a writer has
/// replaced the one that it was reading. It must not have printed anything by then.
template <typename Request>
auto repeated_when_changed(const Request& request) {
  constexpr int most_tries = 10;  // each longer than a run of the writer
  for (int attempt = 1;; ++attempt) {
    try {
      return request();
    } catch (const IndexChanged&) {
      if (attempt == most_tries)
        throw Error(ErrorCode::locked, message("another program changes the archive faster than it can be searched"),
                    message("try again when it has finished"));
    }
  }
}

}  // namespace hemero
