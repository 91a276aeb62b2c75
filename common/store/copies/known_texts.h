#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/base/hash.h"
#include "common/model/article.h"
#include "common/store/copies/shingles.h"
#include "common/store/copies/signature_store.h"
#include "common/store/copies/text_glances.h"
#include "common/store/streams/sound_streams.h"

namespace hemero {

/// The distinct texts of versions. They have numbers, from 0 on. Signatures must not change as long as it is used. A
/// version whose words are not known has a text of its own, which is like no other.
class KnownTexts {
 public:
  struct Text {
    ShingleSketch sketch;
    TextSignature signature;
    std::optional<TextSignature> telling;  ///< the signature without the numbers of patterns, once it was asked for
    std::vector<VersionId> versions;       ///< that print it, as far as they were asked for
  };

  /// Makes the codes of a version's token stream anew, from its text; nothing where that cannot be read.
  using MakeCodes = std::function<std::optional<std::string>(VersionId)>;

  /// All must outlive it. `make` is called for streams that are damaged.
  KnownTexts(SignatureStore& signatures, TextGlances& glances, const SoundStreams& streams, const MakeCodes& make)
      : signatures_(signatures), glances_(glances), streams_(streams), make_(make) {}

  /// The number of a version's text. Versions with the same text share it, so that a text with many copies is compared
  /// once.
  std::size_t number(VersionId version);

  const Text& text(std::size_t number) const { return texts_[number]; }

  /// How much two texts have in common when one was to be looked for beside the other and they are copies, else 0.
  double likeness(std::size_t a, std::size_t b);

  /// Versions that may print copies of the text. A short text has the signature of its copies, so that thousands of
  /// lines of one pattern (results, weather) need not be compared.
  std::vector<VersionId> around(std::size_t number);

  /// Forgets all texts when they are very many; numbers are then no longer theirs.
  void limit_memory();

 private:
  struct ContentHash {
    std::size_t operator()(const Hash128& content) const {
      std::size_t hash = 0;
      std::memcpy(&hash, content.data(), sizeof hash);
      return hash;
    }
  };

  std::optional<std::string_view> codes(VersionId version);
  const TextSignature& telling(std::size_t number);
  bool meet(std::size_t a, std::size_t b);
  double compare(std::size_t a, std::size_t b);
  const Shingles& shingles_of(std::size_t number);

  SignatureStore& signatures_;
  TextGlances& glances_;
  const SoundStreams& streams_;
  const MakeCodes& make_;
  std::optional<std::string> made_;  ///< what it gave last
  std::vector<Text> texts_;
  std::unordered_map<std::uint32_t, std::size_t> by_version_;
  std::unordered_map<Hash128, std::size_t, ContentHash> by_content_;
  std::unordered_map<std::size_t, Shingles> compared_;  ///< of some texts that were compared last, by number
  std::unordered_map<std::uint64_t, double> likeness_;  ///< of texts that were compared, by both numbers
  std::size_t read_ = 0;                                ///< streams, at most
};

}  // namespace hemero
