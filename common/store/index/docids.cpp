#include "common/store/index/docids.h"

#include <algorithm>
#include <limits>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

Docids::Docids(const PartList& list) {
  lasts_.reserve(list.parts.size());
  for (const Part& part : list.parts) lasts_.push_back(part.last);
}

std::uint32_t Docids::docid(VersionId version) const {
  const auto part = std::lower_bound(lasts_.begin(), lasts_.end(), version) - lasts_.begin();
  return (static_cast<std::uint32_t>(version) - 1) * parts() + static_cast<std::uint32_t>(part) + 1;
}

void require_docids(const PartList& list) {
  if (list.parts.empty()) return;
  const auto last = static_cast<std::uint64_t>(list.parts.back().last);
  if (last * list.parts.size() <= std::numeric_limits<std::uint32_t>::max()) return;
  throw Error(ErrorCode::io,
              message("the index would have {} parts, too many for {} versions", list.parts.size(), last),
              message("run “hemero-index rebuild”"));
}

}  // namespace hemero
