#include "query/concordance/word_groups.h"

#include <array>

#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

/// Ids are given one after the other: whose are beyond this, a stranger made, and their words are in no group.
std::size_t greatest_id(std::size_t words) { return (std::size_t{16} << 20) + 16 * words; }

/// 0 for no capital, 1 for one at the beginning, 2 for others.
std::size_t capitals_of(std::string_view surface) {
  std::size_t kind = 0;
  for (std::size_t at = 0; at < surface.size();) {
    const CodePoint c = code_point_at(surface, at);
    if (is_upper(c.value)) kind = at == 0 ? 1 : 2;
    at += c.size;
  }
  return kind;
}

std::array<std::vector<std::uint32_t>, 3> by_capitals(const std::vector<std::uint32_t>& ids, Vocabulary& vocabulary) {
  std::array<std::vector<std::uint32_t>, 3> alike;
  for (const std::uint32_t id : ids)
    if (const auto word = vocabulary.word(id)) alike[capitals_of(word->surface)].push_back(id);
  return alike;
}

}  // namespace

WordGroups::WordGroups(Vocabulary& vocabulary, bool capitals) {
  vocabulary.each_group([&](std::string_view, const std::vector<std::uint32_t>& ids) {
    if (!capitals || ids.size() < 2)
      add(ids);
    else
      for (const std::vector<std::uint32_t>& alike : by_capitals(ids, vocabulary)) add(alike);
    return true;
  });
}

void WordGroups::add(std::span<const std::uint32_t> ids) {
  if (ids.empty()) return;
  const auto group = static_cast<std::uint32_t>(starts_.size());
  starts_.push_back(surfaces_.size());
  for (const std::uint32_t id : ids) {
    if (id > greatest_id(surfaces_.size())) continue;
    if (id >= groups_.size()) groups_.resize(id + id / 2 + 1);
    groups_[id] = group;
    surfaces_.push_back(id);
  }
}

}  // namespace hemero
