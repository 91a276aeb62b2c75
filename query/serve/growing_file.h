#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

namespace hemero {

/// A file without a name that one thread writes while another one reads it, so that who reads slowly keeps nobody
/// waiting who writes. It is gone with this.
class GrowingFile {
 public:
  /// Throws Error where there is no room for it.
  GrowingFile();

  /// What comes next; others see it once it is `piece` bytes or more, or the first of all. Throws Error where there is
  /// no more room, Stopped where nobody reads any longer.
  void write(std::string_view text);

  /// Nothing comes any more: all was written, or `reason` is why not. Throws as write() does.
  void finish();
  void fail(std::exception_ptr reason);

  /// Reads at most so many bytes, and waits until there are some; 0 at the end. Throws what the writing failed by.
  std::size_t read(char* into, std::size_t most);

  /// Waits until something can be read, or there is nothing to come. Throws what the writing failed by before that.
  void wait();

  /// Nobody reads any longer.
  void abandon();

  static constexpr std::size_t piece = 64 * 1024;

 private:
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };

  void pass_on();
  std::uint64_t wait_for_more();

  std::unique_ptr<std::FILE, Closer> file_;
  std::string unseen_;      ///< the writer's
  std::uint64_t read_ = 0;  ///< bytes; the reader's
  std::mutex mutex_;
  std::condition_variable changed_;
  std::uint64_t written_ = 0;  ///< bytes in the file
  bool is_ended_ = false;
  bool is_abandoned_ = false;
  std::exception_ptr reason_;
};

}  // namespace hemero
