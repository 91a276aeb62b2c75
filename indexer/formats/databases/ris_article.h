#pragma once

#include <variant>

#include "common/base/line_reader.h"
#include "common/model/article.h"
#include "indexer/input/format.h"

namespace hemero {

/// A file of references in RIS, as Zotero and other reference managers write it → a record for each, from its line TY
/// to its line ER. What stands between two is passed over.
class RisReader final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  RisReader(ByteInput& input, const InputFile& file, const InputLimits& limits)
      : lines_(input, limits.line), path_(file.path.string()), key_(file.key), longest_(limits.record) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return lines_.offset(); }

 private:
  Record begin(const Line& line) const;

  LineReader lines_;
  std::string path_;
  std::string key_;
  std::size_t longest_;  ///< bytes of a record
  Record begun_ = {};    ///< by the line that was read last; its line is 0 where none is
};

/// A reference that may be to an article of the press (reference_values.h).
std::variant<Article, Skip> read_ris(const Record& record);

/// References in RIS.
extern const Format ris_format;

}  // namespace hemero
