#include "indexer/formats/print/alto_page.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "indexer/formats/html/html_tree.h"
#include "indexer/prose/line_join.h"

namespace hemero {

namespace {

/// The text of a block, put together word by word.
class BlockText {
 public:
  explicit BlockText(PrintedBlock& block) : block_(block) {}

  /// Words stand apart where the line says so (SP), or everywhere when it never does.
  void add_line(const XmlElement& line) {
    const bool spaced = line.child("SP") != nullptr;
    apart_ = true;
    for (std::size_t i = 0; i < line.children.size(); ++i) {
      if (line.children[i].name == "SP") apart_ = true;
      if (line.children[i].name != "String") continue;
      add_word(line.children[i], is_cut(line, i));
      apart_ = !spaced;
    }
  }

  /// A word that goes on in another block stays cut.
  void end() {
    if (!cut_.empty()) append(std::exchange(cut_, {}) + "-");
  }

 private:
  /// What the page says of the word, or the hyphen behind it, when nothing but that hyphen stands behind it.
  static bool is_cut(const XmlElement& line, std::size_t word) {
    const std::string_view part = line.children[word].attribute("SUBS_TYPE");
    if (!part.empty()) return part == "HypPart1";
    for (std::size_t i = word + 1; i < line.children.size(); ++i) {
      if (line.children[i].name == "HYP") return true;
      if (line.children[i].name == "String") return false;
    }
    return !cut_part(line.children[word].attribute("CONTENT")).empty();
  }

  void add_word(const XmlElement& word, bool cut) {
    rate(word.attribute("WC"));
    const std::string_view content = word.attribute("CONTENT");
    if (!cut_.empty() && word.attribute("SUBS_CONTENT").empty() && leaves_hyphen_open(content)) end();
    const std::string whole = cut_.empty() ? std::string(content) : joined(content, word.attribute("SUBS_CONTENT"));
    cut_.clear();
    if (!cut) return append(whole);
    const std::string_view part = cut_part(whole);
    cut_ = part.empty() ? whole : part;
  }

  /// What the page gives as the whole word, but for its hyphen: some producers never leave it out, others always do.
  std::string joined(std::string_view second, std::string_view given) const {
    const bool only_hyphen = given == cut_ + std::string(second) || given == cut_ + "-" + std::string(second);
    return given.empty() || only_hyphen ? join_cut_word(cut_, second) : std::string(given);
  }

  void append(std::string_view word) {
    if (word.empty()) return;
    if (apart_ && !block_.text.empty()) block_.text += ' ';
    append_collapsed(block_.text, word);
  }

  void rate(std::string_view confidence) {
    double value = 0;
    const auto [end, error] = std::from_chars(confidence.data(), confidence.data() + confidence.size(), value);
    if (error != std::errc() || !(value >= 0 && value <= 1)) return;
    ++block_.rated;
    block_.confidence += value;
  }

  PrintedBlock& block_;
  std::string cut_;    ///< the part of a word before a line's end
  bool apart_ = true;  ///< a blank stands before the next word
};

/// The tags that make a block a heading.
std::vector<std::string> heading_tags(const XmlElement* head) {
  std::vector<std::string> ids;
  const XmlElement* tags = head == nullptr ? nullptr : head->child("Tags");
  if (tags == nullptr) return ids;
  for (const XmlElement& tag : tags->children) {
    const std::string_view label = tag.attribute("LABEL");
    if (label == "title" || label == "heading" || label == "headline") ids.emplace_back(tag.attribute("ID"));
  }
  return ids;
}

bool names_one_of(std::string_view references, const std::vector<std::string>& ids) {
  while (!references.empty()) {
    const std::size_t end = std::min(references.find(' '), references.size());
    if (std::find(ids.begin(), ids.end(), references.substr(0, end)) != ids.end()) return true;
    references.remove_prefix(std::min(end + 1, references.size()));
  }
  return false;
}

class PageBuilder {
 public:
  PageBuilder(AltoPage& page, const AltoCuts& cuts) : page_(page), cuts_(cuts) {}

  void add(const XmlItem& item) {
    if (page_.blocks.empty() && page_.id.empty()) start(*item.head);
    add_block(item.element);
  }

 private:
  void start(const XmlElement& head) {
    headings_ = heading_tags(&head);
    const XmlElement* layout = head.at({"Layout", "Page"});
    if (layout == nullptr) return;
    page_.id = layout->attribute("ID");
    page_.number = layout->attribute("PRINTED_IMG_NR");
    if (page_.number.empty()) page_.number = layout->attribute("PHYSICAL_IMG_NR");
  }

  void add_block(const XmlElement& element) {
    around_.emplace_back(element.attribute("ID"));
    if (element.name == "TextBlock")
      add_text(element);
    else
      for (const XmlElement& child : element.children)
        if (child.name == "TextBlock" || child.name == "ComposedBlock") add_block(child);
    around_.pop_back();
  }

  void add_text(const XmlElement& element) {
    if (const auto pieces = cut_block(element, cuts_); !pieces.empty())
      for (const AltoPiece& piece : pieces) add_piece(piece.lines, element, piece.ids);
    else
      add_piece(element, element, {});
  }

  /// Of a block, or all of it: its lines, and the ids of where it was cut.
  void add_piece(const XmlElement& lines, const XmlElement& element, const std::vector<std::string>& ids) {
    PrintedBlock block;
    BlockText text(block);
    for (const XmlElement& line : lines.children)
      if (line.name == "TextLine") text.add_line(line);
    text.end();
    block.ids = around_;
    block.ids.insert(block.ids.end(), ids.begin(), ids.end());
    block.heading = names_one_of(element.attribute("TAGREFS"), headings_);
    if (!block.text.empty()) page_.blocks.push_back(std::move(block));
  }

  AltoPage& page_;
  const AltoCuts& cuts_;
  std::vector<std::string> headings_;
  std::vector<std::string> around_;  ///< the ids of the block and of those it stands in
};

}  // namespace

AltoPage read_alto_page(ByteInput& input, const InputLimits& limits, const AltoCuts& cuts) {
  AltoPage page;
  PageBuilder builder(page, cuts);
  XmlReader reader(input, {"TextBlock", "ComposedBlock"}, limits, true);
  while (auto result = reader.next()) {
    if (auto* fault = std::get_if<XmlFault>(&*result))
      page.fault = std::move(*fault);
    else
      builder.add(std::get<XmlItem>(*result));
  }
  return page;
}

}  // namespace hemero
