#include "indexer/formats/documents/open_document.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>
#include <utility>

#include "common/base/message.h"
#include "indexer/formats/documents/document_article.h"
#include "indexer/formats/documents/document_parts.h"
#include "indexer/formats/documents/document_records.h"
#include "indexer/input/container.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

using Kind = DocumentBlock::Kind;

constexpr std::size_t most_blanks = 100;  ///< that one element may stand for

/// Notes and comments, and what was deleted.
bool is_left_out(std::string_view name) {
  constexpr std::array<std::string_view, 3> names{"text:note", "office:annotation", "text:tracked-changes"};
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "<text:s text:c='3'/>" is three blanks.
std::size_t count_of(const XmlElement& blanks) {
  const std::string_view written = blanks.attribute("text:c");
  std::size_t count = 1;
  std::from_chars(written.data(), written.data() + written.size(), count);
  return std::min(count, most_blanks);
}

void append_text(std::string& text, const XmlElement& element) {
  for (const XmlElement& child : element.children) {
    if (is_left_out(child.name)) continue;
    if (child.name == "text:s") text.append(count_of(child), ' ');
    if (child.name == "text:tab") text += ' ';
    if (child.name == "text:line-break" || child.name == "text:p" || child.name == "text:h") text += '\n';
    for (const char byte : child.text) text += byte == '\n' || byte == '\t' ? ' ' : byte;  // blanks of the file
    append_text(text, child);
  }
}

class OpenReader {
 public:
  explicit OpenReader(const InputLimits& limits) : limits_(limits) {}

  std::optional<FileFault> read_part(std::string_view name, ByteInput& part) {
    if (name == "content.xml") return read_text(part);
    if (name == "meta.xml")
      return visit_elements(part, {"office:meta"}, limits_, [&](const XmlElement& meta) { add_fields(meta); });
    if (name == "META-INF/manifest.xml") return find_encryption(part);
    return std::nullopt;
  }

  ReadDocument finish(std::optional<FileFault> fault) {
    if (encrypted_) return FileFault{reason::encrypted, message("encrypted: not read")};
    if (fault) return *fault;
    if (!found_) return FileFault{reason::damaged, message("the file holds no OpenDocument text")};
    if (too_long_) return FileFault{reason::too_long, message("its text is longer than {} MiB", limits_.text >> 20)};
    return std::move(document_);
  }

 private:
  /// Styles of single paragraphs stand before the text, with the style that each goes back to.
  std::optional<FileFault> read_text(ByteInput& part) {
    found_ = true;
    return visit_elements(
        part, {"style:style", "text:tracked-changes", "text:h", "text:p"}, limits_, [&](const XmlElement& element) {
          if (element.name == "style:style")
            parents_[std::string(element.attribute("style:name"))] = element.attribute("style:parent-style-name");
          else if (element.name != "text:tracked-changes")
            add_paragraph(element);
        });
  }

  std::optional<FileFault> find_encryption(ByteInput& part) {
    return visit_elements(part, {"manifest:encryption-data"}, limits_, [&](const XmlElement&) { encrypted_ = true; });
  }

  void add_paragraph(const XmlElement& paragraph) {
    std::string printed;
    append_text(printed, paragraph);
    const std::string_view text = trimmed(printed);
    size_ += text.size();
    too_long_ = size_ > limits_.text;
    if (!text.empty() && !too_long_) document_.blocks.push_back({kind_of(paragraph), std::string(text)});
  }

  Kind kind_of(const XmlElement& paragraph) const {
    const std::string_view style = paragraph.attribute("text:style-name");
    const auto parent = parents_.find(style);
    if (style == "Title" || (parent != parents_.end() && parent->second == "Title")) return Kind::title;
    return paragraph.name == "text:h" ? Kind::heading : Kind::paragraph;
  }

  void add_fields(const XmlElement& meta) {
    document_.title = line_of(meta.child("dc:title"));
    document_.date = line_of(meta.child("meta:creation-date"));
    const XmlElement* author = meta.child("meta:initial-creator");
    if (author == nullptr) author = meta.child("dc:creator");
    if (std::string name = line_of(author); !name.empty()) document_.authors.push_back(std::move(name));
  }

  InputLimits limits_;
  Document document_;
  std::map<std::string, std::string, std::less<>> parents_;
  std::size_t size_ = 0;
  bool found_ = false;
  bool too_long_ = false;
  bool encrypted_ = false;
};

Likeness odt_likeness(const Format&, const FileHead& head) {
  return is_open_document(head.bytes()) ? Likeness::sure : Likeness::none;
}

}  // namespace

ReadDocument read_open_document(ByteInput& input, const InputLimits& limits) {
  OpenReader reader(limits);
  std::optional<FileFault> first;
  visit_parts(input, limits, [&](auto name, auto& part) -> std::optional<FileFault> {
    auto fault = reader.read_part(name, part);
    if (fault && !first) first = std::move(fault);  // the list of parts, which says what is encrypted, comes last
    return std::nullopt;
  });
  return reader.finish(std::move(first));
}

const Format odt_format{
    .name = "odt",
    .title = "documents of LibreOffice (ODT)",
    .endings = {{".odt"}},
    .likeness = odt_likeness,
    .cut = cut_document<read_open_document>,
    .make_extractor = make_extractor_of<PlainExtractor<read_document_article>>,
};

}  // namespace hemero
