#include "indexer/ingest/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <random>
#include <system_error>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/store/folder/durable_file.h"

namespace hemero {

namespace {

/// The file itself, where the name is a link to it.
std::filesystem::path behind_links(const std::string& path) {
  std::error_code error;
  const auto real = std::filesystem::canonical(path, error);
  return error ? std::filesystem::path(path) : real;
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

/// A new file beside the one that it will replace, under a name that nobody has.
void OutputFile::open_draft() {
  target_ = behind_links(name_);
  std::random_device random;
  int descriptor = -1;
  do {
    draft_ = fmt::format("{}.{:08x}", target_.string(), random());
    descriptor = ::open(draft_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  } while (descriptor < 0 && errno == EEXIST);
  if (descriptor < 0) {
    draft_.clear();
    return;
  }
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
