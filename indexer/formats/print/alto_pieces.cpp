#include "indexer/formats/print/alto_pieces.h"

#include <algorithm>
#include <utility>

namespace hemero {

namespace {

class BlockCutter {
 public:
  explicit BlockCutter(const AltoCuts& cuts) : cuts_(cuts) {}

  std::vector<AltoPiece> cut(const XmlElement& block) {
    for (const XmlElement& line : block.children) {
      if (line.name != "TextLine") continue;
      const std::string_view id = line.attribute("ID");
      begin_at(id);
      AltoPiece& piece = ended_ ? next() : open();
      piece.lines.children.push_back({line.name, {}, {}, {}});
      for (const XmlElement& child : line.children) add_to_line(child);
      end_at(id);
    }
    return std::move(pieces_);
  }

 private:
  /// What is no word (a space, a hyphen) belongs to the word before it.
  void add_to_line(const XmlElement& child) {
    const std::string_view id = child.name == "String" ? child.attribute("ID") : std::string_view();
    if (child.name == "String" && begin_at(id)) open().lines.children.push_back({"TextLine", {}, {}, {}});
    AltoPiece& piece = ended_ && child.name == "String" ? next() : open();
    if (piece.lines.children.empty()) piece.lines.children.push_back({"TextLine", {}, {}, {}});
    piece.lines.children.back().children.push_back(child);
    if (piece.ids.empty() && !id.empty()) piece.ids.emplace_back(id);
    end_at(id);
  }

  bool begin_at(std::string_view id) {
    if (id.empty() || !cuts_.before.contains(id)) return false;
    next().ids.emplace_back(id);
    return true;
  }

  void end_at(std::string_view id) {
    if (id.empty() || !cuts_.behind.contains(id)) return;
    std::vector<std::string>& ids = open().ids;
    if (ids.empty() || ids.back() != id) ids.emplace_back(id);
    ended_ = true;
  }

  AltoPiece& open() { return pieces_.empty() ? next() : pieces_.back(); }

  AltoPiece& next() {
    ended_ = false;
    return pieces_.emplace_back(AltoPiece{{"TextBlock", {}, {}, {}}, {}});
  }

  const AltoCuts& cuts_;
  std::vector<AltoPiece> pieces_;
  bool ended_ = false;  ///< an area ended with the last word
};

/// True when a line or a word of the block is where it is cut.
bool is_cut(const XmlElement& block, const AltoCuts& cuts) {
  const auto cuts_at = [&](const XmlElement& element) {
    const std::string_view id = element.attribute("ID");
    return !id.empty() && (cuts.before.contains(id) || cuts.behind.contains(id));
  };
  return std::any_of(block.children.begin(), block.children.end(), [&](const XmlElement& line) {
    return cuts_at(line) || std::any_of(line.children.begin(), line.children.end(), cuts_at);
  });
}

}  // namespace

std::vector<AltoPiece> cut_block(const XmlElement& block, const AltoCuts& cuts) {
  if (cuts.before.empty() || !is_cut(block, cuts)) return {};
  return BlockCutter(cuts).cut(block);
}

}  // namespace hemero
