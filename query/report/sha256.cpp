#include "query/report/sha256.h"

#include <sys/types.h>

#include <array>
#include <cstdint>

#include <fmt/format.h>
#include <sha256.h>

namespace hemero {

struct Sha256::State {
  SHA256_CTX context{};
};

Sha256::Sha256() : state_(std::make_unique<State>()) { SHA256Init(&state_->context); }
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
  SHA256Update(&state_->context, reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::string Sha256::text() {
  std::array<std::uint8_t, SHA256_DIGEST_LENGTH> digest{};
  SHA256Final(digest.data(), &state_->context);
  return fmt::format("{:02x}", fmt::join(digest, ""));
}

}  // namespace hemero
