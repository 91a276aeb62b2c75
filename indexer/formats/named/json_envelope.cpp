#include "indexer/formats/named/json_envelope.h"

#include <algorithm>
#include <array>

#include "indexer/formats/named/field_keys.h"
#include "indexer/formats/named/json_scan.h"

namespace hemero {

namespace {

/// What services call their lists of articles, and objects around these.
constexpr std::array list_names = std::to_array<std::string_view>(
    {"articles", "data",    "docs",  "documents", "entries", "hits",    "items", "records", "results",  "response",
     "result",   "stories", "posts", "news",      "rows",    "list",    "nodes", "edges",   "member",   "hydra:member",
     "item",     "entry",   "value", "payload",   "feed",    "channel", "rss",   "objects", "bookmarks"});

/// An export of Ghost is a list of one database, whose posts are one of its tables.
constexpr std::string_view databases = "db";

bool is_list_name(std::string_view name) {
  return std::find(list_names.begin(), list_names.end(), name) != list_names.end();
}

bool is_text_name(std::string_view name) {
  const auto known = known_key(name);
  return known && known->field == "text";
}

/// The beginning of a JSON object, member by member.
class Members {
 public:
  explicit Members(std::string_view head) : head_(head) {}

  std::size_t at() const { return at_; }

  /// Goes past blanks, and past a sign when it stands there; false when it does not.
  bool take(char sign) {
    skip_blanks();
    if (at_ == head_.size() || head_[at_] != sign) return false;
    ++at_;
    return true;
  }

  /// The name of the next member, without its quotes and behind it the colon; empty when there is none.
  std::string_view take_name() {
    while (take(',') || take('}')) continue;
    if (!take('"')) return {};
    const std::size_t end = std::min(head_.find('"', at_), head_.size());
    const std::string_view name = head_.substr(at_, end - at_);
    at_ = std::min(end + 1, head_.size());
    return take(':') ? name : std::string_view();
  }

  void skip_value() {
    JsonValueScan scan;
    skip_blanks();
    at_ += scan.advance(head_.substr(at_));
  }

 private:
  void skip_blanks() { at_ = std::min(head_.find_first_not_of(json_blanks, at_), head_.size()); }

  std::string_view head_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<std::size_t> find_enveloped_array(std::string_view head) {
  const std::string_view mark = head.starts_with("\xEF\xBB\xBF") ? head.substr(0, 3) : std::string_view();
  Members members(head.substr(mark.size()));
  if (!members.take('{')) return std::nullopt;
  while (true) {
    const std::string_view name = members.take_name();
    if (name.empty() || is_text_name(name)) return std::nullopt;
    const bool list = is_list_name(name);
    if (list && members.take('{')) continue;  // {"response": {"docs": […]}}
    if (name == databases && members.take('[') && members.take('{')) continue;
    if (list && members.take('[')) {
      const std::size_t bracket = members.at() - 1;
      if (members.take('{')) return mark.size() + bracket;
      return std::nullopt;
    }
    members.skip_value();
  }
}

}  // namespace hemero
