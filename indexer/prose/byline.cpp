#include "indexer/prose/byline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/dates/date_search.h"
#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr std::size_t longest_byline = 160;       ///< code points
constexpr std::size_t longest_announcement = 60;  ///< of a line that announces a date and gives none
constexpr std::size_t longest_name = 5;           ///< words
constexpr auto nowhere = std::string_view::npos;

/// A run of characters without a blank: "Publié", "O’Brien,", "—".
struct Word {
  std::size_t begin = 0;  ///< byte offsets in the line, end exclusive
  std::size_t end = 0;
  std::string shape;         ///< line_shape(): folded letters only, "publie"; empty for signs and numbers
  bool starts_line = false;  ///< a line feed stands before it, or nothing
};

std::vector<Word> words_of(std::string_view line) {
  std::vector<Word> words;
  bool starts_line = true;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t begin = line.find_first_not_of(" \t\n", at);
    if (begin == nowhere) break;
    starts_line = starts_line || line.substr(at, begin - at).find('\n') != nowhere;
    at = std::min(line.find_first_of(" \t\n", begin), line.size());
    words.push_back({begin, at, line_shape(line.substr(begin, at - begin)), starts_line});
    starts_line = false;
  }
  return words;
}

template <std::size_t Size>
bool is_one_of(std::string_view shape, const std::array<std::string_view, Size>& known) {
  return std::find(known.begin(), known.end(), shape) != known.end();
}

bool follow(const std::vector<Word>& words, std::size_t at, std::string_view second, std::string_view third) {
  return at + 2 < words.size() && words[at + 1].shape == second && words[at + 2].shape == third;
}

bool announces_publication(const std::vector<Word>& words, std::size_t at) {
  constexpr std::array<std::string_view, 11> known{"publie", "publiee",     "parution", "paru",    "parue", "poste",
                                                   "postee", "publication", "redige",   "diffuse", "cree"};
  const std::string& shape = words[at].shape;
  return is_one_of(shape, known) || ((shape == "mis" || shape == "mise") && follow(words, at, "en", "ligne"));
}

bool announces_update(const std::vector<Word>& words, std::size_t at) {
  constexpr std::array<std::string_view, 6> known{"modifie",    "modifiee", "actualise",
                                                  "actualisee", "maj",      "modification"};
  const std::string& shape = words[at].shape;
  return is_one_of(shape, known) || ((shape == "mis" || shape == "mise") && follow(words, at, "a", "jour"));
}

bool is_separator(std::string_view word) {
  constexpr std::array<std::string_view, 8> known{"-", "–", "—", "|", "/", "·", "•", ":"};
  return is_one_of(word, known);
}

/// The line as the rules below look at it.
struct Line {
  std::string_view text;
  std::vector<Word> words;
  std::optional<FoundDate> date;
  std::size_t published = nowhere;  ///< index of the word that announces publication
  std::size_t updated = nowhere;    ///< … that announces an update
  bool sentence = false;

  explicit Line(std::string_view line)
      : text(line), words(words_of(line)), date(find_date(line)), sentence(ends_sentence(line)) {
    for (std::size_t i = words.size(); i-- > 0;) {
      if (announces_publication(words, i)) published = i;
      if (announces_update(words, i)) updated = i;
    }
  }

  std::string_view text_of(const Word& word) const { return text.substr(word.begin, word.end - word.begin); }
  std::size_t offset(std::size_t word) const { return word == nowhere ? nowhere : words[word].begin; }
};

bool is_particle(std::string_view word) {
  constexpr std::array<std::string_view, 16> known{"de",  "du",  "des", "la", "le", "van", "von", "der",
                                                   "den", "ben", "bin", "el", "al", "da",  "di",  "y"};
  return is_one_of(word, known);
}

/// Names written one after the other: "Claire Vasseur, Paul Morin et J.-P. Le Bris". Stops at the first word that
/// belongs to none.
class NameReader {
 public:
  NameReader(const Line& line, std::size_t first) : line_(line), at_(first) {
    while (at_ < line.words.size() && read_word()) ++at_;
    finish_name();
  }

