#include "indexer/formats/documents/pdf_layout.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <utility>

#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/prose/line_join.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using Kind = DocumentBlock::Kind;

// Lengths in heights of the text's lines, where nothing else is said.
constexpr double margin = 0.18;          ///< of a page's height, at its top and bottom: where running heads stand
constexpr double same_place = 6;         ///< points, by which running heads may differ from page to page
constexpr double heading_height = 1.2;   ///< from here on a line is a heading
constexpr double title_height = 1.35;    ///< … or the title
constexpr double drop_cap_height = 1.8;  ///< of a paragraph's first letter, which several lines stand beside
constexpr double same_height = 0.15;     ///< by which lines of one size may differ
constexpr double indent = 0.5;           ///< from here on a line begins a paragraph
constexpr double deepest_indent = 6;
constexpr double shortfall = 0.2;                ///< of a block's width, that a paragraph's last line may lack
constexpr double widest_leading = 1.9;           ///< from one line's top to the next one's, within a paragraph
constexpr std::size_t most_blocks = 500;         ///< of a page, that are put in order
constexpr std::size_t longest_heading = 300;     ///< code points
constexpr std::size_t longest_page_number = 16;  ///< code points: "- 12 / 40 -", "Page 3 sur 12"

bool is_upright(const PdfLine& line) {
  return line.height() > 2 * (line.right - line.left) && code_point_count(line.text) > 3;
}

/// "12", "- 3 -", "Page 3 sur 12", "3/12".
bool is_page_number(std::string_view text) {
  if (code_point_count(text) > longest_page_number || text.find_first_of("0123456789") == std::string_view::npos)
    return false;
  const std::string words = line_shape(text);
  return words.empty() || words == "page" || words == "p" || words == "page sur" || words == "page of";
}

/// The lines that stand in the margins of several pages, at the same height, whatever numbers are in them.
class RunningHeads {
 public:
  explicit RunningHeads(const std::vector<PdfPage>& pages) {
    for (std::size_t i = 0; i < pages.size(); ++i)
      for (const PdfBlock& block : pages[i].blocks)
        for (const PdfLine& line : block)
          if (in_margin(line, pages[i])) note(line, i);
  }

  bool contains(const PdfLine& line, const PdfPage& page) const {
    if (is_upright(line)) return true;
    if (!in_margin(line, page)) return false;
    const auto known = seen_.find(sign_of(line));
    return is_page_number(line.text) || (known != seen_.end() && known->second.repeated);
  }

 private:
  using Sign = std::pair<std::string, long>;  ///< the shape of a line, and its place

  struct Seen {
    std::size_t page = 0;
    bool repeated = false;
  };

  static bool in_margin(const PdfLine& line, const PdfPage& page) {
    return line.bottom < margin * page.height || line.top > (1 - margin) * page.height;
  }

  static Sign sign_of(const PdfLine& line) { return {line_shape(line.text), std::lround(line.top / same_place)}; }

  void note(const PdfLine& line, std::size_t page) {
    const auto [known, added] = seen_.try_emplace(sign_of(line), Seen{page, false});
    if (!added && known->second.page != page && !known->first.first.empty()) known->second.repeated = true;
  }

  std::map<Sign, Seen> seen_;
};

