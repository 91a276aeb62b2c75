#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "common/base/byte_input.h"
#include "indexer/input/article_limits.h"
#include "indexer/input/html_limits.h"

namespace hemero {

/// How much of what comes from outside is read before it is refused, so that nothing damaged or hostile costs hours or
/// the memory of the machine. Sizes are bytes.
struct InputLimits {
  std::uint64_t text = std::uint64_t{16} << 20;
  std::uint64_t line = std::uint64_t{24} << 20;   ///< a text of the longest, with what JSON writes for some letters
  std::uint64_t record = std::uint64_t{8} << 20;  ///< many are in memory at a time
  std::uint64_t xml_record = std::uint64_t{16} << 20;
  std::uint64_t field = ArticleLimits{}.field;
  std::uint64_t words = ArticleLimits{}.words;
  std::uint64_t distinct_words = ArticleLimits{}.distinct_words;
  std::uint64_t xml_nesting = 250;
  std::uint64_t html_nesting = HtmlLimits{}.nesting;
  std::uint64_t html_nodes = HtmlLimits{}.nodes;
  std::uint64_t html_attributes = HtmlLimits{}.attributes;
  std::uint64_t pdf = std::uint64_t{256} << 20;
  std::uint64_t pdf_pages = 2'000;
  std::uint64_t container_entries = 1'000'000;
  std::uint64_t container_nesting = 1;
  std::uint64_t container_total = std::uint64_t{64} << 30;
  std::uint64_t unpack_ratio = UnpackLimits{}.ratio;
  std::uint64_t unpack_freely = UnpackLimits{}.freely;

  ArticleLimits article() const { return {field, words, distinct_words}; }
  HtmlLimits html() const { return {html_nesting, html_nodes, html_attributes}; }
  UnpackLimits unpacking() const { return {unpack_ratio, unpack_freely}; }
};

/// A limit as users name it.
struct NamedLimit {
  std::string_view name;
  std::uint64_t InputLimits::*value = nullptr;
  bool is_size = false;  ///< bytes, printed and given in whole MiB; else a count
  std::uint64_t most = 0;
  const char* meaning = "";  ///< in English, as message() takes it
};

/// All limits that can be set, in the order in which they are listed.
std::span<const NamedLimit> named_limits();

/// Sets what "NAME=VALUE" says. A size is a number with MiB or GiB. Throws Error (usage).
void set_limit(InputLimits& limits, std::string_view assignment);

/// A limit's value as it is given: "16MiB", "1000000".
std::string limit_text(const NamedLimit& limit, const InputLimits& limits);

}  // namespace hemero
