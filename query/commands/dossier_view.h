#pragma once

#include "common/store/user/dossiers.h"
#include "query/commands/dossiers.h"

namespace hemero {

/// Prints the articles of a dossier that have all of the tags, in the form that is asked for; those that are no longer
/// in the archive are told too. Returns the exit status.
int show_dossier(const DossiersOptions& options, Dossiers& dossiers);

}  // namespace hemero
