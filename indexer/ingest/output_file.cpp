#include "indexer/ingest/output_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/durable_file.h"

namespace hemero {

namespace {

/// The file itself, where the name is a link to it.
std::filesystem::path behind_links(const std::string& path) {
  std::error_code error;
  const auto real = std::filesystem::canonical(path, error);
  return error ? std::filesystem::path(path) : real;
}

/// Whether a path still leads to an open file.
bool is_still(const std::filesystem::path& path, int descriptor) {
  struct stat opened {};
  struct stat there {};
  return ::fstat(descriptor, &opened) == 0 && ::lstat(path.c_str(), &there) == 0 && opened.st_dev == there.st_dev &&
         opened.st_ino == there.st_ino;
}

/// Opens a file for the only one who writes it; -1 with errno when it cannot be, EWOULDBLOCK when somebody else does.
/// What a killed program left of it is taken over.
int open_alone(const std::filesystem::path& path) {
  for (;;) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (descriptor < 0) return -1;
    const bool taken = ::flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    const bool ours = !taken && is_still(path, descriptor);  // nobody has finished and renamed it meanwhile
    if (ours && ::ftruncate(descriptor, 0) == 0) return descriptor;
    const int error = taken ? EWOULDBLOCK : errno;
    ::close(descriptor);
    errno = error;
    if (taken || ours) return -1;
  }
}

}  // namespace

OutputFile::OutputFile(const std::string& path, Appears appears) : name_(path) {
  if (path == "-") return;
  std::error_code error;
  const auto there = std::filesystem::status(path, error);
  const bool may_be_replaced = !std::filesystem::exists(there) || std::filesystem::is_regular_file(there);
  if (appears == Appears::whole && may_be_replaced)
    open_draft();
  else
    owned_.reset(std::fopen(path.c_str(), "we"));
  if (!owned_) throw path_error(errno, "cannot write {}", path);
  file_ = owned_.get();
}

OutputFile::~OutputFile() {
  std::error_code ignored;
  if (!draft_.empty()) std::filesystem::remove(draft_, ignored);
}

void OutputFile::open_draft() {
  target_ = behind_links(name_);
  const std::filesystem::path draft = target_.native() + ".hemero-new";
  const int descriptor = open_alone(draft);
  if (descriptor < 0 && errno == EWOULDBLOCK)
    throw Error(ErrorCode::locked, message("{} is in use by another program", name_),
                message("try again when it has finished"));
  if (descriptor < 0) return;
  draft_ = draft;
  struct stat status {};
  if (::stat(target_.c_str(), &status) == 0) ::fchmod(descriptor, status.st_mode & ALLPERMS);
  owned_.reset(::fdopen(descriptor, "w"));
}

void OutputFile::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) fail();
}

void OutputFile::finish() {
  if (std::fflush(file_) != 0) fail();
  if (!draft_.empty()) replace();
}

void OutputFile::replace() {
  if (::fsync(::fileno(file_)) != 0 || std::rename(draft_.c_str(), target_.c_str()) != 0) fail();
  draft_.clear();
  const auto folder = target_.parent_path();
  sync_folder(folder.empty() ? "." : folder);
}

void OutputFile::fail() const {
  if (!owned_) throw std::system_error(errno, std::generic_category());  // told in main
  throw system_error(errno, "cannot write {}", name_);
}

}  // namespace hemero
