#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "common/text/analyzer.h"
#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

// Any bytes: tokens lie in the text, in order; compounds cover their parts; surfaces are valid UTF-8 and have forms.

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check_compound(const std::vector<hemero::Token>& tokens, std::size_t i) {
  const hemero::Token& compound = tokens[i];
  require(compound.parts >= 2 && i + compound.parts < tokens.size());
  require(tokens[i + 1].begin == compound.begin && tokens[i + compound.parts].end == compound.end);
}

void check_form(std::string_view surface) {
  static hemero::Analyzer analyzer;
  require(!surface.empty() && hemero::is_valid_utf8(surface));
  const hemero::WordForm form = analyzer.analyze(surface);
  require(!form.term.empty() && form.term.size() <= 80 && hemero::is_valid_utf8(form.term));
  const std::string folded = hemero::fold(surface);
  require(hemero::fold(folded) == folded);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static hemero::Tokenizer tokenizer;
  static hemero::TokenList list;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  tokenizer.tokenize(text, list);
  const auto& tokens = list.tokens();
  std::size_t at = 0;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    require(at <= tokens[i].begin && tokens[i].begin < tokens[i].end && tokens[i].end <= size);
    const bool compound = tokens[i].kind == hemero::TokenKind::compound;
    if (compound) check_compound(tokens, i);
    check_form(list.surface(tokens[i]));
    at = compound ? tokens[i].begin : tokens[i].end;
  }
  return 0;
}
