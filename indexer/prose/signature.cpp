#include "indexer/prose/signature.h"

#include <algorithm>

#include "common/text/characters/unicode.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr auto nowhere = std::string_view::npos;

/// "Claire Vasseur": two words or more, the first with a capital.
bool may_be_whole_name(std::string_view text) {
  text = trimmed(text);
  return begins_as_name(text) && text.find(' ') != nowhere;
}

/// The size of what stands at `at` between two names, the first of which begins at `begin`; 0 when nothing does.
std::size_t joint_at(std::string_view text, std::size_t begin, std::size_t at) {
  const std::string_view rest = text.substr(at);
  if (rest[0] == ';' || rest[0] == '\n') return 1;
  if (rest[0] != ',' && rest[0] != ' ') return 0;
  if (rest.starts_with(", ")) {
    const std::string_view behind = rest.substr(2, std::min(rest.find(',', 2), rest.size()) - 2);
    return may_be_whole_name(behind) && may_be_whole_name(text.substr(begin, at - begin)) ? 2 : 0;
  }
  for (const std::string_view both : {" et ", " ET ", " and ", " AND ", " & "})
    if (rest.starts_with(both) && begins_as_name(rest.substr(both.size()))) return both.size();
  return 0;
}

}  // namespace

bool begins_as_name(std::string_view text) {
  for (const std::string_view particle : {"d’", "d'"})
    if (text.starts_with(particle)) text.remove_prefix(particle.size());
  return !text.empty() && is_upper(code_point_at(text, 0).value);
}

std::vector<std::string> names_of_signature(std::string_view signature) {
  signature = trimmed(signature);
  for (const std::string_view by : {"Par", "PAR", "par", "By", "BY", "by"})
    if (signature.starts_with(by) && (signature.size() == by.size() || signature[by.size()] == ' '))
      signature.remove_prefix(by.size());
  std::vector<std::string> names;
  std::size_t begin = 0;
  const auto end_name = [&](std::size_t end) {
    if (const auto name = trimmed(signature.substr(begin, end - begin)); !name.empty()) names.emplace_back(name);
  };
  for (std::size_t at = 0; at < signature.size();) {
    const std::size_t joint = joint_at(signature, begin, at);
    if (joint > 0) end_name(at);
    at += std::max<std::size_t>(joint, 1);
    if (joint > 0) begin = at;
  }
  end_name(signature.size());
  return names;
}

}  // namespace hemero
