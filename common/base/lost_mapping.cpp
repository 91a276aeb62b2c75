#include "common/base/lost_mapping.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <string_view>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

// What the handler says, made before. It may call no more than what is safe in a handler: open, read, write, _exit.
std::string said_before;
std::string said_behind;

void write_all(std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    if (written <= 0) return;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

/// True for a line of /proc/self/maps ("7f00-7f10 r--p …") whose addresses have this one among them.
bool covers(std::string_view line, std::uintptr_t address) {
  constexpr int hexadecimal = 16;
  std::uintptr_t begin = 0;
  std::uintptr_t end = 0;
  const char* last = line.data() + line.size();
  const auto dash = std::from_chars(line.data(), last, begin, hexadecimal);
  if (dash.ptr == last || *dash.ptr != '-') return false;
  std::from_chars(dash.ptr + 1, last, end, hexadecimal);
  return begin <= address && address < end;
}

/// Writes the path that such a line ends with.
void write_path(std::string_view line) {
  std::array<char, 4096> path{};
  const std::size_t begin = std::min(line.find('/'), line.size());
  const std::size_t size = line.copy(path.data(), path.size(), begin);
  std::replace_if(
      path.data(), path.data() + size, [](char c) { return c >= 0 && c < ' '; }, '?');
  write_all({path.data(), size});
}

void write_name_of(std::uintptr_t address) {
  std::array<char, 8192> buffer{};
  const int maps = ::open("/proc/self/maps", O_RDONLY | O_CLOEXEC);
  std::size_t held = 0;
  for (ssize_t count = 0; (count = ::read(maps, buffer.data() + held, buffer.size() - held)) > 0;) {
    std::string_view rest(buffer.data(), held + static_cast<std::size_t>(count));
    for (std::size_t end = 0; (end = rest.find('\n')) != std::string_view::npos; rest.remove_prefix(end + 1))
      if (covers(rest.substr(0, end), address)) return write_path(rest.substr(0, end));
    held = rest.copy(buffer.data(), rest.size());
  }
}

extern "C" void tell_lost(int, siginfo_t* info, void*) {
  write_all(said_before);
  write_name_of(reinterpret_cast<std::uintptr_t>(info->si_addr));
  write_all(said_behind);
  ::_exit(static_cast<int>(ErrorCode::io));
}

}  // namespace

void tell_lost_mappings(const std::string& program) {
  constexpr std::string_view place = "\xEF\xBF\xBC";  // U+FFFC, which stands for an object
  const std::string text =
      program + ": " + message("{} became shorter while it was read, or its disk does not answer as it should", place) +
      "\n";
  const std::size_t at = text.find(place);
  said_before = text.substr(0, at);
  said_behind = text.substr(at + place.size());
  struct sigaction action {};
  action.sa_sigaction = tell_lost;
  action.sa_flags = SA_SIGINFO;
  sigaction(SIGBUS, &action, nullptr);
}

}  // namespace hemero
