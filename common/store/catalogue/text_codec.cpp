#include "common/store/catalogue/text_codec.h"

#define ZDICT_STATIC_LINKING_ONLY  // for the trainer whose parameters are given; every libzstd since 1.3.8 exports it
#include <zdict.h>
#include <zstd.h>

#include <algorithm>
#include <new>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

/// Measured on French news (docs/decisions/0108-what-an-article-takes.md): matches from six bytes on, taken as they are
/// found at eight places, make frames 2 % larger than level 6 does in little more than half of its time.
constexpr int level = 6;
constexpr int least_match = 6;
constexpr int searched = 3;  ///< places, as a power of two

/// A dictionary of 400 KB gains 7 % over one of 110 KB at no cost (docs/decisions/0006-texts-by-zstd.md).
constexpr std::size_t dictionary_size = 400 * 1024;
constexpr std::size_t shortest_sample = 64;                   ///< bytes; zstd 1.5.4 crashes on samples of a few bytes
constexpr std::size_t fewest_bytes = std::size_t{256} << 10;  ///< of all samples: fewer make no dictionary worth having
constexpr std::uint64_t longest_text = std::uint64_t{1} << 30;  ///< bytes; no article is, so a longer claim is damage
constexpr std::uint64_t most_packed = 1 << 15;  ///< bytes of text for each of a frame: a block of 128 KB takes four

/// Dictionaries are put together from stretches of so many bytes, found by their sequences of eight. ZDICT's own search
/// for parameters takes five times as long and finds longer stretches, which serve worse
/// (docs/decisions/0108-what-an-article-takes.md).
constexpr ZDICT_fastCover_params_t training{.k = 100,
                                            .d = 8,
                                            .f = 20,
                                            .steps = 1,
                                            .nbThreads = 1,
                                            .splitPoint = 1,
                                            .accel = 2,
                                            .shrinkDict = 0,
                                            .shrinkDictMaxRegression = 0,
                                            .zParams = {}};

template <typename Context>
void free_context(Context* context);
template <>
void free_context(ZSTD_CCtx* context) {
  ZSTD_freeCCtx(context);
}
template <>
void free_context(ZSTD_DCtx* context) {
  ZSTD_freeDCtx(context);
}
template <>
void free_context(ZSTD_DDict* dictionary) {
  ZSTD_freeDDict(dictionary);
}

}  // namespace

std::string train_dictionary(const std::vector<std::string_view>& samples) {
  std::string joined;
  std::vector<std::size_t> sizes;
  for (const auto sample : samples) {
    if (sample.size() < shortest_sample) continue;
    joined += sample;
    sizes.push_back(sample.size());
  }
  if (joined.size() < fewest_bytes) return {};
  std::string dictionary(std::min(dictionary_size, joined.size() / 8), '\0');
  const std::size_t size = ZDICT_trainFromBuffer_fastCover(dictionary.data(), dictionary.size(), joined.data(),
                                                           sizes.data(), static_cast<unsigned>(sizes.size()), training);
  dictionary.resize(ZDICT_isError(size) != 0 ? 0 : size);
  return dictionary;
}

TextCompressor::TextCompressor(std::string_view dictionary) : context_(ZSTD_createCCtx(), free_context<ZSTD_CCtx>) {
  if (!context_) throw std::bad_alloc();
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, level);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_strategy, ZSTD_greedy);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_minMatch, least_match);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_searchLog, searched);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_checksumFlag, 1);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_dictIDFlag, 0);
  if (!dictionary.empty() &&
      ZSTD_isError(ZSTD_CCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size())) != 0)
    throw std::bad_alloc();
}

TextCompressor::~TextCompressor() = default;
TextCompressor::TextCompressor(TextCompressor&&) noexcept = default;
TextCompressor& TextCompressor::operator=(TextCompressor&&) noexcept = default;

/// Only a frame that holds more than the text says how much it holds: the size of the text stands beside it.
std::string TextCompressor::compress(std::string_view text, std::string_view behind) {
  std::string joined;
  if (!behind.empty()) text = joined.append(text).append(behind);
  ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_contentSizeFlag, behind.empty() ? 0 : 1);
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  const std::size_t size = ZSTD_compress2(context_.get(), bytes.data(), bytes.size(), text.data(), text.size());
  if (ZSTD_isError(size) != 0) throw std::bad_alloc();
  bytes.resize(size);
  return bytes;
}

TextDecompressor::TextDecompressor(std::string_view dictionary)
    : context_(ZSTD_createDCtx(), free_context<ZSTD_DCtx>),
      dictionary_(dictionary.empty() ? nullptr : ZSTD_createDDict(dictionary.data(), dictionary.size()),
                  free_context<ZSTD_DDict>) {
  if (!context_) throw std::bad_alloc();
  if (dictionary_) ZSTD_DCtx_refDDict(context_.get(), dictionary_.get());
}

TextDecompressor::~TextDecompressor() = default;
TextDecompressor::TextDecompressor(TextDecompressor&&) noexcept = default;
TextDecompressor& TextDecompressor::operator=(TextDecompressor&&) noexcept = default;

std::string TextDecompressor::decompress(std::string_view bytes, std::uint64_t size) {
  const auto held = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  const bool is_damaged = held == ZSTD_CONTENTSIZE_ERROR || (held != ZSTD_CONTENTSIZE_UNKNOWN && held < size);
  if (held != ZSTD_CONTENTSIZE_UNKNOWN) size = held;
  if (is_damaged || size > std::min(longest_text, bytes.size() * most_packed))
    throw Error(ErrorCode::bad_data, message("the archive holds a damaged text"));
  std::string text(size, '\0');
  const std::size_t got = ZSTD_decompressDCtx(context_.get(), text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0 || got != size)
    throw Error(ErrorCode::bad_data, message("the archive holds a damaged text"));
  return text;
}

}  // namespace hemero
