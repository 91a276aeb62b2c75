#pragma once

#include "common/store/index/index_folder.h"

namespace hemero::sqlite {
class Connection;
}

namespace hemero {

/// How an index stands to the catalogue beside it.
enum class IndexFit {
  exact,           ///< it was made of this catalogue, as it was up to the index's batch
  replaced,        ///< it was, and a rebuild was cut short that had changed the catalogue and would have replaced it
  other_state,     ///< it was made of another archive, of a copy that has gone its own way, or of a later state
  other_analysis,  ///< it was, but words are taken apart in another way now
};

IndexFit index_fit(const PartList& list, sqlite::Connection& connection);

/// Throws Error (other_version) where searching or adding to an index would be wrong: other_state, other_analysis.
void require_fit(const PartList& list, const IndexFolder& folder, sqlite::Connection& connection);

// A rebuild leaves a note in the catalogue from its commit until the new index is published.

/// Notes, inside the transaction of a rebuild, which index it replaces.
void note_rebuild(const IndexFolder& folder, sqlite::Connection& connection);

/// Whether a rebuild was cut short before it was published.
bool rebuild_is_pending(const IndexFolder& folder, sqlite::Connection& connection);

/// Takes the note away.
void end_rebuild(sqlite::Connection& connection);

}  // namespace hemero
