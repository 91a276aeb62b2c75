#pragma once

#include <deque>

#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/print/alto_page.h"
#include "indexer/input/file_list.h"
#include "indexer/input/whole_file.h"

namespace hemero {

/// The pages of a file of hOCR, in its order, as Tesseract, Kraken and OCRopus write them.
std::vector<AltoPage> read_hocr_pages(const HtmlTree& tree);

/// A file of hOCR → an article for each of its pages. It is read at once; one may be as large as a web page.
class HocrReader final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  HocrReader(ByteInput& input, const InputFile& file, const InputLimits& limits)
      : whole_(input, file, limits), file_(file) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return 0; }

 private:
  void open();

  WholeFile whole_;
  InputFile file_;
  bool opened_ = false;
  std::deque<SourceItem> items_;
};

/// Pages in hOCR.
extern const Format hocr_format;

}  // namespace hemero
