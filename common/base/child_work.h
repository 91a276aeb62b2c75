#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// What a child process hands over: a line of text without its end.
using SendLine = std::function<void(std::string_view line)>;

/// What became of work in a child process.
struct ChildWork {
  std::vector<std::string> lines;  ///< that it sent, as far as it came
  bool died = false;               ///< it ended before its work did: what it read was too damaged for a library
};

/// Does work in a child process, so that what ends it ends nothing else, and waits for its end. An Error of the work is
/// thrown here. Only for processes that have no other thread. Throws Error (io) when no process can be made.
ChildWork in_child(const std::function<void(const SendLine& send)>& work);

}  // namespace hemero
