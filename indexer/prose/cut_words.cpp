#include "indexer/prose/cut_words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/characters/unicode.h"
#include "indexer/prose/line_join.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::string_view not_sign = "¬";
constexpr std::string_view soft_hyphen = "\u00AD";
constexpr std::size_t longest_head = 80;  ///< code points of a running head
constexpr std::size_t most_heads = 3;     ///< lines between two pages

struct Part {
  ZoneKind kind;
  std::string text;
};

bool starts_with_letter(std::string_view text) {
  return !text.empty() && char_class(code_point_at(text, 0).value) == CharClass::letter;
}

std::size_t skip_blanks(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    const CodePoint c = code_point_at(text, at);
    const CharClass what = char_class(c.value);
    if (what != CharClass::blank && what != CharClass::line_feed) break;
    at += c.size;
  }
  return at;
}

/// As much of the last word as tells.
std::string_view last_word(std::string_view text) {
  constexpr std::size_t longest_word = 100;  // bytes
  if (text.size() > longest_word) text.remove_prefix(floor_code_point(text, text.size() - longest_word));
  const std::size_t blank = text.find_last_of(" \n");
  return blank == std::string_view::npos ? text : text.substr(blank + 1);
}

/// Where the rest of the word begins that the mark at `at` cuts; the beginning of the text when it cuts none.
std::size_t rest_of_word(std::string_view text, std::size_t at) {
  const std::size_t behind = at + not_sign.size();
  const std::size_t rest = skip_blanks(text, behind);
  const bool apart = rest > behind || text.substr(at).starts_with(not_sign);
  const bool cuts =
      apart && !cut_part(last_word(text.substr(0, behind))).empty() && starts_with_letter(text.substr(rest));
  return cuts ? rest : 0;
}

/// The text without the marks that can mean nothing else.
std::string without_sure_marks(std::string_view text) {
  std::string joined;
  std::size_t begin = 0;
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1)) {
    const std::string_view sign = text.substr(at, not_sign.size());
    const std::size_t rest = sign == not_sign || sign == soft_hyphen ? rest_of_word(text, at) : 0;
    if (rest == 0) continue;
    joined += text.substr(begin, at - begin);
    if (keeps_hyphen(last_word(joined), text.substr(rest))) joined += '-';
    begin = rest;
  }
  return joined.append(text.substr(begin));
}

bool has_sure_marks(std::string_view text) {
  const auto is_mark = [&](std::size_t at) {
    return text.substr(at).starts_with(not_sign) || text.substr(at).starts_with(soft_hyphen);
  };
  for (std::size_t at = text.find('\xC2'); at != std::string_view::npos; at = text.find('\xC2', at + 1))
    if (is_mark(at)) return true;
  return false;
}

bool ends_cut(std::string_view text) { return !cut_part(trimmed(text)).empty(); }

/// True for what goes on behind a cut.
bool goes_on(std::string_view text) { return !text.empty() && is_lower(code_point_at(text, 0).value); }

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// True when all words begin with a capital or are as short as « du » and « p. »: as titles of newspapers are set.
bool is_set_as_title(std::string_view line) {
  constexpr std::size_t short_word = 3;  // bytes
  while (!line.empty()) {
    const std::string_view word = line.substr(0, line.find(' '));
    if (word.size() > short_word && is_lower(code_point_at(word, 0).value)) return false;
    line.remove_prefix(std::min(word.size() + 1, line.size()));
  }
  return true;
}

bool has_small_letters(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_lower(c.value)) return true;
    at += c.size;
  }
  return false;
}

/// « 12 », « — 12 — », « LE PETIT COURRIER », « Le Petit Courrier, p. 2 »: without small letters, or a title with a
/// number at one of its ends.
bool is_between_pages(std::string_view line) {
  if (line.empty() || ends_sentence(line) || code_point_count(line) > longest_head) return false;
  if (!has_small_letters(line)) return true;
  return (is_digit(line.front()) || is_digit(line.back())) && is_set_as_title(line);
}

