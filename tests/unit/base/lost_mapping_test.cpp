#include "common/base/lost_mapping.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <filesystem>
#include <string>

#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

constexpr std::size_t mapped_bytes = 4096;

/// In a child process: reads a mapped file that was cut short behind its back.
[[noreturn]] void read_what_is_gone(const std::filesystem::path& path, int errors) {
  ::dup2(errors, STDERR_FILENO);
  tell_lost_mappings("program");
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT, 0600);
  if (file < 0 || ::ftruncate(file, mapped_bytes) != 0) ::_exit(1);
  const void* mapped = ::mmap(nullptr, mapped_bytes, PROT_READ, MAP_SHARED, file, 0);
  if (mapped == MAP_FAILED || ::ftruncate(file, 0) != 0) ::_exit(2);
  ::_exit(*static_cast<const volatile char*>(mapped));
}

TEST_CASE("a mapped file that is cut short is named, and the process ends with its status") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder / "streams";
  std::array<int, 2> ends{};
  REQUIRE(::pipe(ends.data()) == 0);
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) read_what_is_gone(path, ends[1]);
  ::close(ends[1]);
  std::string said;
  std::array<char, 1024> piece{};
  for (ssize_t size = 0; (size = ::read(ends[0], piece.data(), piece.size())) > 0;)
    said.append(piece.data(), static_cast<std::size_t>(size));
  ::close(ends[0]);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 74);
  CHECK(said.starts_with("program: " + path.string() + " became shorter"));
}

}  // namespace
}  // namespace hemero
