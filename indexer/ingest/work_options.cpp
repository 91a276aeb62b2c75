#include "indexer/ingest/work_options.h"

#include <algorithm>
#include <thread>

#include "common/base/message.h"

namespace hemero {

void declare_work(Command& command, WorkOptions& options) {
  options.jobs = std::max(1U, std::thread::hardware_concurrency());
  command.number("--jobs", 1, 256, options.jobs, message("threads to work with (default: one a processor)"));
  constexpr std::uint64_t least = 32;
  constexpr std::uint64_t most = std::uint64_t{1} << 20;
  command.number("--memory", least, most, options.memory, message("memory to work in, in MiB, about (default: 256)"));
}

}  // namespace hemero
