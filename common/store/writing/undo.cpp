#include "common/store/writing/undo.h"

#include <fmt/format.h>

namespace hemero {

Undo::Undo(OpenArchive& archive, std::int64_t run)
    : connection_(archive.connection),
      run_(archive, fmt::format("imports --undo {}", run), run),
      reader_(archive.connection, archive.damages),
      lines_(archive.connection),
      steps_(steps_to_undo(archive.connection, run)),
      reason_(fmt::format("undo {}", run)) {
  note_undo(connection_, run);  // with the run's first batch
}

bool Undo::next() {
  if (done_ == steps_.size()) return false;
  const UndoStep& step = steps_[done_++];
  switch (step.action) {
    case UndoStep::Action::leave:
      ++counts_.left;
      return true;
    case UndoStep::Action::remove:
      run_.remove(step.article, {reason_, step.lasting});
      ++counts_.removed;
      break;
    case UndoStep::Action::put_back:
      put_back(step.version);
      break;
  }
  if ((counts_.removed + counts_.put_back) % articles_per_commit == 0) run_.commit();
  return true;
}

/// The old version becomes the newest: what was printed meanwhile stays on record.
void Undo::put_back(VersionId version) {
  auto stored = reader_.version(version);
  if (!stored) return;
  Article searched = stored->article;
  lines_.mark(searched);
  AnalyzedArticle analyzed = analyzer_.analyze(searched);
  const Hash128 hash = content_hash(stored->article);
  run_.put(std::move(stored->article), hash, std::move(analyzed), true);
  ++counts_.put_back;
}

void Undo::finish() {
  RunCounts counts;
  counts.updated = counts_.put_back;
  counts.removed = counts_.removed;
  note_undo(connection_, std::nullopt);  // with its last one
  run_.finish(counts);
}

}  // namespace hemero
