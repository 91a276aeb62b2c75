#include "indexer/formats/text/scraped_text.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/formats/html/html_references.h"
#include "indexer/input/format.h"
#include "indexer/input/whole_file.h"
#include "indexer/prose/byline.h"
#include "indexer/prose/line_cursor.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

// Sizes in code points, read off scraped news pages: titles run from 20 to 150, paragraphs from 60.
constexpr std::size_t shortest_sentence = 60;   ///< that shows an article's body
constexpr std::size_t longest_unpointed = 250;  ///< beyond it a line is a paragraph, with a full stop or without
constexpr std::size_t longest_title = 200;
constexpr std::size_t safe_title = 30;     ///< from here on the line before the byline is the title
constexpr std::size_t longest_label = 40;  ///< of a menu's entries
constexpr std::size_t longest_heading = 100;
constexpr std::size_t longest_question = 60;  ///< of a heading that is a question
constexpr std::size_t fewest_labels = 3;      ///< that make a menu
constexpr std::size_t byline_reach = 2;       ///< paragraphs (a lead) that may stand between title and byline

struct Piece {
  std::string_view text;
  std::size_t length = 0;  ///< code points
  bool sentence = false;   ///< ends as one
  LineKind kind = LineKind::text;
  std::size_t block = 0;           ///< the number of its block: lines without a blank one between them
  std::unique_ptr<Byline> byline;  ///< none for most: a file may have a million pieces

  bool is_text() const { return kind == LineKind::text && !byline; }
  bool is_body() const {
    return is_text() && ((sentence && length >= shortest_sentence) || length >= longest_unpointed);
  }
  bool is_loose() const { return is_text() && !sentence; }
};

using Pieces = std::deque<Piece>;  ///< which grows without moving them

/// The page cut into pieces; what the form of a line tells is in its kind.
class Page {
 public:
  Page(std::string_view text, const RepeatedLines& repeated) : repeated_(repeated), wrapped_(may_be_wrapped(text)) {
    std::vector<std::string_view> block;
    LineCursor lines(text);
    while (const auto line = lines.next()) {
      if (!line->empty()) {
        block.push_back(*line);
      } else if (!block.empty()) {
        add_block(block);
        block.clear();
      }
    }
    add_block(block);
  }

  Pieces take_pieces() { return std::move(pieces_); }

 private:
  void add_block(const std::vector<std::string_view>& block) {
    ++block_;
    const bool menu = block.size() >= fewest_labels && std::all_of(block.begin(), block.end(), [](auto line) {
                        return code_point_count(line) <= longest_label && !ends_sentence(line) && !read_byline(line);
                      });
    const char* run = nullptr;  ///< where the lines that are plain text start
    for (const std::string_view line : block) {
      auto byline = bodies_ <= byline_reach ? read_byline(line) : std::nullopt;
      const LineKind kind = menu ? LineKind::debris : line_kind(line, byline.has_value());
      if (kind == LineKind::text && !byline) {
        if (run == nullptr) run = line.data();
        continue;
      }
      if (run != nullptr) add_paragraphs(run, line.data());
      run = nullptr;
      add({line, code_point_count(line), ends_sentence(line), kind, block_,
           byline ? std::make_unique<Byline>(*std::move(byline)) : nullptr});
    }
    if (run != nullptr) add_paragraphs(run, block.back().data() + block.back().size());
  }

  /// A byline that many files have in common is a byline all the same.
  LineKind line_kind(std::string_view line, bool byline) const {
    const LineKind known = known_line_kind(line);
    if (known != LineKind::text || byline) return known;
    return repeated_.contains(line_shape(line)) ? LineKind::debris : LineKind::text;
  }

  void add_paragraphs(const char* begin, const char* end) {
    for (const auto text : split_paragraphs({begin, static_cast<std::size_t>(end - begin)}, wrapped_))
      add({text, code_point_count(text), ends_sentence(text), LineKind::text, block_, nullptr});
  }

  void add(Piece piece) {
    bodies_ += piece.is_body();
    pieces_.push_back(std::move(piece));
  }

  const RepeatedLines& repeated_;
  bool wrapped_;
  std::size_t block_ = 0;
  std::size_t bodies_ = 0;  ///< paragraphs so far
  Pieces pieces_;
};

std::size_t first_body(const Pieces& pieces) {
  return static_cast<std::size_t>(
      std::find_if(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.is_body(); }) - pieces.begin());
}

/// Takes date and authors from the bylines, which then are no text. Returns the index of the first, or the number of
/// pieces.
std::size_t take_bylines(Pieces& pieces, Article& article) {
  std::size_t first = pieces.size();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].byline) continue;
    const Byline& byline = *pieces[i].byline;
    first = std::min(first, i);
    pieces[i].kind = LineKind::debris;
    if (!article.date && byline.date) {
      article.date = byline.date;
      article.date_text = byline.date_text;
    }
    for (const std::string& author : byline.authors)
      if (std::find(article.authors.begin(), article.authors.end(), author) == article.authors.end())
        article.authors.push_back(author);
  }
  return first;
}

/// The indices of the pieces before `end` that may be the title.
std::vector<std::size_t> title_candidates(const Pieces& pieces, std::size_t end) {
  std::vector<std::size_t> candidates;
  for (std::size_t i = 0; i < std::min(end, pieces.size()); ++i)
    if (pieces[i].is_text() && pieces[i].length <= longest_title) candidates.push_back(i);
  return candidates;
}

