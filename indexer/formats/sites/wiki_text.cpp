#include "indexer/formats/sites/wiki_text.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include "common/text/fold.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t longest_inline_template = 300;  ///< bytes of one that sets words
constexpr std::size_t longest_tag = 2'000;            ///< bytes of an HTML tag with its attributes

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// Where the brackets that open something are closed. Pairs of three kinds stand in each other.
class Pairs {
 public:
  explicit Pairs(std::string_view text) {
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
      const std::string_view two = text.substr(at, 2);
      for (std::size_t kind = 0; kind < openers.size(); ++kind) {
        if (two == openers[kind]) {
          open_.push_back({kind, at});
          ++count_[kind];
        } else if (two == closers[kind] && count_[kind] > 0) {
          close(kind, at);
        } else {
          continue;
        }
        ++at;
        break;
      }
    }
    std::sort(pairs_.begin(), pairs_.end());
  }

  /// Where the pair ends that opens here; `npos` when none does. Must be asked in the order of the text.
  std::size_t end_of(std::size_t at) {
    while (next_ < pairs_.size() && pairs_[next_].first < at) ++next_;
    return next_ < pairs_.size() && pairs_[next_].first == at ? pairs_[next_].second : std::string_view::npos;
  }

 private:
  static constexpr std::array<std::string_view, 3> openers{"{{", "[[", "{|"};
  static constexpr std::array<std::string_view, 3> closers{"}}", "]]", "|}"};

  /// What was opened in between and is open still is none.
  void close(std::size_t kind, std::size_t at) {
    while (open_.back().first != kind) {
      --count_[open_.back().first];
      open_.pop_back();
    }
    pairs_.emplace_back(open_.back().second, at);
    --count_[kind];
    open_.pop_back();
  }

  std::vector<std::pair<std::size_t, std::size_t>> open_;  ///< kind and place
  std::array<std::size_t, 3> count_{};                     ///< of each kind among them
  std::vector<std::pair<std::size_t, std::size_t>> pairs_;
  std::size_t next_ = 0;
};

std::vector<std::string_view> split_at_bars(std::string_view text) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('|', at), text.size());
    parts.push_back(trimmed(text.substr(at, end - at)));
    at = end + 1;
  }
  return parts;
}

/// Removes what markup takes away; lines stay as they are written.
class Stripper {
 public:
  Stripper(std::string_view text, WikiText& found) : text_(text), pairs_(text), found_(found) {}

  std::string strip() {
    while (at_ < text_.size()) step();
    return std::move(plain_);
  }

 private:
  void step() {
    const char byte = text_[at_];
    if (byte == '{' && at_ + 1 < text_.size())
      open_brace();
    else if (byte == '[')
      open_bracket();
    else if (byte == ']')
      close_bracket();
    else if (byte == '\'')
      quotes();
    else if (byte == '<')
      tag();
    else
      plain_ += text_[at_++];
  }

  std::string_view rest() const { return text_.substr(at_); }

  void open_brace() {
    const std::size_t end = pairs_.end_of(at_);
    if (end == std::string_view::npos) {
      at_ += rest().starts_with("{{") ? 2U : 1U;
      return;
    }
    if (rest().starts_with("{{")) use_template(text_.substr(at_ + 2, end - at_ - 2));
    at_ = end + 2;
  }

  /// A template that sets words leaves them.
  void use_template(std::string_view inside) {
    if (inside.size() > longest_inline_template || inside.find("{{") != std::string_view::npos) return;
    const std::string words = text_of_links(inside);
    const auto parts = split_at_bars(words);
    const std::string name = fold(parts[0].substr(0, parts[0].find(':')));
    if (name == "date") return set_date(parts);
    if (name == "formatnum") plain_ += parts[0].substr(parts[0].find(':') + 1);
    if (parts.size() == 1 && is_one_of(name, {"1er", "ier", "mme", "mlle", "mgr", "me", "mm"})) plain_ += parts[0];
    if (parts.size() == 1 && name.ends_with("siecle")) plain_ += parts[0];
    if (parts.size() < 2) return;
    if (is_one_of(name, {"w", "lang", "lien", "nobr", "wikipedia", "page"})) plain_ += parts.back();
    if (is_one_of(name, {"citation", "exp", "e", "heure"})) plain_ += parts[1];
    if (is_one_of(name, {"unite", "nombre"}))
      for (std::size_t i = 1; i < parts.size(); ++i) (plain_ += i == 1 ? "" : " ") += parts[i];
  }

  /// "[[Paris|la ville]]" → "la ville", so that its bar separates nothing.
  static std::string text_of_links(std::string_view inside) {
    std::string text;
    for (std::size_t at = 0; at < inside.size();) {
      const std::size_t open = std::min(inside.find("[[", at), inside.size());
      text += inside.substr(at, open - at);
      const std::size_t close = open == inside.size() ? open : inside.find("]]", open);
      if (close >= inside.size()) break;
      const std::string_view link = inside.substr(open + 2, close - open - 2);
      text += link.substr(link.rfind('|') + 1);
      at = close + 2;
    }
    return text;
  }

  void set_date(const std::vector<std::string_view>& parts) {
    if (!found_.date.empty()) return;
    for (std::size_t i = 1; i < parts.size(); ++i) (found_.date += i == 1 ? "" : " ") += parts[i];
  }

