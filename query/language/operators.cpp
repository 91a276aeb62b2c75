#include "query/language/operators.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/characters/unicode.h"
#include "query/language/threshold.h"

namespace hemero {

namespace {

using Kind = QueryElement::Kind;

constexpr std::uint32_t default_distance = 10;
constexpr std::uint32_t widest_distance = 1000;

struct Operator {
  std::string_view text;
  Kind kind;
};

/// Letter by letter: "OÙ" is where, not or.
constexpr std::array operators{
    Operator{"ET", Kind::all_of},  Operator{"AND", Kind::all_of},   Operator{"OU", Kind::any_of},
    Operator{"OR", Kind::any_of},  Operator{"SAUF", Kind::except},  Operator{"NON", Kind::except},
    Operator{"NOT", Kind::except}, Operator{"PRÈS", Kind::near},    Operator{"PRES", Kind::near},
    Operator{"NEAR", Kind::near},  Operator{"AVANT", Kind::before}, Operator{"BEFORE", Kind::before},
};

}  // namespace

std::optional<QueryElement> read_operator(std::string_view text) {
  const std::size_t slash = text.find('/');
  const std::string name = to_nfc(text.substr(0, slash));
  const auto* found =
      std::find_if(operators.begin(), operators.end(), [&](const Operator& each) { return each.text == name; });
  if (found == operators.end()) return std::nullopt;
  QueryElement element;
  element.kind = found->kind;
  element.number = default_distance;
  // Without its number AVANT is a word in capitals.
  if (slash == std::string_view::npos) return found->kind == Kind::before ? std::nullopt : std::optional(element);
  const auto distance = read_number(text.substr(slash + 1));
  const bool distant = found->kind == Kind::near || found->kind == Kind::before;
  if (!distant || !distance || *distance == 0 || *distance > widest_distance) return std::nullopt;
  element.number = *distance;
  return element;
}

}  // namespace hemero
