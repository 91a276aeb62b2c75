#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/copies/shingles.h"

namespace hemero {

/// What tells most texts apart: the same for texts of the same words.
struct TextGlance {
  Hash128 content{};
  ShingleSketch sketch;
};

/// Glances at the texts of versions, of which those of some 130,000 versions are remembered: 20 MB at most.
class TextGlances {
 public:
  /// The codes of a version's token stream; nothing where it is damaged.
  using ReadCodes = std::function<std::optional<std::string_view>(VersionId)>;

  /// Remembers that of a version whose stream has these codes.
  void note(VersionId version, std::string_view codes);

  /// Reads a version's stream only if need be; nothing where that is damaged.
  std::optional<TextGlance> of(VersionId version, const ReadCodes& codes);

 private:
  struct Remembered {
    VersionId version{};
    TextGlance glance;
  };

  Remembered& place_of(VersionId version);

  std::vector<Remembered> remembered_;  ///< by the last bits of the version
};

}  // namespace hemero
