#pragma once

#include "common/store/checking/finding.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Reads every page of the catalogue, and holds against one another what stands in it twice: tables and their indexes,
/// sums and what they sum up, words and what finds them, copies and the index's.
void check_catalogue(const ArchiveFolder& folder, const FindingSender& sender);

}  // namespace hemero
