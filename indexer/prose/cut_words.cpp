#include "indexer/prose/cut_words.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/unicode.h"
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
  return text.find(not_sign) != std::string_view::npos || text.find(soft_hyphen) != std::string_view::npos;
}

bool ends_cut(std::string_view text) { return !cut_part(last_word(trimmed(text))).empty(); }

/// True for what goes on behind a cut.
bool goes_on(std::string_view text) { return !text.empty() && is_lower(code_point_at(text, 0).value); }

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

/// « 12 », « — 12 — », « LE PETIT COURRIER », « Le Petit Courrier, p. 2 »: without small letters, or a number at one of
/// its ends.
bool is_between_pages(std::string_view line) {
  if (line.empty() || ends_sentence(line) || code_point_count(line) > longest_head) return false;
  if (is_digit(line.front()) || is_digit(line.back())) return true;
  for (std::size_t at = 0; at < line.size();) {
    const CodePoint c = code_point_at(line, at);
    if (is_lower(c.value)) return false;
    at += c.size;
  }
  return true;
}

/// Takes the page numbers out of a paragraph in whose lines they stand.
void take_heads_out(std::string& text, std::vector<std::string>& heads) {
  std::string kept;
  const std::vector<std::string_view> lines = trimmed_lines(text);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const bool head =
        i > 0 && i + 1 < lines.size() && ends_cut(kept) && is_between_pages(lines[i]) && goes_on(lines[i + 1]);
    if (head) {
      heads.emplace_back(lines[i]);
    } else {
      if (i > 0) kept += '\n';
      kept += lines[i];
    }
  }
  if (!heads.empty()) text = std::move(kept);
}

/// The parts of an article, and what is done to them.
class CutParts {
 public:
  explicit CutParts(const Article& article) {
    for (const Zone& zone : article.zones) parts_.push_back({zone.kind, std::string(article.zone_text(zone))});
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
        take_heads_out(part.text, heads);
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

bool may_be_cut(const Article& article) {
  if (has_sure_marks(article.text) || article.text.find("-\n") != std::string::npos) return true;
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
