#pragma once

#include <deque>

#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/file_list.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// The texts of a TEI file → records: a <TEI> each, also below a <teiCorpus>; of a text that is divided into articles
/// (div of type "article") each of these with the text's header, then what is left when it is more than page numbers.
class TeiReader final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  TeiReader(ByteInput& input, const InputFile& file, const InputLimits& limits = {});

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return reader_.offset(); }

 private:
  void split(XmlItem item);
  void add(XmlItem item);

  XmlReader reader_;
  std::string path_;
  std::string key_;
  std::uint64_t number_ = 0;  ///< of the records made so far
  std::deque<Record> records_;
};

/// TEI P4 and P5.
extern const Format tei_format;

}  // namespace hemero
