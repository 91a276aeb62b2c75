#pragma once

#include "common/store/checking/finding.h"
#include "common/store/folder/archive_folder.h"

namespace hemero {

/// Looks at what costs next to nothing: whether catalogue and index are there, belong together and count the same,
/// whether files are as long as they were, and what small files hold. Throws Error where there is no archive, or one of
/// another format.
void check_structure(const ArchiveFolder& folder, const FindingSender& sender);

}  // namespace hemero