/// How many lines at the front of these stand between two pages, when what follows them goes on.
std::size_t heads_before(const std::vector<std::string_view>& lines, std::size_t first) {
  std::size_t end = first;
  while (end < lines.size() && end - first < most_heads && is_between_pages(lines[end])) ++end;
  return end == lines.size() || goes_on(lines[end]) ? end - first : 0;
}

/// Cuts a paragraph that holds the lines between two pages into what stands before them, these, and what follows.
void add_apart(std::vector<Part>& parts, ZoneKind kind, std::string_view text) {
  const std::vector<std::string_view> lines = trimmed_lines(text);
  bool cut = !parts.empty() && parts.back().kind != ZoneKind::debris && ends_cut(parts.back().text);
  std::string part;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t heads = cut ? heads_before(lines, i) : 0; heads > 0; --heads, ++i) {
      if (!part.empty()) parts.push_back({kind, std::exchange(part, {})});
      parts.push_back({kind, std::string(lines[i])});
    }
    if (i == lines.size()) break;
    if (!part.empty()) part += '\n';
    part += lines[i];
    cut = ends_cut(lines[i]);
  }
  if (!part.empty()) parts.push_back({kind, std::move(part)});
}

/// The parts of an article, and what is done to them.
class CutParts {
 public:
  explicit CutParts(const Article& article) {
    for (const Zone& zone : article.zones) add(zone.kind, article.zone_text(zone));
  }

  void join() {
    std::vector<Part> all = std::exchange(parts_, {});
    for (std::size_t i = 0; i < all.size();) {
      Part part = std::move(all[i++]);
      std::vector<std::string> heads;
      if (part.kind != ZoneKind::debris) {
        while (const std::size_t next = ends_cut(part.text) ? find_rest(all, i) : 0) {
          for (; i < next; ++i) heads.push_back(std::move(all[i].text));
          add_rest(part, all[i++]);
        }
        part.text = without_sure_marks(part.text);
      }
      parts_.push_back(std::move(part));
      for (std::string& head : heads) parts_.push_back({ZoneKind::debris, std::move(head)});
    }
  }

  void put_into(Article& article) const {
    article.text.clear();
    article.zones.clear();
    for (const Part& part : parts_) append_zone(article, part.kind, part.text);
  }

 private:
  void add(ZoneKind kind, std::string_view text) {
    if (kind == ZoneKind::debris || text.find('\n') == std::string_view::npos)
      parts_.push_back({kind, std::string(text)});
    else
      add_apart(parts_, kind, text);
  }

  /// The part in which a word goes on that was cut before `first`; 0 when there is none.
  static std::size_t find_rest(const std::vector<Part>& all, std::size_t first) {
    for (std::size_t i = first; i < std::min(all.size(), first + most_heads + 1); ++i) {
      if (all[i].kind != ZoneKind::debris && goes_on(all[i].text)) return i;
      if (all[i].kind != ZoneKind::debris && !is_between_pages(all[i].text)) return 0;
    }
    return 0;
  }

  static void add_rest(Part& part, const Part& rest) {
    if (rest.kind == ZoneKind::paragraph) part.kind = ZoneKind::paragraph;
    (part.text += '\n') += rest.text;
  }

  std::vector<Part> parts_;
};

bool has_cut_line(std::string_view text) {
  for (std::size_t at = text.find("-\n"); at != std::string_view::npos; at = text.find("-\n", at + 1))
    if (!cut_part(text.substr(0, at + 1)).empty()) return true;
  return false;
}

bool may_be_cut(const Article& article) {
  if (has_sure_marks(article.text) || has_cut_line(article.text)) return true;
  return std::any_of(article.zones.begin(), article.zones.end(),
                     [&](const Zone& zone) { return ends_cut(article.zone_text(zone)); });
}

}  // namespace

void join_cut_words(Article& article) {
  if (has_sure_marks(article.title)) article.title = without_sure_marks(article.title);
  if (!may_be_cut(article)) return;
  CutParts parts(article);
  parts.join();
  parts.put_into(article);
}

}  // namespace hemero