/// The height that most of the text's letters have.
double text_height(const std::vector<PdfPage>& pages) {
  std::map<long, std::size_t> letters;  // by quarters of a point
  for (const PdfPage& page : pages)
    for (const PdfBlock& block : page.blocks)
      for (const PdfLine& line : block) letters[std::lround(4 * line.height())] += line.text.size();
  const auto most = std::max_element(letters.begin(), letters.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == letters.end() ? 0 : static_cast<double>(most->first) / 4;
}

struct Frame {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

Frame frame_of(const PdfBlock& block) {
  if (block.empty()) return {};
  Frame frame{block.front().left, block.front().top, block.front().right, block.front().bottom};
  for (const PdfLine& line : block)
    frame = {std::min(frame.left, line.left), std::min(frame.top, line.top), std::max(frame.right, line.right),
             std::max(frame.bottom, line.bottom)};
  return frame;
}

bool stands_left_beside(const Frame& a, const Frame& b) {
  return a.right <= b.left && a.top < b.bottom && b.top < a.bottom;
}

/// The blocks in the order in which they are given, but what stands beside others goes before what is on its right. Of
/// a page of so many blocks that it is none the order stays.
std::vector<const PdfBlock*> in_columns(const std::vector<PdfBlock>& blocks) {
  std::vector<std::pair<Frame, const PdfBlock*>> ordered;
  for (const PdfBlock& block : blocks) {
    const Frame frame = frame_of(block);
    const auto right = std::find_if(ordered.begin(), ordered.end(),
                                    [&](const auto& other) { return stands_left_beside(frame, other.first); });
    ordered.insert(blocks.size() > most_blocks ? ordered.end() : right, {frame, &block});
  }
  std::vector<const PdfBlock*> result;
  for (const auto& [frame, block] : ordered) result.push_back(block);
  return result;
}

bool is_same_size(double a, double b) { return std::abs(a - b) <= same_height * std::max(a, b); }

/// A paragraph as it is put together.
struct Paragraph {
  Kind kind = Kind::paragraph;
  std::string text;
  double height = 0;
  std::size_t page = 0;
};

bool begins_small(std::string_view text) {
  return !text.empty() && (is_lower(code_point_at(text, 0).value) || text.starts_with(','));
}

class Typesetter {
 public:
  explicit Typesetter(const std::vector<PdfPage>& pages) : pages_(pages), heads_(pages), height_(text_height(pages)) {}

  std::vector<DocumentBlock> blocks() {
    for (page_ = 0; page_ < pages_.size(); ++page_)
      for (const PdfBlock* block : in_columns(pages_[page_].blocks)) add_block(*block);
    if (std::all_of(paragraphs_.begin(), paragraphs_.end(), is_debris))  // pages of one line are no running heads
      for (Paragraph& paragraph : paragraphs_) paragraph.kind = Kind::paragraph;
    mark_title();
    std::vector<DocumentBlock> blocks;
    for (Paragraph& paragraph : paragraphs_) blocks.push_back({paragraph.kind, std::move(paragraph.text)});
    return blocks;
  }

 private:
  void add_block(const PdfBlock& block) {
    const Frame frame = frame_of(block);
    bool begun = false;
    for (std::size_t i = 0; i < block.size(); ++i) {
      const PdfLine& line = block[i];
      if (heads_.contains(line, pages_[page_])) {
        paragraphs_.push_back({Kind::debris, line.text, line.height(), page_});
        continue;
      }
      const bool begins = std::exchange(begun, true) ? begins_paragraph(block, i, frame) : !goes_on(line);
      if (!begins)
        append_line(paragraphs_[last_].text, line.text);
      else if (!take_drop_cap(line))
        add_paragraph(line);
    }
  }

  static bool is_debris(const Paragraph& paragraph) { return paragraph.kind == Kind::debris; }

  static bool is_indented(const PdfLine& line, const Frame& frame) {
    const double shift = line.left - frame.left;
    return shift > indent * line.height() && shift < deepest_indent * line.height();
  }

  /// True for a line that begins a paragraph below another line of its block. Where the line behind it is indented as
  /// well, the paragraph hangs.
  static bool begins_paragraph(const PdfBlock& block, std::size_t i, const Frame& frame) {
    const PdfLine& line = block[i];
    const PdfLine& before = block[i - 1];
    if (!is_same_size(before.height(), line.height())) return true;
    if (line.top - before.top > widest_leading * line.height()) return true;
    const bool sentence = ends_sentence(before.text);
    const bool hangs = i + 1 < block.size() ? is_indented(block[i + 1], frame) : !sentence;
    if (is_indented(line, frame) && !is_indented(before, frame) && !hangs) return true;
    return sentence && frame.right - before.right > shortfall * (frame.right - frame.left);
  }

  /// True for a block's first line that goes on with the last paragraph, in the next column or on the next page.
  bool goes_on(const PdfLine& line) const {
    if (last_ == paragraphs_.size()) return false;
    const Paragraph& paragraph = paragraphs_[last_];
    if (!is_same_size(paragraph.height, line.height())) return false;
    if (paragraph.kind == Kind::heading) return paragraph.page == page_ && !ends_sentence(paragraph.text);
    return begins_small(line.text) && !ends_sentence(paragraph.text);
  }

  /// A large letter that begins the paragraph beside it.
  bool take_drop_cap(const PdfLine& line) {
    if (last_ == paragraphs_.size()) return false;
    Paragraph& cap = paragraphs_[last_];
    const bool taken = cap.height >= drop_cap_height * height_ && code_point_count(cap.text) <= 2 &&
                       is_letter(cap.text) && begins_small(line.text);
    if (taken) cap = {Kind::paragraph, cap.text + line.text, line.height(), page_};
    return taken;
  }

  static bool is_letter(std::string_view text) {
    return !text.empty() && char_class(code_point_at(text, 0).value) == CharClass::letter;
  }

  void add_paragraph(const PdfLine& line) {
    const bool heading = line.height() >= heading_height * height_;
    paragraphs_.push_back({heading ? Kind::heading : Kind::paragraph, line.text, line.height(), page_});
    last_ = paragraphs_.size() - 1;
  }

  /// Of the headings of the first page that has text, the largest, and the first of these.
  void mark_title() {
    Paragraph* title = nullptr;
    for (Paragraph& paragraph : paragraphs_) {
      if (paragraph.kind == Kind::heading && code_point_count(paragraph.text) > longest_heading)
        paragraph.kind = Kind::paragraph;
      if (paragraph.kind != Kind::heading || paragraph.height < title_height * height_) continue;
      if (title != nullptr && (title->page != paragraph.page || title->height >= paragraph.height)) continue;
      title = &paragraph;
    }
    if (title != nullptr) title->kind = Kind::title;
  }

  const std::vector<PdfPage>& pages_;
  RunningHeads heads_;
  double height_;  ///< of the text's lines
  std::size_t page_ = 0;
  std::vector<Paragraph> paragraphs_;
  std::size_t last_ = 0;  ///< the index of the one that may go on
};

}  // namespace

std::vector<DocumentBlock> read_layout(const std::vector<PdfPage>& pages) { return Typesetter(pages).blocks(); }

}  // namespace hemero
