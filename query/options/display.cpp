#include "query/options/display.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/options/pager.h"

namespace hemero {

namespace {

constexpr std::size_t widest_line = 100;

std::string_view environment(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

bool is_terminal() {
  const std::string_view term = environment("TERM");
  return ::isatty(STDOUT_FILENO) == 1 && !term.empty() && term != "dumb";
}

/// Whether the terminal is one of those that are known to have links. What multiplexes terminals may not pass them on.
bool knows_links() {
  constexpr std::array kinds{"xterm-kitty", "xterm-ghostty", "foot", "alacritty", "wezterm"};
  constexpr std::array programs{"iTerm.app", "WezTerm", "vscode", "ghostty"};
  constexpr int first_vte = 5202;  // 0.52.2: older ones have no links, or crash on them
  const std::string_view term = environment("TERM");
  if (term.starts_with("screen") || term.starts_with("tmux")) return false;
  return std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) { return term.starts_with(kind); }) ||
         std::find(programs.begin(), programs.end(), environment("TERM_PROGRAM")) != programs.end() ||
         !environment("WT_SESSION").empty() || std::atoi(environment("VTE_VERSION").data()) >= first_vte;
}

std::size_t terminal_columns() {
  winsize size{};
  const bool known = ::isatty(STDOUT_FILENO) == 1 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0;
  constexpr std::size_t narrowest = 20;
  return known && size.ws_col >= narrowest ? size.ws_col : TextStyle().columns;
}

}  // namespace

void declare_display(Command& command, Display& display) {
  using Choice = NamedValue<Display::Colour>;
  command.word("--color",
               std::vector{Choice{"auto", Display::Colour::automatic}, Choice{"always", Display::Colour::always},
                           Choice{"never", Display::Colour::never}},
               display.colour, message("auto: on a terminal, unless NO_COLOR is set"));
  command.flag("--no-pager", display.no_pager, message("print long output as it is, without less or $PAGER"));
}

void show_text(const Display& display, const std::function<std::string(const TextStyle&)>& render) {
  const bool terminal = is_terminal();
  const std::string pager = terminal && !display.no_pager ? pager_command() : "";
  TextStyle style;
  style.widest = terminal_columns();
  style.columns = std::min(style.widest, widest_line);
  style.colour = display.colour == Display::Colour::always ||
                 (display.colour == Display::Colour::automatic && terminal && environment("NO_COLOR").empty());
  style.links = style.colour && terminal && knows_links() && (pager.empty() || pager == default_pager);
  const std::string text = render(style);
  if (text.empty()) return;
  if (pager.empty() || !page(pager, text)) fmt::print("{}", text);
}

}  // namespace hemero
