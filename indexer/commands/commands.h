#pragma once

#include <optional>
#include <variant>

#include "common/command/command_line.h"
#include "indexer/checking/check.h"
#include "indexer/checking/repair.h"
#include "indexer/commands/add.h"
#include "indexer/commands/explain.h"
#include "indexer/commands/export.h"
#include "indexer/commands/fields.h"
#include "indexer/commands/formats.h"
#include "indexer/commands/imports.h"
#include "indexer/commands/limits.h"
#include "indexer/commands/parts.h"
#include "indexer/commands/purge.h"
#include "indexer/commands/rebuild.h"
#include "indexer/commands/remove.h"
#include "indexer/commands/status.h"
#include "indexer/commands/zones.h"
#include "indexer/diagnosis/doctor.h"
#include "indexer/keeping/backup.h"
#include "indexer/keeping/compact.h"
#include "indexer/keeping/restore.h"
#include "indexer/places/places.h"
#include "indexer/relating/relate.h"

namespace hemero {

/// What `hemero-index` may be asked to do. Each command's `declare` says how; its `run` does it, returns the exit
/// status, and throws Error when it cannot go on.
using IndexCommand =
    std::variant<AddOptions, ExplainFilesOptions, StatusOptions, RebuildOptions, RemoveOptions, PurgeOptions,
                 ImportsOptions, PlacesOptions, ExportOptions, ZonesOptions, BackupOptions, RestoreOptions,
                 CompactOptions, RelateOptions, FormatsOptions, FieldsOptions, LimitsOptions, PartsOptions,
                 DoctorOptions, CheckCommandOptions, RepairOptions>;

/// What it is asked to do, checked; nothing when help or the like was asked for, which is printed then. Throws Error
/// (usage).
std::optional<IndexCommand> read_index_command(int argc, const char* const* argv);

}  // namespace hemero
