#pragma once

#include "indexer/formats/print/alto_page.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/file_list.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// A <page> of ABBYY FineReader: its blocks of text, a paragraph each, with the certainty of the characters.
AltoPage read_abbyy_page(const XmlElement& page);

/// A file of ABBYY FineReader XML (versions 6 to 10) → an article for each of its pages. A page may take four times as
/// much as other items of XML, because each of its letters is an element; one is in memory at a time.
class AbbyyReader final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  AbbyyReader(ByteInput& input, const InputFile& file, const InputLimits& limits)
      : reader_(input, {"page"}, with_larger_items(limits)), file_(file) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return reader_.offset(); }

 private:
  static InputLimits with_larger_items(InputLimits limits) {
    limits.xml_record *= 4;
    return limits;
  }

  XmlReader reader_;
  InputFile file_;
};

/// Pages of ABBYY FineReader.
extern const Format abbyy_format;

}  // namespace hemero
