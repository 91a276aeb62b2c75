#include "indexer/formats/html/html_blocks.h"

#include <algorithm>
#include <string_view>

#include "common/text/characters/unicode.h"
#include "indexer/formats/html/html_part_names.h"
#include "indexer/prose/line_join.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_margin = 64;  ///< bytes before a line of a page's source

BlockKind kind_of(std::string_view tag) {
  if (is_heading(tag)) return BlockKind::heading;
  if (tag == "li" || tag == "dt" || tag == "dd") return BlockKind::item;
  const bool paragraph = tag == "p" || tag == "blockquote" || tag == "pre" || tag == "td";
  return paragraph ? BlockKind::paragraph : BlockKind::loose;
}

/// A caption or a button in a line of the article: <span class="credit">.
bool is_part_in_line(const HtmlTree& tree, const HtmlNode& node) {
  if (node.tag != "span" && node.tag != "small") return false;
  const PagePart part = part_named(tree.attribute(node, "class"));
  return part == PagePart::caption || part == PagePart::beside;
}

/// True when a hyphen behind a letter ends the line and a small letter begins the next one.
bool is_cut(std::string_view line, std::string_view next) {
  if (cut_part(line).empty()) return false;
  next = trimmed(next);
  return !next.empty() && is_lower(code_point_at(next, 0).value);
}

/// The code points of a text, those of Chinese, Japanese and Korean three times: as many letters say as much.
std::size_t letters_of(std::string_view text) {
  constexpr unsigned char first = 0xE3;  // leads U+3000 to U+DFFF in UTF-8
  constexpr unsigned char last = 0xED;
  const auto dense = std::count_if(text.begin(), text.end(), [](char byte) {
    const auto lead = static_cast<unsigned char>(byte);
    return lead >= first && lead <= last;
  });
  return code_point_count(text) + 2 * static_cast<std::size_t>(dense);
}

class BlockReader {
 public:
  explicit BlockReader(const HtmlTree& tree) : tree_(tree) {}

  std::vector<HtmlBlock> read() {
    std::vector<std::uint32_t> open;  ///< blocks and links around the place
    for (std::uint32_t i = 0; i < tree_.size(); ++i) {
      while (!open.empty() && tree_.node(open.back()).end <= i) {
        leave(open.back());
        open.pop_back();
      }
      const HtmlNode& node = tree_.node(i);
      const bool hidden = node.flow == HtmlFlow::inside && tree_.is_hidden(node);
      if (node.flow == HtmlFlow::silent || hidden) {
        i = node.end - 1;
      } else if (node.flow == HtmlFlow::text) {
        add_text(i);
      } else if (node.flow == HtmlFlow::line_break) {
        break_line();
      } else if (node.flow != HtmlFlow::inside || node.tag == "a" || is_part_in_line(tree_, node)) {
        enter(i);
        open.push_back(i);
      }
    }
    finish();
    return std::move(blocks_);
  }

 private:
  void enter(std::uint32_t index) {
    if (tree_.node(index).tag == "a") {
      if (!leads_here(index)) ++links_;
    } else {
      finish();
      elements_.push_back(index);
    }
  }

  void leave(std::uint32_t index) {
    if (tree_.node(index).tag == "a") {
      if (!leads_here(index)) --links_;
    } else {
      finish();
      elements_.pop_back();
    }
  }

  /// A heading's link to itself, or to the table of contents, is none.
  bool leads_here(std::uint32_t link) const {
    const HtmlNode& node = tree_.node(link);
    return tree_.attribute(node, "href").starts_with('#') && kind_of(tree_.node(node.parent).tag) == BlockKind::heading;
  }

  void add_text(std::uint32_t index) {
    const std::size_t before = block_.text.size();
    if (before == 0) block_.node = index;
    append_lines(tree_.text(tree_.node(index)));
    if (links_ > 0) block_.linked += block_.text.size() - std::min(before, block_.text.size());
    if (block_.text.find_last_not_of(' ') + 1 > before) breaks_ = 0;
  }

  /// The lines of a page's source mean nothing, but where a word is cut: then the line feed stays, as that of a <br>.
  void append_lines(std::string_view text) {
    std::size_t begin = 0;
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
      std::string_view line = text.substr(begin, at - begin);
      line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
      if (!is_cut(line, text.substr(at, longest_margin))) continue;
      append_collapsed(block_.text, line);
      block_.text += '\n';
      begin = at + 1;
    }
    append_collapsed(block_.text, text.substr(begin));
  }

  /// Two line breaks part paragraphs, and so does one behind the end of a sentence.
  void break_line() {
    ++breaks_;
    if (breaks_ > 1 || ends_sentence(block_.text)) return finish();
    if (block_.text.ends_with(' ')) block_.text.pop_back();
    if (!block_.text.empty()) block_.text += '\n';
  }

  /// What an element is, or that whose only content it is: <td><div>.
  BlockKind kind_around(std::uint32_t element) const {
    constexpr int farthest = 3;
    BlockKind kind = kind_of(tree_.node(element).tag);
    for (int i = 0; i < farthest && kind == BlockKind::loose && element > 0; ++i) {
      const std::uint32_t parent = tree_.node(element).parent;
      if (!is_alone(element, parent)) break;
      element = parent;
      kind = kind_of(tree_.node(element).tag);
    }
    return kind;
  }

  bool is_alone(std::uint32_t element, std::uint32_t parent) const {
    const auto is_blank = [&](std::uint32_t index) {
      const HtmlNode& node = tree_.node(index);
      return node.flow == HtmlFlow::text && trimmed(tree_.text(node)).empty();
    };
    const std::uint32_t end = tree_.node(element).end;
    const bool first = element == parent + 1 || (element == parent + 2 && is_blank(parent + 1));
    return first && (tree_.node(parent).end == end || (tree_.node(parent).end == end + 1 && is_blank(end)));
  }

  void finish() {
    const std::string_view text = trimmed(block_.text);
    if (!text.empty()) {
      block_.text = std::string(text);
      block_.element = elements_.empty() ? 0 : elements_.back();
      block_.kind = kind_around(block_.element);
      block_.length = letters_of(block_.text);
      block_.sentence = ends_sentence(block_.text);
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    breaks_ = 0;
  }

  const HtmlTree& tree_;
  std::vector<HtmlBlock> blocks_;
  HtmlBlock block_;
  std::vector<std::uint32_t> elements_;
  std::size_t links_ = 0;   ///< open <a>
  std::size_t breaks_ = 0;  ///< <br> since the last letter
};

}  // namespace

std::optional<Byline> byline_of(const HtmlBlock& block) {
  constexpr std::size_t longest_byline = 640;  // bytes
  if (block.text.size() > longest_byline) return std::nullopt;
  std::string line = block.text;
  for (const std::string_view blank : {"\u00A0", "\u202F"})
    for (auto at = line.find(blank); at != std::string::npos; at = line.find(blank, at))
      line.replace(at, blank.size(), " ");
  return read_byline(line);
}

std::vector<HtmlBlock> read_blocks(const HtmlTree& tree) { return BlockReader(tree).read(); }

}  // namespace hemero
