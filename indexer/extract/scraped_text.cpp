#include "indexer/extract/scraped_text.h"

#include <algorithm>
#include <vector>

#include "common/base/message.h"
#include "common/text/charset.h"
#include "common/text/unicode.h"
#include "indexer/extract/byline.h"
#include "indexer/extract/paragraphs.h"

namespace hemero {

namespace {

// Sizes in code points, read off scraped news pages: titles run from 20 to 150, paragraphs from 60.
constexpr std::size_t shortest_sentence = 60;   ///< that shows an article's body
constexpr std::size_t longest_unpointed = 250;  ///< beyond it a line is a paragraph, with a full stop or without
constexpr std::size_t longest_title = 200;
constexpr std::size_t longest_label = 40;       ///< of a menu's entries
constexpr std::size_t longest_heading = 100;
constexpr std::size_t fewest_labels = 3;        ///< that make a menu

struct Piece {
  std::string_view text;
  std::size_t length = 0;  ///< code points
  bool sentence = false;   ///< ends as one
  LineKind kind = LineKind::text;
  ZoneKind zone = ZoneKind::paragraph;

  bool is_body() const {
    return kind == LineKind::text && ((sentence && length >= shortest_sentence) || length >= longest_unpointed);
  }
  bool is_loose() const { return kind == LineKind::text && !sentence; }
};

/// The page cut into pieces; what the form of a line tells is in its kind.
class Page {
 public:
  Page(std::string_view text, const RepeatedLines& repeated) : repeated_(repeated) {
    std::vector<std::string_view> block;
    for (const std::string_view line : trimmed_lines(text)) {
      if (!line.empty()) {
        block.push_back(line);
      } else {
        add_block(block);
        block.clear();
      }
    }
    add_block(block);
  }

  std::vector<Piece>& pieces() { return pieces_; }

 private:
  void add_block(const std::vector<std::string_view>& block) {
    const bool menu = block.size() >= fewest_labels && std::all_of(block.begin(), block.end(), [](auto line) {
      return code_point_count(line) <= longest_label && !ends_sentence(line);
    });
    const char* run = nullptr;  ///< where the lines that are no debris start
    for (const std::string_view line : block) {
      const LineKind kind = menu ? LineKind::debris : line_kind(line);
      if (kind == LineKind::text && run == nullptr) run = line.data();
      if (kind == LineKind::text) continue;
      if (run != nullptr) add_paragraphs(run, line.data());
      run = nullptr;
      pieces_.push_back({line, code_point_count(line), ends_sentence(line), kind});
    }
    if (run != nullptr) add_paragraphs(run, block.back().data() + block.back().size());
  }

  LineKind line_kind(std::string_view line) const {
    const LineKind known = known_line_kind(line);
    if (known != LineKind::text) return known;
    return repeated_.contains(line_shape(line)) ? LineKind::debris : LineKind::text;
  }

  void add_paragraphs(const char* begin, const char* end) {
    for (const auto text : split_paragraphs({begin, static_cast<std::size_t>(end - begin)}))
      pieces_.push_back({text, code_point_count(text), ends_sentence(text)});
  }

  const RepeatedLines& repeated_;
  std::vector<Piece> pieces_;
};

std::size_t first_body(const std::vector<Piece>& pieces) {
  return static_cast<std::size_t>(
      std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.is_body(); }) - pieces.begin());
}

/// Takes bylines out of what stands before the body.
void take_bylines(std::vector<Piece>& pieces, std::size_t body, Article& article) {
  for (std::size_t i = 0; i < std::min(body + 1, pieces.size()); ++i) {
    if (pieces[i].kind != LineKind::text || (i == 0 && i == body)) continue;
    const auto byline = read_byline(pieces[i].text);
    if (!byline) continue;
    pieces[i].kind = LineKind::debris;
    if (!article.date && byline->date) {
      article.date = byline->date;
      article.date_text = byline->date_text;
    }
    article.authors.insert(article.authors.end(), byline->authors.begin(), byline->authors.end());
  }
}

