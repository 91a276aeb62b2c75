#include "indexer/formats/named/json_members.h"

#include <algorithm>
#include <utility>

#include "indexer/formats/named/key_names.h"

namespace hemero {

namespace {

using simdjson::dom::array;
using simdjson::dom::element;
using simdjson::dom::object;

constexpr int deepest = 4;  ///< wrappers in wrappers

class MemberReader {
 public:
  explicit MemberReader(KeyMemory& keys) : keys_(keys) {}

  /// What stands beside a wrapper goes before what is in it: a text before the metadata of the text.
  void read(object content, const std::string& within, int depth) {
    std::vector<std::pair<std::string, object>> wrapped;
    members_.reserve(members_.size() + content.size());
    for (const auto& [name, value] : content) {
      const auto inner = depth < deepest ? wrapped_in(name, value) : std::nullopt;
      if (inner)
        wrapped.emplace_back(within + std::string(name) + '.', *inner);
      else
        members_.push_back({within, name, value, keys_.of(name).known});
    }
    for (const auto& [path, inner] : wrapped) read(inner, path, depth + 1);
  }

  std::vector<JsonMember> take() { return std::move(members_); }

 private:
  bool has_title(object content) const {
    return std::any_of(content.begin(), content.end(), [&](const auto& member) {
      const auto& known = keys_.of(member.key).known;
      return known && known->field == "title";
    });
  }

  std::optional<object> wrapped_in(std::string_view name, element value) const {
    if ((!value.is_object() && !value.is_array()) || !is_wrapper(name)) return std::nullopt;
    object inner;
    array list;
    if (value.get(inner) == simdjson::SUCCESS) return inner;
    if (value.get(list) != simdjson::SUCCESS || (list.size() != 1 && name != "@graph")) return std::nullopt;
    for (const element part : list)
      if (part.get(inner) == simdjson::SUCCESS && (list.size() == 1 || has_title(inner))) return inner;
    return std::nullopt;
  }

  KeyMemory& keys_;
  std::vector<JsonMember> members_;
};

}  // namespace

std::vector<JsonMember> members_of(object record, KeyMemory& keys) {
  MemberReader reader(keys);
  reader.read(record, {}, 0);
  return reader.take();
}

}  // namespace hemero