  const std::vector<std::string>& names() const { return names_; }
  bool read_all() const { return at_ == line_.words.size(); }

 private:
  bool read_word() {
    const Word& word = line_.words[at_];
    std::string_view text = line_.text_of(word);
    if (begin_ != nowhere && word.starts_line) return false;
    if (text == "et" || text == "&") return finish_name();
    if (announces_publication(line_.words, at_) || announces_update(line_.words, at_)) return false;
    const bool ends = text.ends_with(',') || (text.ends_with('.') && at_ + 1 == line_.words.size() && text.size() > 4);
    if (ends) text.remove_suffix(1);
    if (!belongs(text)) return false;
    if (begin_ == nowhere) begin_ = word.begin;
    end_ = word.begin + text.size();
    ++length_;
    return ends ? after_comma() : length_ <= longest_name;
  }

  bool belongs(std::string_view text) const {
    const bool more = at_ + 1 < line_.words.size();
    return begins_as_name(text) ||
           (begin_ != nowhere && more && is_particle(text) && begins_as_name(line_.text_of(line_.words[at_ + 1])));
  }

  /// A comma may stand before another name, of two words at least; one word is a place or a job.
  bool after_comma() {
    const bool two_more = at_ + 2 < line_.words.size();
    return finish_name() && two_more && begins_as_name(line_.text_of(line_.words[at_ + 1])) &&
           begins_as_name(line_.text_of(line_.words[at_ + 2]));
  }

  bool finish_name() {
    if (begin_ != nowhere && length_ <= longest_name) names_.emplace_back(line_.text.substr(begin_, end_ - begin_));
    begin_ = nowhere;
    length_ = 0;
    return true;
  }

  const Line& line_;
  std::size_t at_;
  std::size_t begin_ = nowhere;
  std::size_t end_ = 0;
  std::size_t length_ = 0;  ///< words of the name
  std::vector<std::string> names_;
};

bool is_full_name(std::string_view text) {
  constexpr std::array<std::string_view, 8> articles{"le", "la", "les", "un", "une", "par", "photo", "lecture"};
  const Line line(text);
  if (line.words.size() < 2 || line.words.size() > 4 || is_one_of(line.words.front().shape, articles)) return false;
  const std::string_view first = line.text_of(line.words.front());
  const NameReader reader(line, 0);
  return !first.starts_with("L’") && !first.starts_with("L'") && reader.read_all() && reader.names().size() == 1 &&
         reader.names().front().size() == text.size();
}

/// "Par Claire Vasseur et J.-P. Morin (avec AFP), à Kaboul" → the two names.
std::vector<std::string> signed_names(const Line& line) {
  for (std::size_t i = 0; i + 1 < line.words.size(); ++i)
    if (line.words[i].shape == "par")
      if (NameReader reader(line, i + 1); !reader.names().empty()) return reader.names();
  return {};
}

/// "14 avril 2016 à 23h10 – Anne-Sophie Kervizic": the name between signs behind the date.
std::vector<std::string> names_behind_date(const Line& line) {
  std::size_t begin = nowhere;
  for (std::size_t i = 0; i <= line.words.size(); ++i) {
    const bool last = i == line.words.size();
    if (!last && (line.words[i].begin < line.date->end || !is_separator(line.text_of(line.words[i])))) continue;
    const std::size_t end = last ? line.text.size() : line.words[i].begin;
    if (begin != nowhere)
      if (const auto part = trimmed(line.text.substr(begin, end - begin)); is_full_name(part))
        return {std::string(part)};
    if (!last) begin = line.words[i].end;
  }
  return {};
}

/// "Article publié", "Date de publication", "Dernière modification": what may stand before an announcement.
bool only_introduces(const std::vector<Word>& words, std::size_t end) {
  constexpr std::array<std::string_view, 7> known{"article", "texte", "date", "de", "la", "derniere", "premiere"};
  return std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const Word& word) { return is_one_of(word.shape, known); });
}

