#pragma once

#include "common/store/writing/derived_writer.h"
#include "common/store/writing/open_archive.h"

namespace hemero {

/// Opens what is derived to be added to. What was cut short is done first: a purge is finished, and what runs stored
/// without publishing it is indexed and published. Throws Error as DerivedWriter does.
DerivedWriter open_caught_up(OpenArchive& archive);

}  // namespace hemero