/// The title: the longest line before the body; without a body the first line; a body's first piece only when nothing
/// stands before it and it is short. Returns its index, or the number of pieces when there is none.
std::size_t find_title(const std::vector<Piece>& pieces, std::size_t body) {
  std::size_t title = pieces.size();
  for (std::size_t i = 0; i < std::min(body, pieces.size()); ++i) {
    if (pieces[i].kind != LineKind::text || pieces[i].length > longest_title) continue;
    if (title == pieces.size() || (body < pieces.size() && pieces[i].length > pieces[title].length)) title = i;
  }
  if (title == pieces.size() && body < pieces.size() && pieces[body].length <= longest_title) title = body;
  return title;
}

/// Marks as debris what no paragraph follows: labels before the title, what a tail line opens, and stray labels.
void mark_surroundings(std::vector<Piece>& pieces, std::size_t title) {
  std::size_t last_body = pieces.size();
  for (std::size_t i = pieces.size(); i-- > 0 && last_body == pieces.size();)
    if (pieces[i].is_body()) last_body = i;
  if (last_body == pieces.size()) return;
  for (std::size_t i = 0; i < std::min(title, pieces.size()); ++i) pieces[i].kind = LineKind::debris;
  bool in_tail = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    const bool after_teaser = i > 0 && pieces[i - 1].kind == LineKind::teaser && piece.is_loose();
    in_tail = (in_tail || piece.kind == LineKind::tail) && !piece.is_body();
    const bool stray = i > last_body && piece.is_loose() && i + 1 < pieces.size() && !pieces[i + 1].sentence;
    if (in_tail || after_teaser || stray) piece.kind = LineKind::debris;
  }
}

/// A tail after the last long paragraph closes the article: whatever follows it is debris, sentences too.
void mark_tail(std::vector<Piece>& pieces) {
  constexpr std::size_t long_paragraph = 200;
  std::size_t last_long = 0;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (pieces[i].is_body() && pieces[i].length >= long_paragraph) last_long = i;
  bool closed = false;
  for (std::size_t i = last_long + 1; i < pieces.size(); ++i) {
    closed = closed || pieces[i].kind == LineKind::tail;
    if (closed) pieces[i].kind = LineKind::debris;
  }
}

ZoneKind zone_of(const std::vector<Piece>& pieces, std::size_t i) {
  const Piece& piece = pieces[i];
  if (piece.kind != LineKind::text) return ZoneKind::debris;
  const bool heads = i + 1 < pieces.size() && pieces[i + 1].kind == LineKind::text && pieces[i + 1].sentence;
  return heads && !piece.sentence && piece.length <= longest_heading ? ZoneKind::heading : ZoneKind::paragraph;
}

Skip refuse(const Record& record, const char* why, std::string text) {
  return {why, std::move(text), record.path, record.line, record.offset, {}, false};
}

}  // namespace

std::variant<Article, Skip> extract_scraped_text(const Record& record, const RepeatedLines& repeated) {
  if (trimmed(record.bytes).empty()) return refuse(record, reason::empty, message("the file is empty"));
  if (looks_binary(record.bytes)) return refuse(record, reason::binary, message("the file is not text"));
  const std::string text = decode_text(record.bytes).text;
  Article article;
  article.key = record.key;
  article.path = record.path;
  Page page(text, repeated);
  std::vector<Piece>& pieces = page.pieces();
  take_bylines(pieces, first_body(pieces), article);
  const std::size_t title = find_title(pieces, first_body(pieces));
  mark_tail(pieces);
  mark_surroundings(pieces, title);
  if (title < pieces.size()) article.title = pieces[title].text;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (i != title) append_zone(article, zone_of(pieces, i), pieces[i].text);
  const bool nothing = article.title.empty() && joined_zones(article, std::nullopt).empty();
  if (nothing) return refuse(record, reason::no_text, message("there is neither a title nor a text"));
  return article;
}

}  // namespace hemero
