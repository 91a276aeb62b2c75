#include "indexer/input/whole_file.h"

#include <algorithm>
#include <span>

#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t first_room = std::size_t{64} << 10;  ///< doubled as it fills

}  // namespace

std::optional<SourceItem> WholeFile::next() {
  if (std::exchange(given_, true)) return std::nullopt;
  std::string bytes(first_room, '\0');
  std::size_t size = 0;
  while (const std::size_t got = input_.read(std::span(bytes).subspan(size))) {
    size += got;
    if (size > longest_)
      return Skip{reason::too_long,
                  message("{} is longer than {} MiB: not one article", path_, longest_ >> 20),
                  path_,
                  0,
                  0,
                  {},
                  false};
    if (size == bytes.size()) bytes.resize(std::min(2 * size, longest_ + 1));
  }
  bytes.resize(size);
  bytes.shrink_to_fit();
  return Record{std::move(bytes), path_, key_};
}

std::unique_ptr<RecordReader> cut_whole(ByteInput& input, const Opening& opening) {
  return std::make_unique<WholeFile>(input, opening.file, opening.limits);
}

}  // namespace hemero
