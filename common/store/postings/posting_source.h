#pragma once

#include <cstdint>
#include <functional>
#include <string_view>

#include "common/store/glass/posting_list.h"

namespace hemero {

/// What one run of versions brings to a part.
class PostingSource {
 public:
  virtual ~PostingSource() = default;

  /// The first version; 0 when there is none.
  virtual std::uint32_t first() const = 0;

  using VersionTaker = std::function<void(std::uint32_t version, std::uint32_t length, std::string_view date)>;

  /// Calls `take` for each version, ascending; may be called again and again.
  virtual void each_version(const VersionTaker& take) = 0;

  /// Goes to the next term, in the order of their bytes; false behind the last one.
  virtual bool next_term() = 0;

  /// The term that next_term() went to, until the next call.
  virtual std::string_view term() const = 0;

  /// Adds that term's postings to a list, once for each term.
  virtual void give_postings(glass::PostingList& list) = 0;
};

}  // namespace hemero
