#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "indexer/input/article_extractor.h"

namespace hemero {

/// Tells once a file what no field took of its records, with the --map that would take it: the columns of a table, but
/// for those of row numbers; the keys of JSON where none of the records has a text, a title or a date. The records of a
/// file come one after the other.
class LeftOutNotes {
 public:
  /// The next article, with what no field took of it; what to tell of the file before, when this one begins another.
  std::optional<std::string> next(const Article& article, const std::vector<LeftOut>& left_out);

  /// What to tell of the last file.
  std::optional<std::string> finish();

 private:
  /// What the records of a file say under a name.
  struct Use {
    std::uint64_t bytes = 0;
    bool only_dates = true;
    bool is_column = false;
  };

  std::vector<std::string> told_names() const;
  std::string hint() const;

  std::string path_;
  bool has_text_ = false;
  bool has_title_ = false;
  bool has_date_ = false;
  std::map<std::string, Use> left_out_;  ///< by name
};

}  // namespace hemero
