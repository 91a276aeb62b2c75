#pragma once

#include <string>

namespace hemero {

/// Opens a link (link_to) by the first of the command lines in $BROWSER that succeeds, else by xdg-open; waits until it
/// ends. Colons stand between the command lines, in which %s stands for the link; no shell reads them. Throws Error
/// when none opens it.
void open_link(const std::string& link);

}  // namespace hemero
