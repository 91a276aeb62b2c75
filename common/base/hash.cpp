#include "common/base/hash.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <new>
#include <string>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xxhash.h>

#include "common/base/error.h"
#include "common/base/ordinary_file.h"

namespace hemero {

namespace {

/// The canonical form is the same on every machine, so the hash may be stored.
Hash128 canonical_form(XXH128_hash_t value) {
  XXH128_canonical_t canonical;
  XXH128_canonicalFromHash(&canonical, value);
  Hash128 hash;
  std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
  return hash;
}

/// A file that is open for reading.
class OpenFile {
 public:
  explicit OpenFile(const std::filesystem::path& path) : name_(path.string()), descriptor_(open_ordinary_file(path)) {}
  ~OpenFile() { ::close(descriptor_); }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  /// The next bytes; none at the end.
  std::string_view read(std::string& buffer) const {
    ssize_t got = 0;
    do got = ::read(descriptor_, buffer.data(), buffer.size());
    while (got < 0 && errno == EINTR);
    if (got < 0) throw system_error(errno, "cannot read {}", name_);
    return std::string_view(buffer).substr(0, static_cast<std::size_t>(got));
  }

 private:
  std::string name_;
  int descriptor_;
};

}  // namespace

Hash128 hash128(std::string_view bytes) { return canonical_form(XXH3_128bits(bytes.data(), bytes.size())); }

struct Hasher128::State {
  struct Closer {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
  };
  std::unique_ptr<XXH3_state_t, Closer> bytes{XXH3_createState()};  // aligned as it needs
};

Hasher128::Hasher128() : state_(std::make_unique<State>()) {
  if (!state_->bytes) throw std::bad_alloc();
  XXH3_128bits_reset(state_->bytes.get());
}

Hasher128::~Hasher128() = default;

void Hasher128::add(std::string_view bytes) { XXH3_128bits_update(state_->bytes.get(), bytes.data(), bytes.size()); }

Hash128 Hasher128::hash() const { return canonical_form(XXH3_128bits_digest(state_->bytes.get())); }

FileHash hash_of_file(const std::filesystem::path& file) {
  const OpenFile open(file);
  Hasher128 hasher;
  std::string buffer(std::size_t{64} << 10, '\0');
  FileHash found;
  for (std::string_view bytes = open.read(buffer); !bytes.empty(); bytes = open.read(buffer)) {
    hasher.add(bytes);
    found.bytes += bytes.size();
  }
  found.hash = hasher.hash();
  return found;
}

std::string hash_text(const Hash128& hash) { return fmt::format("{:02x}", fmt::join(hash, "")); }

std::uint64_t hash64(std::string_view bytes) { return XXH3_128bits(bytes.data(), bytes.size()).high64; }

}  // namespace hemero
