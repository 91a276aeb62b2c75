#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "common/text/characters/charset.h"
#include "common/text/characters/text_input.h"
#include "common/text/characters/unicode.h"
#include "tests/support/string_input.h"

// Any bytes, in any charset: what comes out is valid UTF-8, and valid UTF-8 comes out as it went in.

namespace {

constexpr std::array<std::string_view, 12> charsets{"",          "utf-8",    "iso-8859-1",  "windows-1252",
                                                    "latin1",    "utf-16le", "iso-8859-15", "macintosh",
                                                    "shift_jis", "gb18030",  "iso-2022-jp", "nonsense"};

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string_view charset = charsets[data[0] % charsets.size()];
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const hemero::DecodedText decoded = hemero::decode_text(bytes, charset);
  require(hemero::is_valid_utf8(decoded.text));
  require(!decoded.charset.empty());
  if (hemero::is_valid_utf8(bytes) && !bytes.starts_with("\xEF\xBB\xBF")) require(decoded.text == bytes);
  (void)hemero::looks_binary(bytes);
  hemero::StringInput input(std::string(bytes), 3);
  hemero::TextInput text(input);
  (void)hemero::read_all(text, 2 * size + 4);
  return 0;
}
