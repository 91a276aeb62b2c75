#pragma once

#include <cstdint>
#include <optional>

#include "common/store/writing/derived_writer.h"
#include "common/store/writing/open_archive.h"

namespace hemero {

/// Opens what is derived to be added to. What is to be done first is done: a purge, a rebuild or the undoing of a run
/// that was cut short is finished (unless that run is going to be undone now), an index that an older program made is
/// made anew, and what runs stored without publishing it is indexed and published. Throws Error as DerivedWriter does.
DerivedWriter open_caught_up(OpenArchive& archive, std::optional<std::int64_t> undone);

}  // namespace hemero
