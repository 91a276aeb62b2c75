#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "indexer/input/article_extractor.h"

namespace hemero {

/// Notices files whose records all have titles and no text, while keys or columns are left out: one of them may be the
/// text. The records of a file come one after the other.
class TextlessFiles {
 public:
  /// The next article, with what no field took of it; what to tell of the file before, when this one begins another.
  std::optional<std::string> next(const Article& article, const std::vector<LeftOut>& left_out);

  /// What to tell of the last file.
  std::optional<std::string> finish();

 private:
  std::string path_;
  bool has_text_ = false;
  std::map<std::string, std::uint64_t> left_out_;  ///< name → bytes of all records
};

}  // namespace hemero
