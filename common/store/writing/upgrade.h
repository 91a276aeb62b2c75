#pragma once

#include "common/store/folder/sqlite.h"

namespace hemero {

/// Makes what SQL alone cannot make of a catalogue of an older format (open_catalogue()): what finds words by their
/// shapes, and versions by their addresses. Inside the caller's transaction.
void complete_upgrade(sqlite::Connection& connection);

}  // namespace hemero