  void open_bracket() {
    if (!rest().starts_with("[[")) return open_external();
    const std::size_t end = pairs_.end_of(at_);
    if (end == std::string_view::npos) {
      at_ += 2;
      return;
    }
    const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
    const std::size_t bar = inside.find_first_of("|[");
    const std::string_view target = trimmed(inside.substr(0, bar));
    const std::string space = fold(trimmed(target.substr(0, target.find(':'))));
    const bool named = target.find(':') != std::string_view::npos && target.find(':') > 0;
    if (named && is_one_of(space, {"categorie", "category"}))
      found_.categories.emplace_back(trimmed(target.substr(target.find(':') + 1)));
    if (named &&
        (is_one_of(space, {"categorie", "category", "fichier", "file", "image", "media"}) || is_language(target))) {
      at_ = end + 2;
      return;
    }
    const bool labelled = bar != std::string_view::npos && inside[bar] == '|';
    at_ += labelled ? bar + 3 : target.starts_with(':') ? 3U : 2U;
  }

  /// The same page in another language: "en:", "simple:", in small letters before a name.
  static bool is_language(std::string_view target) {
    const std::size_t colon = target.find(':');
    if (colon < 2 || colon > 3 || colon + 1 == target.size()) return false;
    return std::all_of(target.begin(), target.begin() + static_cast<std::ptrdiff_t>(colon),
                       [](char byte) { return byte >= 'a' && byte <= 'z'; });
  }

  /// "[http://example.org label]" → "label"
  void open_external() {
    const std::string_view address = rest().substr(1, rest().find_first_of(" ]\n[", 1) - 1);
    if (!address.starts_with("http") && !address.starts_with("//") && !address.starts_with("mailto:")) {
      plain_ += text_[at_++];
      return;
    }
    ++externals_;
    at_ += 1 + address.size();
  }

  void close_bracket() {
    if (rest().starts_with("]]")) {
      at_ += 2;
    } else if (externals_ > 0) {
      --externals_;
      ++at_;
    } else {
      plain_ += text_[at_++];
    }
  }

  /// Two apostrophes or more set italics and bold; of four one is printed.
  void quotes() {
    const std::size_t count = std::min(rest().find_first_not_of('\''), rest().size());
    if (count == 1 || count == 4) plain_ += '\'';
    at_ += count;
  }

  void tag() {
    if (rest().starts_with("<!--")) return skip_to("-->", comment_end_);
    const std::size_t end = rest().substr(0, longest_tag).find('>');
    const std::size_t letters =
        std::min(rest().find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ", 1), rest().size());
    if (end == std::string_view::npos || (letters == 1 && rest()[1] != '/')) {
      plain_ += text_[at_++];
      return;
    }
    const std::string name = fold(rest().substr(1, letters - 1));
    const bool closed = rest()[end - 1] == '/';
    if (name == "br") plain_ += '\n';
    at_ += end + 1;
    if (closed) return;
    if (name == "ref") skip_to("</ref>", ref_end_);
    if (name == "gallery") skip_to("</gallery>", gallery_end_);
    if (name == "math") skip_to("</math>", math_end_);
    if (name == "timeline") skip_to("</timeline>", timeline_end_);
  }

  /// Goes behind the next `closing`; nowhere when there is none. `known` spares looking for it again and again.
  void skip_to(std::string_view closing, std::size_t& known) {
    if (known != std::string_view::npos && known < at_) known = text_.find(closing, at_);
    if (known != std::string_view::npos)
      at_ = known + closing.size();
    else if (rest().starts_with("<!--"))
      at_ += 4;
  }

  std::string_view text_;
  Pairs pairs_;
  WikiText& found_;
  std::size_t at_ = 0;
  std::string plain_;
  std::size_t externals_ = 0;  ///< links to other sites whose label is being read
  std::size_t comment_end_ = 0;
  std::size_t ref_end_ = 0;
  std::size_t gallery_end_ = 0;
  std::size_t math_end_ = 0;
  std::size_t timeline_end_ = 0;
};

std::string shown(std::string_view line) {
  if (line.find('&') != std::string_view::npos) return plain_text(line);
  std::string collapsed;
  append_collapsed(collapsed, line);
  return std::string(trimmed(collapsed));
}

/// Lines → headings, items and paragraphs. A blank line ends a paragraph.
class BlockBuilder {
 public:
  explicit BlockBuilder(std::vector<WikiBlock>& blocks) : blocks_(blocks) {}

  void add_line(std::string_view line) {
    if (line.starts_with("__") && line.ends_with("__")) return;
    if (line.empty() || line.starts_with("----")) return end_paragraph();
    const std::size_t signs = line.find_first_not_of('=');
    if (signs != 0 && signs != std::string_view::npos && line.ends_with('=')) return add_heading(line);
    const std::size_t marks = line.find_first_not_of("*#:;");
    if (marks == 0) {
      (paragraph_ += paragraph_.empty() ? "" : " ") += line;
      return;
    }
    end_paragraph();
    if (marks != std::string_view::npos) add(WikiBlock::Kind::paragraph, line.substr(marks));
  }

  void end_paragraph() { add(WikiBlock::Kind::paragraph, std::exchange(paragraph_, {})); }

 private:
  void add_heading(std::string_view line) {
    end_paragraph();
    line.remove_prefix(line.find_first_not_of('='));
    add(WikiBlock::Kind::heading, line.substr(0, line.find_last_not_of('=') + 1));
  }

  void add(WikiBlock::Kind kind, std::string_view text) {
    std::string line = shown(text);
    if (!line.empty()) blocks_.push_back({kind, std::move(line)});
  }

  std::vector<WikiBlock>& blocks_;
  std::string paragraph_;
};

}  // namespace

WikiText read_wiki_text(std::string_view markup) {
  WikiText found;
  const std::string plain = Stripper(markup, found).strip();
  BlockBuilder builder(found.blocks);
  for (const std::string_view line : trimmed_lines(plain)) builder.add_line(line);
  builder.end_paragraph();
  return found;
}

}  // namespace hemero
