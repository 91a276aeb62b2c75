#include "query/slips/phonetic_key.h"

#include <algorithm>
#include <array>
#include <vector>

#include "common/text/table_rows.h"

namespace hemero {

namespace {

constexpr char end_of_word = '.';
constexpr char consonant_or_end = '~';

struct Sound {
  std::string_view letters;
  std::string_view sound;
};

/// A row of the table.
struct Row {
  Sound sound;
  std::vector<std::string_view> following;  ///< the beginnings of which one must follow; none: anything may
};

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

bool sounds_before(char c) { return std::string_view("aeiouynm").find(c) != std::string_view::npos; }

/// True when the rest of a word begins so.
bool begins(std::string_view rest, std::string_view beginning) {
  for (const char c : beginning) {
    if (c == end_of_word) return rest.empty();
    if (c == consonant_or_end) return rest.empty() || !sounds_before(rest.front());
    if (rest.empty() || rest.front() != c) return false;
    rest.remove_prefix(1);
  }
  return true;
}

bool follows(std::string_view rest, const std::vector<std::string_view>& beginnings) {
  return beginnings.empty() || std::any_of(beginnings.begin(), beginnings.end(),
                                           [rest](std::string_view beginning) { return begins(rest, beginning); });
}

Row read_row(const std::vector<std::string_view>& row) {
  return {{row[0], row[2] == "-" ? std::string_view() : row[2]},
          row[1] == "*" ? std::vector<std::string_view>() : cell_words(row[1])};
}

/// The rows by their first letter, the longest first.
using SoundTable = std::array<std::vector<Row>, 26>;

const SoundTable& sound_table() {
  static const SoundTable table = [] {
    SoundTable all;
    for (const auto& row : table_rows("sounds"))
      all.at(static_cast<std::size_t>(row[0].front() - 'a')).push_back(read_row(row));
    for (std::vector<Row>& rows : all)
      std::stable_sort(rows.begin(), rows.end(),
                       [](const Row& a, const Row& b) { return a.sound.letters.size() > b.sound.letters.size(); });
    return all;
  }();
  return table;
}

/// The sound that the rest of a word begins with: that of its first letters, as many as belong together.
Sound sound_of(const SoundTable& table, std::string_view rest) {
  if (is_letter(rest.front()))
    for (const auto& [sound, following] : table[static_cast<std::size_t>(rest.front() - 'a')])
      if (rest.starts_with(sound.letters) && follows(rest.substr(sound.letters.size()), following)) return sound;
  return {rest.substr(0, 1), rest.substr(0, 1)};
}

}  // namespace

std::string phonetic_key(std::string_view folded) {
  const SoundTable& table = sound_table();
  std::string key;
  while (!folded.empty()) {
    const Sound first = sound_of(table, folded);
    for (const char sound : first.sound)
      if (key.empty() || key.back() != sound) key += sound;
    folded.remove_prefix(first.letters.size());
  }
  return key;
}

char first_sound(std::string_view folded) {
  while (!folded.empty()) {
    const Sound first = sound_of(sound_table(), folded);
    if (!first.sound.empty()) return first.sound.front();
    folded.remove_prefix(first.letters.size());
  }
  return '\0';
}

}  // namespace hemero
