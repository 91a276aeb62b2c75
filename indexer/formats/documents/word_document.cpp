#include "indexer/formats/documents/word_document.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>

#include "common/base/message.h"
#include "common/text/fold.h"
#include "indexer/formats/documents/document_article.h"
#include "indexer/formats/documents/document_parts.h"
#include "indexer/formats/documents/document_records.h"
#include "indexer/input/container.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using Kind = DocumentBlock::Kind;

constexpr int longest_descent = 10;  ///< of a style from others

/// The value of an attribute, whatever its prefix.
std::string_view value_of(const XmlElement* element, std::string_view name) {
  if (element == nullptr) return {};
  for (const XmlAttribute& attribute : element->attributes)
    if (std::string_view(attribute.name).substr(attribute.name.find(':') + 1) == name) return attribute.value;
  return {};
}

struct Style {
  std::string name;
  std::string parent;
  bool has_level = false;  ///< in the document's outline
};

using Styles = std::map<std::string, Style, std::less<>>;

/// "heading 1" and "Title" are the names in every language; where there is no list of styles, ids say as much:
/// "Titre1".
Kind kind_of_name(std::string_view style) {
  const std::string name = fold(style);
  if (name == "title" || name == "titre") return Kind::title;
  return name.starts_with("heading") || (name.starts_with("titre") && name.back() >= '1' && name.back() <= '9')
             ? Kind::heading
             : Kind::paragraph;
}

Kind kind_of_style(const Styles& styles, std::string_view id) {
  for (int step = 0; step < longest_descent && !id.empty(); ++step) {
    const auto style = styles.find(id);
    if (style == styles.end()) return kind_of_name(id);
    if (const Kind kind = kind_of_name(style->second.name); kind != Kind::paragraph) return kind;
    if (style->second.has_level) return Kind::heading;
    id = style->second.parent;
  }
  return Kind::paragraph;
}

/// What an element of a paragraph says by being there; nullptr for those that only hold others.
const char* sign_of(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, const char*>, 7> signs{{{"w:tab", " "},
                                                                           {"w:br", "\n"},
                                                                           {"w:cr", "\n"},
                                                                           {"w:p", "\n"},
                                                                           {"w:noBreakHyphen", "\u2011"},
                                                                           {"w:softHyphen", "\u00AD"},
                                                                           {"w:ptab", " "}}};
  const auto* const found =
      std::find_if(signs.begin(), signs.end(), [&](const auto& row) { return row.first == name; });
  return found == signs.end() ? nullptr : found->second;
}

/// Properties, what was deleted or moved away, and text that stands twice, for programs that cannot draw its box.
bool is_left_out(std::string_view name) {
  constexpr std::array<std::string_view, 5> names{"w:pPr", "w:rPr", "w:del", "w:moveFrom", "mc:Fallback"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

void append_text(std::string& text, const XmlElement& element) {
  for (const XmlElement& child : element.children) {
    if (is_left_out(child.name)) continue;
    if (child.name == "w:t") {
      text += text_of(child);
      continue;
    }
    if (const char* sign = sign_of(child.name)) text += sign;
    append_text(text, child);
  }
}

/// What is read of the parts, in whichever order they stand.
class WordReader {
 public:
  explicit WordReader(const InputLimits& limits) : limits_(limits) {}

  std::optional<FileFault> read_part(std::string_view name, ByteInput& part) {
    if (name.starts_with("word/document") && name.ends_with(".xml")) return read_text(part);
    if (name.starts_with("word/styles") && name.ends_with(".xml"))
      return visit_elements(part, {"w:style"}, limits_, [&](const XmlElement& style) { add_style(style); });
    if (name == "docProps/core.xml")
      return visit_elements(part, {"cp:coreProperties"}, limits_, [&](const XmlElement& core) { add_fields(core); });
    return std::nullopt;
  }

  ReadDocument finish() {
    if (!found_) return FileFault{reason::damaged, message("the file holds no document of Word")};
    if (too_long_) return FileFault{reason::too_long, message("its text is longer than {} MiB", limits_.text >> 20)};
    for (std::size_t i = 0; i < styles_of_blocks_.size(); ++i)
      if (document_.blocks[i].kind == Kind::paragraph)
        document_.blocks[i].kind = kind_of_style(styles_, styles_of_blocks_[i]);
    return std::move(document_);
  }

 private:
  std::optional<FileFault> read_text(ByteInput& part) {
    found_ = true;
    return visit_elements(part, {"w:p"}, limits_, [&](const XmlElement& paragraph) { add_paragraph(paragraph); });
  }

  void add_paragraph(const XmlElement& paragraph) {
    const XmlElement* properties = paragraph.child("w:pPr");
    std::string printed;
    append_text(printed, paragraph);
    const std::string_view text = trimmed(printed);
    size_ += text.size();
    too_long_ = size_ > limits_.text;
    if (!text.empty() && !too_long_) {
      const bool levelled = properties != nullptr && properties->child("w:outlineLvl") != nullptr;
      const Kind kind = levelled ? Kind::heading : Kind::paragraph;
      document_.blocks.push_back({kind, std::string(text), std::exchange(begins_section_, false)});
      const XmlElement* style = properties == nullptr ? nullptr : properties->child("w:pStyle");
      styles_of_blocks_.emplace_back(value_of(style, "val"));
    }
    begins_section_ = begins_section_ || (properties != nullptr && properties->child("w:sectPr") != nullptr);
  }

  void add_style(const XmlElement& style) {
    const XmlElement* properties = style.child("w:pPr");
    styles_[std::string(value_of(&style, "styleId"))] = {
        std::string(value_of(style.child("w:name"), "val")), std::string(value_of(style.child("w:basedOn"), "val")),
        properties != nullptr && properties->child("w:outlineLvl") != nullptr};
  }

  void add_fields(const XmlElement& core) {
    document_.title = line_of(core.child("dc:title"));
    document_.date = line_of(core.child("dcterms:created"));
    if (std::string author = line_of(core.child("dc:creator")); !author.empty())
      document_.authors.push_back(std::move(author));
  }

  InputLimits limits_;
  Document document_;
  Styles styles_;
  std::vector<std::string> styles_of_blocks_;
  std::size_t size_ = 0;
  bool found_ = false;
  bool too_long_ = false;
  bool begins_section_ = false;
};

Likeness docx_likeness(const Format&, const FileHead& head) {
  const bool known = is_document(head.bytes()) && head.bytes().starts_with("PK") && !is_open_document(head.bytes());
  return known ? Likeness::sure : Likeness::none;
}

}  // namespace

ReadDocument read_word_document(ByteInput& input, const InputLimits& limits) {
  WordReader reader(limits);
  if (auto fault = visit_parts(input, limits, [&](auto name, auto& part) { return reader.read_part(name, part); }))
    return *fault;
  return reader.finish();
}

const Format docx_format{
    .name = "docx",
    .title = "documents of Word (DOCX)",
    .endings = {{".docx"}, {".docm"}},
    .likeness = docx_likeness,
    .cut = cut_document<read_word_document>,
    .make_extractor = make_extractor_of<PlainExtractor<read_document_article>>,
};

}  // namespace hemero
