#pragma once

#include <cstddef>

#include "common/command/command.h"
#include "common/store/writing/open_archive.h"

namespace hemero {

/// What a command that writes may take of the machine.
struct WorkOptions {
  unsigned jobs = 1;      ///< threads
  unsigned memory = 256;  ///< MiB, about

  /// As an archive is opened to be written with it.
  void apply(WriterOptions& options) const {
    options.jobs = jobs;
    options.memory = std::size_t{memory} << 20;
  }
};

/// Declares --jobs, without which it is the number of processors, and --memory.
void declare_work(Command& command, WorkOptions& options);

}  // namespace hemero
