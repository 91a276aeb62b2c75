#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace hemero {

/// Something that is asked for by a name: "sort" in an address, "--sort" as an option.
struct Parameter {
  enum class Kind : std::uint8_t { query, flag, word, number, date, text };

  std::string name;
  Kind kind = Kind::text;
  std::string (*help)() = nullptr;        ///< what it asks for, in the reader's language
  std::vector<std::string> choices = {};  ///< of the kind word: its values
  std::uint64_t least = 0;                ///< of a number
  std::uint64_t most = 0;
  std::string usual = {};  ///< the value that holds where nothing is said; empty for none
  bool repeats = false;    ///< may be asked for several times
};

/// Whether it may have this value, as far as that can be told without more: any text and query, no word that is none of
/// its choices. A flag is 1.
bool may_be(const Parameter& parameter, const std::string& value);

/// Its values, for a reader who gave another one: "relevance, newest, oldest". Empty where any text is one.
std::string possible_values(const Parameter& parameter);

/// Throws Error (bad_data) that says so.
[[noreturn]] void refuse_value(const Parameter& parameter, const std::string& value);

}  // namespace hemero
