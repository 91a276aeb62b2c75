#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>

#include "common/base/progress.h"
#include "common/store/catalogue/catalogue_writer.h"
#include "indexer/input/record.h"

namespace hemero {

/// "file:line: message", or the message alone when it names the file itself.
std::string place_and_message(const Skip& skip);

/// Tells the user how a run goes: counts, a line for each skip (the first hundred), the file of rejects, and at the end
/// one line with everything counted.
class RunReport {
 public:
  /// `rejects` names the file of refused records; empty for none. Throws Error when it cannot be written.
  RunReport(const std::string& rejects, Progress& progress);
  ~RunReport();

  void skip(const Skip& skip);
  void note(const std::string& text);
  RunCounts& counts() { return counts_; }
  std::uint64_t articles() const { return counts_.added + counts_.updated + counts_.unchanged; }
  /// Records of articles that were removed for good.
  std::uint64_t refused() const;
  bool path_failed() const { return path_failed_; }

  /// The last line, on standard error. Throws Error when the file of rejects could not be written.
  void finish();

 private:
  void reject(const Skip& skip);

  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  RunCounts counts_;
  Progress& progress_;
  std::unique_ptr<std::FILE, Closer> rejects_;
  std::string rejects_name_;
  std::uint64_t shown_ = 0;
  bool path_failed_ = false;
  std::chrono::steady_clock::time_point start_;
};

}  // namespace hemero
