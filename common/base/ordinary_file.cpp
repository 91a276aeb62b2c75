#include "common/base/ordinary_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

Error is_no_file(const std::filesystem::path& file) {
  return {ErrorCode::bad_data, message("{} is no ordinary file", file.string())};
}

}  // namespace

int open_ordinary_file(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_NONBLOCK | O_CLOEXEC);
  if (descriptor < 0 && errno == ENXIO) throw is_no_file(file);  // a socket
  if (descriptor < 0) throw system_error(errno, "cannot read {}", file.string());
  struct stat status {};
  const int error = ::fstat(descriptor, &status) == 0 ? 0 : errno;
  if (error == 0 && S_ISREG(status.st_mode)) return descriptor;
  ::close(descriptor);
  if (error != 0) throw system_error(error, "cannot read {}", file.string());
  throw is_no_file(file);
}

void require_ordinary_file(const std::filesystem::path& file) {
  std::error_code error;
  const auto status = std::filesystem::status(file, error);
  if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) throw is_no_file(file);
}

}  // namespace hemero
