#include "common/store/streams/sound_streams.h"

#include "common/base/error.h"

namespace hemero {

std::optional<std::string_view> SoundStreams::codes(VersionId version) const {
  try {
    return streams_.codes(version);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data || !damaged_) throw;
    damaged_(version);
    return std::nullopt;
  }
}

}  // namespace hemero
