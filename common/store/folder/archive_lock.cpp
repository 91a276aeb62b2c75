#include "common/store/folder/archive_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <thread>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

/// Takes a lock; the errno of why it cannot be had, or 0. Who only looks at a lock holds it for a moment: it is tried
/// again.
int take_lock(int descriptor) {
  constexpr std::chrono::milliseconds moment{10};
  if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return 0;
  std::this_thread::sleep_for(moment);
  return ::flock(descriptor, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
}

Error is_locked(const ArchiveFolder& folder) {
  return {ErrorCode::locked, message("another program is writing to the archive {}", folder.path.string()),
          message("try again when it has finished")};
}

/// Whether somebody holds the lock of a file or a folder that may not be there.
bool is_held(const std::filesystem::path& path) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  const bool held = ::flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
  ::close(descriptor);
  return held;
}

}  // namespace

ArchiveLock::Descriptor::Descriptor(const std::filesystem::path& path, int flags)
    : number(::open(path.c_str(), flags | O_CLOEXEC, 0666)) {
  if (number < 0) throw system_error(errno, "cannot write {}", path.string());
}

ArchiveLock::Descriptor::~Descriptor() { ::close(number); }

ArchiveLock::ArchiveLock(const ArchiveFolder& folder)
    : folder_(folder.path, O_RDONLY | O_DIRECTORY), file_(folder.lock(), O_RDWR | O_CREAT) {
  // Some shares lock files only: there the file decides.
  if (take_lock(folder_.number) == EWOULDBLOCK) throw is_locked(folder);
  const int error = take_lock(file_.number);
  if (error == EWOULDBLOCK) throw is_locked(folder);
  if (error != 0)
    throw Error(ErrorCode::io,
                message("nothing can be locked in {}: its file system has no locks", folder.path.string()),
                message("keep the archive on a local disk"));
}

bool is_written(const ArchiveFolder& folder) { return is_held(folder.path) || is_held(folder.lock()); }

}  // namespace hemero
