#include "common/store/sound_streams.h"

#include "common/base/error.h"

namespace hemero {

std::optional<std::string_view> SoundStreams::codes(VersionId version) const {
  try {
    return streams_.codes(version);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data) throw;
    note(version);
    return std::nullopt;
  }
}

void SoundStreams::note(VersionId version) const {
  Damage damage{.version = version, .kind = Damage::Kind::words};
  if (const auto stored = articles_.version(version)) {
    damage.article = stored->id;
    damage.key = stored->article.key;
    damage.title = stored->article.title;
  }
  damages_.note(damage);
}

}  // namespace hemero
