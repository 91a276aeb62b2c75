#include "common/base/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "common/base/message.h"

namespace hemero {

namespace {

using Seconds = std::chrono::duration<double>;

constexpr auto terminal_pause = std::chrono::milliseconds(100);
constexpr auto log_pause = std::chrono::seconds(30);
constexpr std::size_t log_columns = 200;  // where there is no terminal: enough for a whole line, and no bar wider
constexpr std::string_view wipe_line = "\r\x1b[K";

bool is_terminal() {
  const char* kind = std::getenv("TERM");
  const bool can_redraw = kind != nullptr && std::string_view(kind) != "dumb";
  return can_redraw && ::isatty(STDERR_FILENO) == 1;
}

std::size_t terminal_columns() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 80;
  return size.ws_col;
}

void put(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string megabytes(std::uint64_t bytes) {
  const std::uint64_t tenths = bytes / 100'000;
  return fmt::format("{}{}{}", number_text(tenths / 10), language() == Language::french ? "," : ".", tenths % 10);
}

/// "0:42", "12:05", "1:02:03".
std::string clock_time(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::min(seconds, 1e9));
  const std::uint64_t hours = whole / 3600;
  const std::uint64_t minutes = whole / 60 % 60;
  if (hours > 0) return fmt::format("{}:{:02}:{:02}", hours, minutes, whole % 60);
  return fmt::format("{}:{:02}", minutes, whole % 60);
}

std::size_t columns_of(std::string_view text) {
  const auto begins_character = [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0) != 0x80; };
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string cut_to(std::string text, std::size_t columns) {
  std::size_t end = text.size();
  std::size_t used = columns_of(text);
  while (used > columns) {
    do --end;
    while ((static_cast<unsigned char>(text[end]) & 0xC0) == 0x80);
    --used;
  }
  text.resize(end);
  return text;
}

double share_done(const ProgressState& state) {
  return std::min(1.0, static_cast<double>(state.done) / static_cast<double>(state.total));
}

std::string bar(double share, std::size_t columns) {
  const std::size_t inside = columns - 2;
  const auto filled = static_cast<std::size_t>(std::floor(share * static_cast<double>(inside)));
  std::string text = fmt::format("[{:=<{}}{: <{}}]", "", filled, "", inside - filled);
  if (filled > 0 && filled < inside) text[filled] = '>';
  return text;
}

std::string numbers(const ProgressState& state) {
  const double elapsed = std::max(state.elapsed.count(), 1e-3);
  const auto rate = static_cast<std::uint64_t>(static_cast<double>(state.articles) / elapsed);
  std::string text;
  if (state.total > 0) text += message("{}%", static_cast<int>(share_done(state) * 100)) + "  ";
  text += message("{} articles  {}/s", number_text(state.articles), number_text(rate));
  if (state.unit == ProgressUnit::bytes) text += "  " + message("{} MB", megabytes(state.done));
  if (state.total > 0 && state.done > 0) {
    const double share = share_done(state);
    text += "  " + message("{} left", clock_time(elapsed * (1 - share) / share));
  }
  return text;
}

}  // namespace

std::string progress_line(const ProgressState& state, std::size_t columns) {
  constexpr std::size_t least_bar = 10;
  constexpr std::size_t widest_bar = 40;
  const std::string figures = numbers(state);
  const std::size_t taken = columns_of(state.label) + columns_of(figures) + 4;  // two gaps of two blanks
  if (state.total == 0 || taken + least_bar > columns) return cut_to(state.label + "  " + figures, columns);
  return state.label + "  " + bar(share_done(state), std::min(columns - taken, widest_bar)) + "  " + figures;
}

Progress::Progress(std::string label, std::uint64_t total, ProgressUnit unit)
    : state_{.label = std::move(label), .total = total, .unit = unit},
      terminal_(is_terminal()),
      start_(Clock::now()),
      last_(start_) {}

Progress::~Progress() { clear(); }

void Progress::report(std::uint64_t done, std::uint64_t articles) {
  const Clock::time_point now = Clock::now();
  if (now - last_ < (terminal_ ? Clock::duration(terminal_pause) : Clock::duration(log_pause))) return;
  last_ = now;
  state_.done = done;
  state_.articles = articles;
  state_.elapsed = Seconds(now - start_);
  if (!terminal_) return put(progress_line(state_, log_columns) + "\n");
  // The last column stays free: some terminals wrap as soon as it is written.
  put(std::string(wipe_line) + progress_line(state_, terminal_columns() - 1));
  drawn_ = true;
}

void Progress::clear() {
  if (!drawn_) return;
  put(wipe_line);
  drawn_ = false;
}

}  // namespace hemero
