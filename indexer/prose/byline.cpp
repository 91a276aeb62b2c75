#include "indexer/prose/byline.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/base/dates/date_search.h"
#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/prose/byline_line.h"
#include "indexer/prose/byline_names.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_byline = 160;  ///< code points
constexpr auto nowhere = BylineLine::nowhere;
constexpr std::size_t longest_announcement = 60;  ///< of a line that announces a date and gives none

/// "Article publié", "Date de publication", "Dernière modification": what may stand before an announcement.
bool only_introduces(const std::vector<BylineWord>& words, std::size_t end) {
  constexpr std::array<std::string_view, 7> known{"article", "texte", "date", "de", "la", "derniere", "premiere"};
  return std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(end),
                     [&](const BylineWord& word) { return is_one_of(word.shape, known); });
}

/// True where an announcement opens the line or what follows a sign or a signature; inside a sentence or a title
/// ("Un rapport publié le 11 août…") it is none.
bool is_announced(const BylineLine& line, std::size_t word) {
  if (word == nowhere) return false;
  if (only_introduces(line.words, word) || line.words.front().shape == "par") return true;
  if (line.is_separator(word - 1) || line.words[word].starts_line) return true;
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
bool is_mostly_date(const BylineLine& line) {
  const std::string_view before = trimmed(line.text.substr(0, line.date->begin));
  const bool free = before.empty() || line_shape(before) == "le" || before.find(',') != nowhere;
  return free && (line.date->end - line.date->begin) * 2 >= line.text.size();
}

bool is_dated(const BylineLine& line) {
  constexpr std::size_t full_stop_and_quote = 4;
  if (!line.date) return false;
  if (is_announced(line, line.published) || is_announced(line, line.updated))
    return !line.sentence || line.published == 0 || line.updated == 0;
  if (!names_beside_date(line).empty()) return true;
  if (line.sentence) return line.text.size() - (line.date->end - line.date->begin) <= full_stop_and_quote;
  const bool to_the_minute = line.date->date.precision == DatePrecision::minute;
  const bool signed_first = line.words.front().shape == "par" && !signed_names(line).empty();
  return is_mostly_date(line) || to_the_minute || names_agency(line.text) || signed_first;
}

/// "Publié il y a deux heures", "Mis à jour à 12h05".
bool only_announces(const BylineLine& line) {
  return (line.published == 0 || line.updated == 0) && !line.date && !line.sentence && line.words.size() > 1 &&
         code_point_count(line.text) <= longest_announcement;
}

/// "Par Claire Vasseur", "Propos recueillis par Claire Vasseur": one name of two words, or nothing but the name.
bool is_signed(const BylineLine& line) {
  const bool recueillis = line.words.size() > 3 && line.words[1].shape == "recueillis";
  const std::size_t first = recueillis ? 3 : 1;
  if (line.sentence || line.words.size() <= first || line.words[first - 1].shape != "par") return false;
  const NameReader reader(line, first);
  if (reader.names().empty()) return false;
  const std::string& name = reader.names().front();
  return reader.read_all() || name.find(' ') != std::string::npos || line_shape(name).size() < 4;
}

/// The part of the line that speaks of publication: what stands behind "publié", or before "mis à jour".
std::string_view publication_part(const BylineLine& line) {
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
  const BylineLine line(text);
  const bool dated = is_dated(line);
  if (!dated && !only_announces(line) && !is_signed(line)) return std::nullopt;
  Byline byline;
  byline.authors = dated && line.date ? names_beside_date(line) : std::vector<std::string>();
  byline.alone = !byline.authors.empty();
  if (byline.authors.empty()) byline.authors = signed_names(line);
  if (dated && byline.authors.empty()) byline.authors = names_behind_date(line);
  const std::string_view published = publication_part(line);
  if (const auto found = find_date(published); dated && found) {
    byline.date = found->date;
    byline.date_text = published.substr(found->begin, found->end - found->begin);
  }
  return byline;
}

}  // namespace hemero
