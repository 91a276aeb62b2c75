#include <algorithm>

#include "common/base/message.h"
#include "common/command/mistake.h"

namespace hemero {

namespace {

constexpr int most_mistakes = 4;  // in one line; others are no slips

/// The line with the first of what was typed so repaired; nothing when it was not typed so.
std::optional<Arguments> repaired(const Arguments& line, const LineRepair& repair) {
  const auto at = std::search(line.begin(), line.end(), repair.typed.begin(), repair.typed.end());
  if (at == line.end()) return std::nullopt;
  Arguments made(line.begin(), at);
  made.insert(made.end(), repair.meant.begin(), repair.meant.end());
  made.insert(made.end(), at + static_cast<std::ptrdiff_t>(repair.typed.size()), line.end());
  return made;
}

std::optional<Arguments> meant_line(const Arguments& line, const Mistake& mistake,
                                    const std::function<void(const Arguments&)>& read, int mistakes_left) {
  for (const LineRepair& repair : mistake.repairs()) {
    const auto meant = repaired(line, repair);
    if (!meant) continue;
    try {
      read(*meant);
      return meant;
    } catch (const Mistake& next) {
      if (mistakes_left == 1) continue;
      if (const auto found = meant_line(*meant, next, read, mistakes_left - 1)) return found;
    } catch (const Error&) {
      // Not meant so.
    }
  }
  return std::nullopt;
}

}  // namespace

std::optional<Arguments> meant_line(const Arguments& line, const Mistake& mistake,
                                    const std::function<void(const Arguments&)>& read) {
  return meant_line(line, mistake, read, most_mistakes);
}

std::optional<std::string> shell_line(const std::string& program, const Arguments& line) {
  std::string text = program;
  for (const std::string& argument : line) {
    const auto is_control = [](char byte) { return static_cast<unsigned char>(byte) < ' ' || byte == '\x7f'; };
    if (std::any_of(argument.begin(), argument.end(), is_control)) return std::nullopt;
    text += " " + shell_word(argument);
  }
  return text;
}

}  // namespace hemero
