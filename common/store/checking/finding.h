#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "common/base/child_work.h"
#include "common/model/article.h"

namespace hemero {

/// What is damaged, which says what mends it.
enum class Damaged {
  catalogue,  ///< the truth: what of it cannot be read is lost, unless it is added again
  derived,    ///< what is made out of it anew
};

/// Something in an archive that is not as it must be.
struct Finding {
  Damaged part = Damaged::derived;
  std::string file;        ///< within the archive: "index/part-000001/streams"
  ArticleId article = {};  ///< that it is about; 0 for none
  std::string what;        ///< in the reader's language, a line
};

/// What was seen of an archive.
struct Findings {
  std::vector<Finding> list;
  std::map<std::string, std::uint64_t> sums;  ///< of each part's folder: what it should hold (PostingSum)
  std::vector<VersionId> left_out;            ///< versions that those sums leave out, ascending
  std::uint64_t articles = 0;                 ///< versions that were looked at
  std::uint64_t total = 0;                    ///< and how many there are

  void add(Findings&& others);

 private:
  std::set<std::string> known_;  ///< those in the list: each once
};

/// Hands over to the process that asked for it what a look at an archive finds.
class FindingSender {
 public:
  explicit FindingSender(const SendLine& send) : send_(send) {}

  void found(const Finding& finding) const;
  void sum(const std::string& part, std::uint64_t value) const;
  void leave_out(VersionId version) const;
  void counted(std::uint64_t articles, std::uint64_t total) const;

 private:
  const SendLine& send_;
};

/// What was handed over.
Findings received(const std::vector<std::string>& lines);

}  // namespace hemero
