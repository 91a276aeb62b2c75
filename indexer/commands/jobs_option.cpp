#include "indexer/commands/jobs_option.h"

#include <algorithm>
#include <thread>

#include "common/base/message.h"

namespace hemero {

void declare_jobs(Command& command, unsigned& jobs) {
  jobs = std::max(1U, std::thread::hardware_concurrency());
  command.number("--jobs", 1, 256, jobs, message("threads to work with (default: one a processor)"));
}

}  // namespace hemero
