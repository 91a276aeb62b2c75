#pragma once

#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/file_list.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// The items of an XML file, each a record of one format. A file that breaks off counts as one that could not be read
/// whole.
class XmlRecords : public RecordReader {
 public:
  /// `input` must outlive the reader.
  XmlRecords(ByteInput& input, const InputFile& file, RecordFormat format, const InputLimits& limits = {});

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return reader_.offset(); }

 private:
  XmlReader reader_;
  std::string path_;
  std::string key_;
  RecordFormat format_;
};

}  // namespace hemero
