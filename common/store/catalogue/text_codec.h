#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace hemero {

/// Bytes of the samples that a dictionary is trained on: more costs time and gains nothing measurable.
constexpr std::size_t training_bytes = std::size_t{4} << 20;

/// A dictionary of zstd for texts like these samples: at most 400 KB; empty when the samples are too few to help.
std::string train_dictionary(const std::vector<std::string_view>& samples);

/// Compresses texts by zstd, with a dictionary when one is given. One thread at a time.
class TextCompressor {
 public:
  explicit TextCompressor(std::string_view dictionary = {});
  ~TextCompressor();
  TextCompressor(TextCompressor&&) noexcept;
  TextCompressor& operator=(TextCompressor&&) noexcept;

  /// The frame of a text, and of what is stored behind it.
  std::string compress(std::string_view text, std::string_view behind = {});

 private:
  std::unique_ptr<ZSTD_CCtx_s, void (*)(ZSTD_CCtx_s*)> context_;  ///< which has the dictionary
};

/// The reverse. `size` is that of the text, as stored beside it: what comes out is the text and what is stored behind
/// it. Throws Error (bad_data) on damaged bytes.
class TextDecompressor {
 public:
  explicit TextDecompressor(std::string_view dictionary = {});
  ~TextDecompressor();
  TextDecompressor(TextDecompressor&&) noexcept;
  TextDecompressor& operator=(TextDecompressor&&) noexcept;

  std::string decompress(std::string_view bytes, std::uint64_t size);

 private:
  std::unique_ptr<ZSTD_DCtx_s, void (*)(ZSTD_DCtx_s*)> context_;
  std::unique_ptr<ZSTD_DDict_s, void (*)(ZSTD_DDict_s*)> dictionary_;
};

}  // namespace hemero
