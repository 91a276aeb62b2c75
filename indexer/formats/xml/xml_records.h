#pragma once

#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/format.h"

namespace hemero {

/// The items of an XML file, each a record. A file that breaks off counts as one that could not be read whole.
class XmlRecords : public RecordReader {
 public:
  /// `input` must outlive the reader.
  XmlRecords(ByteInput& input, const InputFile& file, const Format& format, const InputLimits& limits = {});

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return reader_.offset(); }

 private:
  XmlReader reader_;
  std::string path_;
  std::string key_;
};

/// For the table of formats: XML is known by its first element, and cut into the items of its format.
Likeness root_likeness(const Format& format, const FileHead& head);
std::unique_ptr<RecordReader> cut_items(ByteInput& input, const Opening& opening);

}  // namespace hemero
