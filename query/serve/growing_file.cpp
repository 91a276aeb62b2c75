#include "query/serve/growing_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>

#include "common/base/error.h"
#include "common/base/stop_signal.h"

namespace hemero {

namespace {

constexpr const char* name = "tmpfile";  // in messages

}  // namespace

GrowingFile::GrowingFile() : file_(std::tmpfile()) {
  if (!file_) throw system_error(errno, "cannot write {}", name);
}

void GrowingFile::write(std::string_view text) {
  unseen_ += text;
  if (written_ == 0 || unseen_.size() >= piece) pass_on();
}

void GrowingFile::finish() {
  pass_on();
  fail(nullptr);
}

void GrowingFile::fail(std::exception_ptr reason) {
  {
    const std::lock_guard lock(mutex_);
    is_ended_ = true;
    reason_ = std::move(reason);
  }
  changed_.notify_one();
}

void GrowingFile::pass_on() {
  std::uint64_t end = written_;  // which this thread alone changes
  for (std::string_view left = unseen_; !left.empty();) {
    const ssize_t count = ::pwrite(::fileno(file_.get()), left.data(), left.size(), static_cast<off_t>(end));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) throw system_error(errno, "cannot write {}", name);
    left.remove_prefix(static_cast<std::size_t>(count));
    end += static_cast<std::uint64_t>(count);
  }
  unseen_.clear();
  {
    const std::lock_guard lock(mutex_);
    if (is_abandoned_) throw Stopped();
    written_ = end;
  }
  changed_.notify_one();
}

/// The bytes that the file has then.
std::uint64_t GrowingFile::wait_for_more() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return written_ > read_ || is_ended_; });
  if (written_ == read_ && reason_) std::rethrow_exception(reason_);
  return written_;
}

void GrowingFile::wait() { wait_for_more(); }

std::size_t GrowingFile::read(char* into, std::size_t most) {
  const std::uint64_t there = wait_for_more() - read_;
  const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(most, there));
  if (size == 0) return 0;
  ssize_t count = -1;
  do count = ::pread(::fileno(file_.get()), into, size, static_cast<off_t>(read_));
  while (count < 0 && errno == EINTR);
  if (count <= 0) throw system_error(errno, "cannot read {}", name);
  read_ += static_cast<std::uint64_t>(count);
  return static_cast<std::size_t>(count);
}

void GrowingFile::abandon() {
  const std::lock_guard lock(mutex_);
  is_abandoned_ = true;
}

}  // namespace hemero
