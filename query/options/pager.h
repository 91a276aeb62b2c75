#pragma once

#include <string>
#include <string_view>

namespace hemero {

/// What pages where nothing else is asked for. It ends by itself when all fits on the screen.
constexpr std::string_view default_pager = "less";

/// The pager's command line: the first of $HEMERO_PAGER and $PAGER that is set, else the default one; empty for none,
/// which "cat" and an empty variable ask for.
std::string pager_command();

/// Lets people read a text in the pager, until they leave it. False when there is no such program, and nothing was
/// shown. Like git, gives a command line with more than a program's name to the shell, and sets LESS=FRX where nothing
/// is set.
bool page(const std::string& command, std::string_view text);

}  // namespace hemero
