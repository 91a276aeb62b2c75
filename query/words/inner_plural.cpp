#include "query/words/inner_plural.h"

#include "common/text/fold.h"

namespace hemero {

namespace {

constexpr std::size_t shortest_part = 3;  ///< letters: « arc-en-ciel »
constexpr std::size_t shortest = 8;       ///< letters of a compound that is typed in one

bool is_plural(std::string_view folded) { return folded.ends_with('s') || folded.ends_with('x'); }

bool is_letters(std::string_view folded) {
  return folded.find_first_not_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

}  // namespace

std::vector<InnerPlural> inner_plurals(std::string_view folded) {
  if (folded.size() < shortest || !is_letters(folded)) return {};
  std::vector<InnerPlural> plurals;
  for (std::size_t part = shortest_part; part + shortest_part <= folded.size(); ++part) {
    if (is_plural(folded.substr(0, part))) continue;
    const std::string_view first = folded.substr(0, part);
    const char ending = first.ends_with("au") || first.ends_with("eu") ? 'x' : 's';  // « beaux-frères »
    const std::string inner = std::string(first) + ending + std::string(folded.substr(part));
    plurals.push_back({inner, part + 1});
    if (!is_plural(folded)) plurals.push_back({inner + 's', part + 1});
  }
  return plurals;
}

std::vector<std::string> without_inner_plural(std::string_view surface) {
  const std::size_t hyphen = surface.find('-');
  if (hyphen == std::string_view::npos) return {};
  std::string first = fold(surface.substr(0, hyphen));
  std::string rest = fold(surface.substr(hyphen));
  if (first.size() <= shortest_part || !is_plural(first) || rest.size() < shortest_part) return {};
  first.pop_back();
  std::vector<std::string> forms{first + rest};
  if (is_plural(rest)) forms.push_back(first + rest.substr(0, rest.size() - 1));
  return forms;
}

bool has_first_part(std::string_view surface, std::size_t folded_size) {
  const std::size_t hyphen = surface.find('-');
  return hyphen != std::string_view::npos && fold(surface.substr(0, hyphen)).size() == folded_size;
}

}  // namespace hemero
