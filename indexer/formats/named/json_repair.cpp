#include "indexer/formats/named/json_repair.h"

#include <algorithm>
#include <array>

namespace hemero {

namespace {

bool is_hex(std::string_view digits) {
  return digits.size() == 4 && digits.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

/// The surrogate that a \uXXXX escape at the front of `json` stands for: 'h' the high one, 'l' the low one, else '\0'.
char surrogate_at(std::string_view json) {
  if (!json.starts_with("\\u") || !is_hex(json.substr(2, 4)) || (json[2] | 32) != 'd') return '\0';
  const char digit = static_cast<char>(json[3] | 32);
  if (digit == '8' || digit == '9' || digit == 'a' || digit == 'b') return 'h';
  return digit >= 'c' && digit <= 'f' ? 'l' : '\0';
}

void replace_lone_surrogates(std::string& json) {
  for (std::size_t at = json.find('\\'); at != std::string::npos; at = json.find('\\', at)) {
    const std::string_view rest = std::string_view(json).substr(at);
    const char first = surrogate_at(rest);
    const bool pair = first == 'h' && surrogate_at(rest.substr(6)) == 'l';
    if (first != '\0' && !pair) json.replace(at + 2, 4, "fffd");
    at += pair ? 12 : 2;
  }
}

constexpr std::array<std::string_view, 3> bare_words{"NaN", "Infinity", "-Infinity"};

std::string without_bare_words(std::string_view json) {
  std::string sound;
  bool in_string = false;
  for (std::size_t at = 0; at < json.size();) {
    const std::string_view rest = json.substr(at);
    const auto word =
        std::find_if(bare_words.begin(), bare_words.end(), [&](auto bare) { return rest.starts_with(bare); });
    if (!in_string && word != bare_words.end()) {
      sound += "null";
      at += word->size();
      continue;
    }
    const std::size_t size = in_string && rest.size() > 1 && rest[0] == '\\' ? 2 : 1;
    in_string = in_string != (rest[0] == '"');
    sound += rest.substr(0, size);
    at += size;
  }
  return sound;
}

}  // namespace

std::string repaired_json(std::string json) {
  replace_lone_surrogates(json);
  return without_bare_words(json);
}

bool may_be_repaired(std::string_view json) {
  return json.find("\\u") != std::string_view::npos ||
         std::any_of(bare_words.begin(), bare_words.end(),
                     [&](auto word) { return json.find(word) != std::string_view::npos; });
}

}  // namespace hemero
