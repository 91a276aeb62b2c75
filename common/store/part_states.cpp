#include "common/store/part_states.h"

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/folder_state.h"
#include "common/store/index/dead_versions.h"
#include "common/store/index/index_folder.h"
#include "common/store/index/merging.h"

namespace hemero {

namespace {

PartList list_of(const ArchiveFolder& folder) {
  require_archive(folder);
  const IndexFolder index(folder.index());
  if (auto list = index.list()) return *std::move(list);
  if (index.old_generation())
    throw Error(ErrorCode::other_version,
                message("the index in {} was made by another version", folder.index().string()),
                message("run “hemero-index rebuild”"));
  throw Error(ErrorCode::bad_data, message("the archive has no index in {}", folder.index().string()),
              message("run “hemero-index rebuild”"));
}

PartState state_of(const Part& part, const std::filesystem::path& index) {
  PartState state{.folder = part.folder, .first = part.first, .last = part.last};
  state.bytes = size_of(index / part.folder);
  if (!part.dead.empty()) {
    state.dead = DeadVersions::read(index, part).versions().size();
    state.bytes += size_of(index / part.dead);
  }
  state.current = part.versions - state.dead;
  state.closed = state.current > largest_merged_part;
  return state;
}

}  // namespace

std::vector<PartState> part_states(const ArchiveFolder& folder) {
  std::vector<PartState> states;
  const PartList list = list_of(folder);
  for (const Part& part : list.parts) states.push_back(state_of(part, folder.index()));
  return states;
}

}  // namespace hemero
