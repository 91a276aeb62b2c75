#include "common/store/writing/compact.h"

#include "common/store/writing/catch_up.h"

namespace hemero {

bool compact(OpenArchive& archive) {
  open_caught_up(archive, std::nullopt).compact();
  archive.connection.vacuum();
  return archive.connection.checkpoint();
}

}  // namespace hemero
