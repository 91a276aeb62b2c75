#include "query/options/opener.h"

#include <cstdlib>
#include <sstream>
#include <vector>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/running_program.h"

namespace hemero {

namespace {

/// The program and its arguments, the link among them.
std::vector<std::string> command_of(const std::string& browser, const std::string& link) {
  std::vector<std::string> command;
  bool has_link = false;
  std::istringstream words(browser);
  for (std::string word; words >> word;) {
    const std::size_t sign = word.find("%s");
    if (sign != std::string::npos) word.replace(sign, 2, link);
    has_link = has_link || sign != std::string::npos;
    command.push_back(word);
  }
  if (!has_link) command.push_back(link);
  return command;
}

bool opens(const std::string& browser, const std::string& link) {
  const std::vector<std::string> command = command_of(browser, link);
  if (command.front() == link) return false;  // no program is named
  try {
    return wait_for_program(start_program(command)) == 0;
  } catch (const Error&) {
    return false;
  }
}

}  // namespace

void open_link(const std::string& link) {
  const char* named = std::getenv("BROWSER");
  std::istringstream browsers(named == nullptr || *named == '\0' ? "xdg-open" : named);
  for (std::string browser; std::getline(browsers, browser, ':');)
    if (opens(browser, link)) return;
  throw Error(ErrorCode::io, message("cannot open {}: no browser did", link),
              message("name one in the environment variable BROWSER"));
}

}  // namespace hemero
