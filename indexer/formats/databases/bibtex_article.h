#pragma once

#include <variant>

#include "common/base/line_reader.h"
#include "common/model/article.h"
#include "indexer/input/format.h"

namespace hemero {

/// A file of references in BibTeX or BibLaTeX → a record for each entry, from its "@" to the brace that closes it. What
/// stands between entries is a comment. An entry begins where a line does; so it ends one whose braces do not match.
class BibtexReader final : public RecordReader {
 public:
  /// `input` must outlive the reader.
  BibtexReader(ByteInput& input, const InputFile& file, const InputLimits& limits)
      : lines_(input, limits.line), path_(file.path.string()), key_(file.key), longest_(limits.record) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return lines_.offset(); }

 private:
  bool take(const Line& line);
  std::optional<SourceItem> give();
  Skip skip_entry();

  LineReader lines_;
  std::string path_;
  std::string key_;
  std::size_t longest_;  ///< bytes of a record
  std::string entry_;    ///< being read
  std::uint64_t line_ = 0;
  std::uint64_t offset_ = 0;
  std::ptrdiff_t depth_ = 0;  ///< braces that are open
};

/// An entry that may be an article of the press (reference_values.h).
std::variant<Article, Skip> read_bibtex(const Record& record);

/// References in BibTeX.
extern const Format bibtex_format;

}  // namespace hemero
