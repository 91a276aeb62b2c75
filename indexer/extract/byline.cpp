#include "indexer/extract/byline.h"

#include <algorithm>

#include "common/text/fold.h"
#include "common/text/unicode.h"
#include "indexer/extract/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_byline = 160;  ///< code points
constexpr std::size_t longest_name = 60;     ///< bytes

/// The first place where one of the words starts, or npos.
std::size_t find_any(std::string_view line, std::initializer_list<std::string_view> words) {
  std::size_t first = std::string_view::npos;
  for (const auto word : words) first = std::min(first, line.find(word));
  return first;
}

/// The part of the line that speaks of publication: what stands after "publié", or before "mis à jour".
std::string_view publication_part(std::string_view line) {
  const auto published = find_any(line, {"ublié", "UBLIÉ", "ublie le", "ublication"});
  const auto updated = find_any(line, {"is à jour", "IS À JOUR", "odifié", "ctualisé", "is a jour"});
  if (published == std::string_view::npos)
    return updated == std::string_view::npos ? line : line.substr(0, updated > 12 ? updated : 0);
  if (updated == std::string_view::npos || updated < published) return line.substr(published);
  return line.substr(published, updated - published);
}

bool is_name(std::string_view name) {
  const auto words = static_cast<std::size_t>(std::count(name.begin(), name.end(), ' ')) + 1;
  return !name.empty() && name.size() <= longest_name && words <= 6 && is_upper(code_point_at(name, 0).value);
}

/// "Par Claire Vasseur et J.-P. Morin (avec AFP), à Kaboul" → the two names.
std::vector<std::string> read_authors(std::string_view line) {
  std::size_t start = line.starts_with("Par ") || line.starts_with("par ") ? 0 : find_any(line, {" Par ", " par "});
  if (start == std::string_view::npos) return {};
  start = line.find("ar ", start) + 3;
  std::string_view names = line.substr(start);
  names = names.substr(0, find_any(names, {" — ", " – ", " - ", " | ", ",", "(", " · ", " • ", " le ", " Publié", " publié",
                                           " à ", ". "}));
  std::vector<std::string> authors;
  for (auto next = names.find(" et "); !names.empty(); next = names.find(" et ")) {
    const std::string_view name = trimmed(names.substr(0, next));
    if (is_name(name)) authors.emplace_back(name);
    if (next == std::string_view::npos) break;
    names.remove_prefix(next + 4);
  }
  return authors;
}

bool announces_date(std::string_view line) {
  return find_any(line, {"ublié", "UBLIÉ", "ublie le", "is à jour", "IS À JOUR", "odifié", "is a jour", "ctualisé"}) !=
         std::string_view::npos;
}

}  // namespace

std::optional<Byline> read_byline(std::string_view printed) {
  if (code_point_count(printed) > longest_byline) return std::nullopt;
  const std::string line = to_nfc(printed);
  Byline byline;
  const auto any_date = find_french_date(line);
  const bool mostly_date = any_date && (any_date->end - any_date->begin) * 2 >= line.size();
  if (line.starts_with("Par ") || line.starts_with("par ") || any_date) byline.authors = read_authors(line);
  const bool signed_line = line.starts_with("Par ") && !byline.authors.empty() && !ends_sentence(line);
  const bool dated = any_date && (announces_date(line) || mostly_date || !byline.authors.empty());
  if (!signed_line && !dated) return std::nullopt;
  const std::string_view published = publication_part(line);
  if (const auto found = find_french_date(published); dated && found) {
    byline.date = found->date;
    byline.date_text = published.substr(found->begin, found->end - found->begin);
  }
  return byline;
}

}  // namespace hemero
