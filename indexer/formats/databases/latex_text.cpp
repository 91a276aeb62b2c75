#include "indexer/formats/databases/latex_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/dates/text_cursor.h"
#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

/// Accents that stand before their letter, as combining characters.
constexpr std::array<std::pair<std::string_view, char32_t>, 14> accents{{{"`", 0x300},
                                                                         {"'", 0x301},
                                                                         {"^", 0x302},
                                                                         {"~", 0x303},
                                                                         {"=", 0x304},
                                                                         {"u", 0x306},
                                                                         {".", 0x307},
                                                                         {"\"", 0x308},
                                                                         {"r", 0x30A},
                                                                         {"H", 0x30B},
                                                                         {"v", 0x30C},
                                                                         {"d", 0x323},
                                                                         {"c", 0x327},
                                                                         {"k", 0x328}}};

constexpr std::array<std::pair<std::string_view, std::string_view>, 46> signs{{{"oe", "œ"},
                                                                               {"OE", "Œ"},
                                                                               {"ae", "æ"},
                                                                               {"AE", "Æ"},
                                                                               {"o", "ø"},
                                                                               {"O", "Ø"},
                                                                               {"l", "ł"},
                                                                               {"L", "Ł"},
                                                                               {"aa", "å"},
                                                                               {"AA", "Å"},
                                                                               {"ss", "ß"},
                                                                               {"i", "ı"},
                                                                               {"j", "ȷ"},
                                                                               {"&", "&"},
                                                                               {"%", "%"},
                                                                               {"$", "$"},
                                                                               {"#", "#"},
                                                                               {"_", "_"},
                                                                               {"{", "{"},
                                                                               {"}", "}"},
                                                                               {" ", " "},
                                                                               {",", "\u202F"},
                                                                               {"\\", " "},
                                                                               {"og", "«\u00A0"},
                                                                               {"fg", "\u00A0»"},
                                                                               {"guillemotleft", "«"},
                                                                               {"guillemotright", "»"},
                                                                               {"textquoteleft", "‘"},
                                                                               {"textquoteright", "’"},
                                                                               {"textquotedblleft", "“"},
                                                                               {"textquotedblright", "”"},
                                                                               {"textquotesingle", "'"},
                                                                               {"textendash", "–"},
                                                                               {"textemdash", "—"},
                                                                               {"textasciitilde", "~"},
                                                                               {"textasciicircum", "^"},
                                                                               {"textbackslash", "\\"},
                                                                               {"textunderscore", "_"},
                                                                               {"textellipsis", "…"},
                                                                               {"ldots", "…"},
                                                                               {"dots", "…"},
                                                                               {"euro", "€"},
                                                                               {"texteuro", "€"},
                                                                               {"textdegree", "°"},
                                                                               {"degree", "°"},
                                                                               {"textbullet", "•"}}};

template <typename Table>
auto find_in(const Table& table, std::string_view name) {
  const auto* const found =
      std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.first == name; });
  return found == table.end() ? nullptr : found;
}

class LatexReader {
 public:
  explicit LatexReader(std::string_view latex) : rest_(latex) {}

  std::string read() {
    while (!rest_.empty()) {
      if (rest_.front() == '\\')
        read_command();
      else if (!read_ligature())
        read_character();
    }
    return to_nfc(text_);
  }

 private:
  void read_command() {
    rest_.remove_prefix(1);
    if (rest_.empty() || static_cast<unsigned char>(rest_.front()) > 0x7F) return;  // a letter that is no command
    std::size_t size = 0;
    while (size < rest_.size() && is_ascii_letter(rest_[size])) ++size;
    const bool letters = size > 0;
    const std::string_view name = rest_.substr(0, letters ? size : 1);
    rest_.remove_prefix(name.size());
    if (const auto* accent = find_in(accents, name)) return read_accented(accent->second, letters);
    if (const auto* sign = find_in(signs, name)) text_ += sign->second;
    if (letters) skip_blank();
  }

  /// An accent on the letter behind it, which may stand in braces: \'e, \'{e}, \'{\i}, \c c.
  void read_accented(char32_t accent, bool letters) {
    if (letters) skip_blank();
    if (rest_.starts_with('{')) rest_.remove_prefix(1);
    if (rest_.starts_with("\\i") || rest_.starts_with("\\j"))
      rest_.remove_prefix(1);
    else if (rest_.empty() || rest_.front() == '\\' || rest_.front() == '}')
      return;
    read_character();
    append_utf8(text_, accent);
  }

  /// A blank behind a command ends its name.
  void skip_blank() {
    if (rest_.starts_with(' ')) rest_.remove_prefix(1);
  }

  bool read_ligature() {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> ligatures{
        {{"---", "—"}, {"--", "–"}, {"``", "“"}, {"''", "”"}, {"~", "\u00A0"}}};
    for (const auto& [printed, meant] : ligatures) {
      if (!rest_.starts_with(printed)) continue;
      text_ += meant;
      rest_.remove_prefix(printed.size());
      return true;
    }
    return false;
  }

  void read_character() {
    const std::size_t size = code_point_at(rest_, 0).size;
    const bool silent = rest_.front() == '{' || rest_.front() == '}' || rest_.front() == '$';
    if (!silent) text_ += rest_.substr(0, size);
    rest_.remove_prefix(size);
  }

  std::string_view rest_;
  std::string text_;
};

}  // namespace

std::string latex_text(std::string_view latex) {
  const bool plain = latex.find_first_of("\\{}~$`") == std::string_view::npos &&
                     latex.find("--") == std::string_view::npos && latex.find("''") == std::string_view::npos;
  return plain ? std::string(latex) : LatexReader(latex).read();
}

}  // namespace hemero
