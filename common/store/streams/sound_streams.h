#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <utility>

#include "common/store/streams/token_stream.h"

namespace hemero {

/// Told of a version whose token stream turns out to be damaged, which costs that version only. Where there is none,
/// the damage is thrown.
using DamagedStream = std::function<void(VersionId)>;

/// Token streams for those who go on without a damaged one.
class SoundStreams {
 public:
  SoundStreams(TokenStreamReader streams, DamagedStream damaged)
      : streams_(std::move(streams)), damaged_(std::move(damaged)) {}

  /// The version's codes as varints, empty when there is none; nothing when they are damaged.
  std::optional<std::string_view> codes(VersionId version) const;

  void give_back() const { streams_.give_back(); }

 private:
  TokenStreamReader streams_;
  DamagedStream damaged_;
};

}  // namespace hemero
