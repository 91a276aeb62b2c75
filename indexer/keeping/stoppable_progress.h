#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "common/base/progress.h"
#include "common/base/stop_signal.h"
#include "common/store/backup/backup.h"

namespace hemero {

/// Shows how far copying has come, and ends it when a clean stop is asked for.
class StoppableProgress {
 public:
  /// `label` names the work, in the reader's language.
  explicit StoppableProgress(std::string label) : label_(std::move(label)) {}

  /// What is to be told of the work; it refers to this.
  BackupProgress callback() {
    return [this](std::uint64_t done, std::uint64_t total) {
      if (!shown_) shown_.emplace(label_, total, ProgressUnit::bytes);
      shown_->report(done, 0);
      return !stop_requested();
    };
  }

  /// Wipes what is shown.
  void clear() {
    if (shown_) shown_->clear();
  }

 private:
  std::string label_;
  std::optional<Progress> shown_;
};

}  // namespace hemero
