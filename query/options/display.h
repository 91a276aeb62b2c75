#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "common/command/command.h"
#include "query/render/render.h"

namespace hemero {

/// How a command shows people what it has to say.
struct Display {
  enum class Colour : std::uint8_t { automatic, always, never };

  Colour colour = Colour::automatic;
  bool no_pager = false;
};

/// Declares --color and --no-pager.
void declare_display(Command& command, Display& display);

/// Prints the text that `render` makes in the style of the standard output: as wide as the terminal, but no wider than
/// lines are read well; coloured on a terminal, unless NO_COLOR forbids it; through the pager on a terminal. Nothing is
/// coloured or paged on a terminal that TERM calls dumb. Prints nothing before all is rendered.
void show_text(const Display& display, const std::function<std::string(const TextStyle&)>& render);

}  // namespace hemero
