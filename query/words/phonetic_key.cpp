#include "query/words/phonetic_key.h"

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

/// The number of a letter, 0 for what is none and for the end of a word.
std::size_t letter_at(std::string_view rest, std::size_t at) {
  return at < rest.size() && is_letter(rest[at]) ? static_cast<std::size_t>(rest[at] - 'a') + 1 : 0;
}

/// The rows that may apply, by the first two letters, the longest first: they are asked for each word that is compared.
class SoundTable {
 public:
  SoundTable() {
    for (const auto& row : table_rows("sounds")) rows_.push_back(read_row(row));
    std::stable_sort(rows_.begin(), rows_.end(),
                     [](const Row& a, const Row& b) { return a.sound.letters.size() > b.sound.letters.size(); });
    for (const Row& row : rows_)
      for (std::size_t second = 0; second < letters; ++second)
        if (row.sound.letters.size() == 1 || letter_at(row.sound.letters, 1) == second)
          by_letters_[letter_at(row.sound.letters, 0)][second].push_back(&row);
  }

  /// The sound that the rest of a word begins with: that of its first letters, as many as belong together.
  Sound sound_of(std::string_view rest) const {
    for (const Row* row : by_letters_[letter_at(rest, 0)][letter_at(rest, 1)]) {
      const std::string_view sounded = row->sound.letters;
      if (rest.starts_with(sounded) && follows(rest.substr(sounded.size()), row->following)) return row->sound;
    }
    return {rest.substr(0, 1), rest.substr(0, 1)};
  }

 private:
  static constexpr std::size_t letters = 27;

  std::vector<Row> rows_;
  std::array<std::array<std::vector<const Row*>, letters>, letters> by_letters_;
};

const SoundTable& sound_table() {
  static const SoundTable table;
  return table;
}

/// True when the sounds so far, and others behind them, may be one edit from a key: from their first difference on they
/// go on alike when a sound is left out of the one, of the other or of both, or two are swapped.
bool may_become(std::string_view sounds, std::string_view key) {
  const auto [sound, other] = std::mismatch(sounds.begin(), sounds.end(), key.begin(), key.end());
  sounds.remove_prefix(static_cast<std::size_t>(sound - sounds.begin()));
  key.remove_prefix(static_cast<std::size_t>(other - key.begin()));
  if (sounds.size() < 2 || key.empty()) return sounds.size() < 2;
  const bool swapped = key.size() > 1 && sounds[0] == key[1] && sounds[1] == key[0];
  return key.starts_with(sounds.substr(1)) || key.substr(1).starts_with(sounds.substr(1)) ||
         key.substr(1).starts_with(sounds) || (swapped && key.substr(2).starts_with(sounds.substr(2)));
}

}  // namespace

std::string phonetic_key(std::string_view folded) {
  const SoundTable& table = sound_table();
  std::string key;
  while (!folded.empty()) {
    const Sound first = table.sound_of(folded);
    for (const char sound : first.sound)
      if (key.empty() || key.back() != sound) key += sound;
    folded.remove_prefix(first.letters.size());
  }
  return key;
}

bool may_sound(std::string_view folded, std::string_view key) {
  std::string sounds;
  while (!folded.empty()) {
    const Sound first = sound_table().sound_of(folded);
    for (const char sound : first.sound)
      if (sounds.empty() || sounds.back() != sound) sounds += sound;
    if (!may_become(sounds, key)) return false;
    folded.remove_prefix(first.letters.size());
  }
  return true;
}

char first_sound(std::string_view folded) {
  while (!folded.empty()) {
    const Sound first = sound_table().sound_of(folded);
    if (!first.sound.empty()) return first.sound.front();
    folded.remove_prefix(first.letters.size());
  }
  return '\0';
}

}  // namespace hemero
