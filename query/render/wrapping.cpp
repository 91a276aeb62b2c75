#include "query/render/wrapping.h"

#include <algorithm>
#include <array>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

bool is_ideograph_at(std::string_view text, std::size_t at) {
  return at < text.size() && char_class(code_point_at(text, at).value) == CharClass::ideograph;
}

/// True for a blank before a sign that begins no line, or behind one that ends none: French sets « » : ; ! ? apart.
bool holds_together(std::string_view text, std::size_t blank) {
  constexpr std::array never_first{":", ";", "!", "?", "»", "%", "·"};
  const std::string_view behind = text.substr(blank + 1);
  return text.substr(0, blank).ends_with("«") ||
         std::any_of(never_first.begin(), never_first.end(),
                     [&](const char* sign) { return behind.starts_with(sign); });
}

/// Where the piece that begins at `at` ends, which is not broken: at a blank, or between two ideographs.
std::size_t piece_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] != ' ' || holds_together(text, at))) {
    const bool ideograph = is_ideograph_at(text, at);
    at += code_point_at(text, at).size;
    if (ideograph && is_ideograph_at(text, at)) break;
  }
  return at;
}

class Wrapper {
 public:
  Wrapper(const TextStyle& style, std::string_view first_indent, std::string_view indent)
      : style_(style), indent_(indent), line_(first_indent), width_(display_width(first_indent)) {}

  /// Appends a text piece by piece; a highlight may span pieces.
  void add(const Marked& marked) {
    bool apart = true;
    for (std::size_t at = 0; at < marked.text.size();) {
      if (marked.text[at] == ' ') {
        apart = true;
        ++at;
        continue;
      }
      const std::size_t end = piece_end(marked.text, at);
      add_piece(marked, at, end, apart);
      apart = false;
      at = end;
    }
  }

  std::string finish() {
    end_line();
    return std::move(out_);
  }

 private:
  void end_line() {
    out_ += line_;
    out_ += '\n';
  }

  /// `apart`: a blank stands before it, unless it begins a line.
  void add_piece(const Marked& marked, std::size_t begin, std::size_t end, bool apart) {
    const std::string piece = decorate(marked, begin, end);
    const std::size_t width =
        display_width(marked.text.substr(begin, end - begin)) + (style_.colour ? 0 : piece.size() - (end - begin));
    if (!empty_ && width_ + (apart ? 1 : 0) + width > style_.columns) {
      end_line();
      line_ = indent_;
      width_ = display_width(indent_);
    } else if (!empty_ && apart) {
      line_ += ' ';
      ++width_;
    }
    line_ += piece;
    width_ += width;
    empty_ = false;
  }

  /// The piece with its marks: a highlight that goes on in the next one is opened and closed around the whole of it.
  std::string decorate(const Marked& marked, std::size_t begin, std::size_t end) const {
    const std::string_view open = style_.colour ? "\x1b[1;31m" : "**";
    const std::string_view close = style_.colour ? "\x1b[0m" : "**";
    std::string word;
    for (std::size_t at = begin; at <= end; ++at) {
      for (const Range& range : marked.highlights) {
        const bool carried = style_.colour && at == begin && range.begin < begin && range.end > begin;
        const bool left = style_.colour && at == end && range.begin < end && range.end > end;
        if (range.end == at && range.end > begin) word += close;
        if ((range.begin == at && at < end) || carried) word += open;
        if (left) word += close;
      }
      if (at < end) word += marked.text[at];
    }
    return word;
  }

  const TextStyle& style_;
  std::string_view indent_;
  std::string out_;
  std::string line_;
  std::size_t width_;
  bool empty_ = true;
};

}  // namespace

std::string wrapped(const Marked& marked, const TextStyle& style, std::string_view first_indent,
                    std::string_view indent) {
  Wrapper wrapper(style, first_indent, indent);
  wrapper.add(marked);
  return wrapper.finish();
}

std::string wrapped(std::string_view text, const TextStyle& style, std::string_view indent) {
  return wrapped({text, {}}, style, indent, indent);
}

std::string rule(const TextStyle& style) {
  std::string line;
  for (std::size_t i = 0; i < style.columns; ++i) line += "─";
  return line + "\n";
}

}  // namespace hemero
