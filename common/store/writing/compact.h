#pragma once

#include "common/store/writing/open_archive.h"

namespace hemero {

/// Makes one part of small parts of the index, writes those anew that hold dead versions, and the catalogue's file,
/// which then is as small as it can be. False when a reader still holds the log, and the disk is given back later.
bool compact(OpenArchive& archive);

}  // namespace hemero