/// True where an announcement opens the line or what follows a sign or a signature; inside a sentence or a title
/// ("Un rapport publié le 11 août…") it is none.
bool is_announced(const Line& line, std::size_t word) {
  if (word == nowhere) return false;
  if (only_introduces(line.words, word) || line.words.front().shape == "par") return true;
  const Word& before = line.words[word - 1];
  if (is_separator(line.text_of(before)) || line.words[word].starts_line) return true;
  const std::string_view prefix = trimmed(line.text.substr(0, line.words[word].begin));
  return prefix.ends_with(',') && is_full_name(prefix.substr(0, prefix.size() - 1));
}

/// "(AFP)", "(APO avec Reuters)": how dispatches end their dateline.
bool names_agency(std::string_view line) {
  const auto open = line.find('(');
  const auto upper = [&](std::size_t at) { return at < line.size() && line[at] >= 'A' && line[at] <= 'Z'; };
  return open != nowhere && upper(open + 1) && upper(open + 2) && line.find(')', open) != nowhere;
}

/// "11 août 2021 | Culture", "Paris, le 11 août 2021": the date is most of the line and nothing speaks of it. ("Grève
/// du 5 décembre 2019" is a title.)
bool is_mostly_date(const Line& line) {
  const std::string_view before = trimmed(line.text.substr(0, line.date->begin));
  const bool free = before.empty() || line_shape(before) == "le" || before.find(',') != nowhere;
  return free && (line.date->end - line.date->begin) * 2 >= line.text.size();
}

bool is_dated(const Line& line) {
  constexpr std::size_t full_stop_and_quote = 4;
  if (!line.date) return false;
  if (is_announced(line, line.published) || is_announced(line, line.updated))
    return !line.sentence || line.published == 0 || line.updated == 0;
  if (line.sentence) return line.text.size() - (line.date->end - line.date->begin) <= full_stop_and_quote;
  const bool to_the_minute = line.date->date.precision == DatePrecision::minute;
  const bool signed_first = line.words.front().shape == "par" && !signed_names(line).empty();
  return is_mostly_date(line) || to_the_minute || names_agency(line.text) || signed_first;
}

/// "Publié il y a deux heures", "Mis à jour à 12h05".
bool only_announces(const Line& line) {
  return (line.published == 0 || line.updated == 0) && !line.date && !line.sentence && line.words.size() > 1 &&
         code_point_count(line.text) <= longest_announcement;
}

/// "Par Claire Vasseur", "Propos recueillis par Claire Vasseur": one name of two words, or nothing but the name.
bool is_signed(const Line& line) {
  const bool recueillis = line.words.size() > 3 && line.words[1].shape == "recueillis";
  const std::size_t first = recueillis ? 3 : 1;
  if (line.sentence || line.words.size() <= first || line.words[first - 1].shape != "par") return false;
  const NameReader reader(line, first);
  if (reader.names().empty()) return false;
  const std::string& name = reader.names().front();
  return reader.read_all() || name.find(' ') != std::string::npos || line_shape(name).size() < 4;
}

/// The part of the line that speaks of publication: what stands behind "publié", or before "mis à jour".
std::string_view publication_part(const Line& line) {
  const std::size_t published = line.offset(line.published);
  const std::size_t updated = line.offset(line.updated);
  if (published == nowhere) return line.text.substr(0, updated);
  return updated == nowhere || updated < published ? line.text.substr(published)
                                                   : line.text.substr(published, updated - published);
}

}  // namespace

std::optional<Byline> read_byline(std::string_view printed) {
  if (code_point_count(printed) > longest_byline) return std::nullopt;
  const std::string text = to_nfc(printed);
  const Line line(text);
  const bool dated = is_dated(line);
  if (!dated && !only_announces(line) && !is_signed(line)) return std::nullopt;
  Byline byline;
  byline.authors = signed_names(line);
  if (dated && byline.authors.empty()) byline.authors = names_behind_date(line);
  const std::string_view published = publication_part(line);
  if (const auto found = find_date(published); dated && found) {
    byline.date = found->date;
    byline.date_text = published.substr(found->begin, found->end - found->begin);
  }
  return byline;
}

}  // namespace hemero