/// The title: before a byline the last line, or the longer of the last two when that one is short; else the longest
/// line before the body; without a body the first line; a body's first piece only when nothing stands before it and it
/// is short. Returns its index, or the number of pieces when there is none.
std::size_t find_title(const Pieces& pieces, std::size_t body, std::size_t byline) {
  const auto longer = [&](std::size_t a, std::size_t b) { return pieces[a].length < pieces[b].length; };
  auto candidates = title_candidates(pieces, std::min(body, byline));
  if (!candidates.empty() && byline < pieces.size()) {
    if (pieces[candidates.back()].length >= safe_title) return candidates.back();
    return *std::max_element(candidates.end() - std::min<std::ptrdiff_t>(2, std::ssize(candidates)), candidates.end(),
                             longer);
  }
  if (candidates.empty()) candidates = title_candidates(pieces, body);
  if (!candidates.empty())
    return body < pieces.size() ? *std::max_element(candidates.begin(), candidates.end(), longer) : candidates.front();
  return body < pieces.size() && pieces[body].length <= longest_title ? body : pieces.size();
}

/// Marks the labels before the title and between title and byline as debris.
void mark_labels(Pieces& pieces, std::size_t title, std::size_t byline) {
  if (title == pieces.size()) return;
  for (std::size_t i = 0; i < title; ++i) pieces[i].kind = LineKind::debris;
  for (std::size_t i = title + 1; byline < pieces.size() && i < byline; ++i)
    if (pieces[i].is_loose() && pieces[i].length <= longest_label) pieces[i].kind = LineKind::debris;
}

/// Marks as debris what no paragraph follows: what a tail line opens, and stray labels.
void mark_surroundings(Pieces& pieces) {
  std::size_t last_body = pieces.size();
  for (std::size_t i = pieces.size(); i-- > 0 && last_body == pieces.size();)
    if (pieces[i].is_body()) last_body = i;
  if (last_body == pieces.size()) return;
  bool in_tail = false;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    Piece& piece = pieces[i];
    in_tail = (in_tail || piece.kind == LineKind::tail) && !piece.is_body();
    const bool stray = i > last_body && piece.is_loose() && i + 1 < pieces.size() && !pieces[i + 1].sentence;
    if (in_tail || stray) piece.kind = LineKind::debris;
  }
}

/// "Lire aussi :" speaks of the short lines behind it in its block, or of the one line of the next block.
void mark_teasers(Pieces& pieces) {
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != LineKind::teaser) continue;
    const std::size_t block = pieces[i].block;
    std::size_t next = i + 1;
    const auto belongs = [&] {
      return next < pieces.size() && pieces[next].is_text() && pieces[next].length <= longest_title &&
             (pieces[next].block == block || (next == i + 1 && pieces[next].is_loose()));
    };
    for (; belongs(); ++next) pieces[next].kind = LineKind::debris;
  }
}

/// A tail after the last long paragraph closes the article: whatever follows it is debris, sentences too.
void mark_tail(Pieces& pieces) {
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

/// A short line without a full stop, or a short question, heads the paragraph that follows it.
ZoneKind zone_of(const Pieces& pieces, std::size_t i) {
  const Piece& piece = pieces[i];
  if (piece.kind != LineKind::text) return ZoneKind::debris;
  const bool heads = i + 1 < pieces.size() && pieces[i + 1].kind == LineKind::text && pieces[i + 1].sentence &&
                     pieces[i + 1].length > piece.length;
  const bool question = piece.text.ends_with('?') && piece.length <= longest_question;
  return heads && (!piece.sentence || question) && piece.length <= longest_heading ? ZoneKind::heading
                                                                                   : ZoneKind::paragraph;
}

}  // namespace

std::variant<Article, Skip> extract_scraped_text(const Record& record, const RepeatedLines& repeated) {
  if (trimmed(record.bytes).empty()) return refuse(record, reason::empty, message("the file is empty"));
  if (looks_binary(record.bytes)) return refuse(record, reason::binary, message("the file is not text"));
  const std::string text = with_references_read(decode_text(record.bytes).text);
  Article article;
  article.key = record.key;
  article.path = record.path;
  Pieces pieces = Page(text, repeated).take_pieces();
  // What several files share is debris beside an article; where nothing else stands, it is the article.
  const bool nothing_else =
      std::none_of(pieces.begin(), pieces.end(), [](const Piece& piece) { return piece.kind == LineKind::text; });
  if (nothing_else) pieces = Page(text, RepeatedLines{}).take_pieces();
  const std::size_t byline = take_bylines(pieces, article);
  const std::size_t title = find_title(pieces, first_body(pieces), byline);
  mark_teasers(pieces);
  mark_tail(pieces);
  if (first_body(pieces) < pieces.size()) mark_labels(pieces, title, byline);
  mark_surroundings(pieces);
  if (title < pieces.size()) article.title = pieces[title].text;
  for (std::size_t i = 0; i < pieces.size(); ++i)
    if (i != title) append_zone(article, zone_of(pieces, i), pieces[i].text);
  const bool nothing = article.title.empty() && joined_zones(article, std::nullopt).empty();
  if (nothing) return refuse_empty(record);
  return article;
}

namespace {

class ScrapedTextReader final : public ArticleExtractor {
 public:
  explicit ScrapedTextReader(const ReadingOptions& options) : folders_(options.folders) {}

  std::variant<Article, Skip> read(const Record& record, Choices&) override {
    return extract_scraped_text(record, folders_.of(record.path));
  }

 private:
  const FolderLines& folders_;
};

Likeness text_likeness(const Format&, const FileHead&) { return Likeness::perhaps; }

}  // namespace

const Format text_format{
    .name = "text",
    .title = "plain text",
    .endings = {{".txt"}, {".text"}},
    .likeness = text_likeness,
    .cut = cut_whole,
    .make_extractor = make_extractor_of<ScrapedTextReader>,
};

}  // namespace hemero
