#include "common/store/unfinished.h"

#include "common/base/message.h"

namespace hemero {

std::vector<UnfinishedWork> unfinished_work(const ArchiveStatus& status) {
  std::vector<UnfinishedWork> work;
  if (status.last_run_cut)
    work.push_back(
        {"run", message("the last run was cut short: what it had committed is stored, the same command goes on")});
  if (status.index_behind && !status.rebuild_pending)
    work.push_back(
        {"index",
         message("the index is behind the stored articles: the next “hemero-index add” or “rebuild” catches up")});
  if (status.rebuild_pending)
    work.push_back({"rebuild", message("the index waits to be made anew, which was cut short: the next “hemero-index "
                                       "add” or “rebuild” does it")});
  if (status.purge_pending) work.push_back({"purge", message("a purge was cut short: run “hemero-index purge” again")});
  if (status.undo_pending)
    work.push_back({"undo", message("undoing run {} was cut short: the next “hemero-index add” goes on with it",
                                    *status.undo_pending)});
  return work;
}

}  // namespace hemero
