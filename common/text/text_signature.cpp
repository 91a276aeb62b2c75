#include "common/text/text_signature.h"

#include <algorithm>
#include <limits>

namespace hemero {

namespace {

constexpr std::uint64_t none = std::numeric_limits<std::uint64_t>::max();

/// Two minimum hashes as one number from 1 to TextSignature::limit - 1.
std::uint32_t band_of(std::uint64_t first, std::uint64_t second) {
  const std::uint64_t mixed = (first * 0xFF51AFD7ED558CCD) ^ (second * 0xC4CEB9FE1A85EC53);
  return std::max<std::uint32_t>(static_cast<std::uint32_t>(mixed >> 40), 1);
}

}  // namespace

void SignatureMaker::start() {
  least_.fill(none);
  last_.fill(0);
  at_ = 0;
  words_ = 0;
  sequence_ = 0;
}

TextSignature SignatureMaker::finish() {
  TextSignature signature;
  if (words_ == 0) return signature;
  if (words_ < sequence_length) add_sequence(sequence_);
  // Twice round, so that the first classes find what stands behind the last.
  for (std::size_t i = 2 * least_.size() - 1; i-- > 0;) {
    std::uint64_t& least = least_[i % least_.size()];
    if (least == none) least = least_[(i + 1) % least_.size()];
  }
  for (std::size_t i = 0; i < signature.bands.size(); ++i)
    signature.bands[i] = band_of(least_[2 * i], least_[2 * i + 1]);
  return signature;
}

}  // namespace hemero
