#include "query/concordance/word_groups.h"

namespace hemero {

namespace {

/// Ids are given one after the other: whose are beyond this, a stranger made, and their words are in no group.
std::size_t greatest_id(std::size_t words) { return (std::size_t{16} << 20) + 16 * words; }

}  // namespace

WordGroups::WordGroups(Vocabulary& vocabulary) {
  vocabulary.each_group([this](std::string_view, const std::vector<std::uint32_t>& ids) {
    const auto group = static_cast<std::uint32_t>(starts_.size());
    starts_.push_back(surfaces_.size());
    for (const std::uint32_t id : ids) {
      if (id > greatest_id(surfaces_.size())) continue;
      if (id >= groups_.size()) groups_.resize(id + id / 2 + 1);
      groups_[id] = group;
      surfaces_.push_back(id);
    }
    return true;
  });
}

}  // namespace hemero
