#include "common/store/catalogue/place.h"

#include <fmt/format.h>

namespace hemero {

namespace {

bool is_made_of(std::string_view text, std::string_view signs) {
  return !text.empty() && text.find_first_not_of(signs) == std::string_view::npos;
}

/// What stands behind the last `sign` of a place; empty when there is none.
std::string_view behind(std::string_view place, char sign) {
  const auto at = place.rfind(sign);
  return at == std::string_view::npos ? std::string_view() : place.substr(at + 1);
}

}  // namespace

std::string_view file_of_place(std::string_view place) {
  const auto drop = [&](std::string_view part) { place.remove_suffix(part.size() + 1); };
  if (const auto mark = behind(place, '~'); mark.size() >= place_mark_digits && is_made_of(mark, "0123456789abcdef"))
    drop(mark);
  if (const auto number = behind(place, ':'); is_made_of(number, "0123456789")) drop(number);
  if (const auto id = behind(place, '#'); !id.empty() && place.find(".xml") < place.size() - id.size()) drop(id);
  return place;
}

bool is_place(std::string_view key, std::string_view path) {
  const std::string_view file = file_of_place(key);
  if (!path.ends_with(file)) return false;
  return path.size() == file.size() || path[path.size() - file.size() - 1] == '/';
}

bool is_same_article(const Article& read, std::string_view key) {
  const std::string_view file = file_of_place(read.key);
  const std::string_view other = file_of_place(key);
  const auto name = [](std::string_view path) { return path.substr(path.rfind('/') + 1); };
  return file == other || (!read.text.empty() && (read.date || name(file) == name(other)));
}

std::string purged_content(const Hash128& content) { return fmt::format("content:{:02x}", fmt::join(content, "")); }

std::string purged_content_of_file(std::string_view place, const Hash128& content) {
  return fmt::format("{} {}", purged_content(content), file_of_place(place));
}

}  // namespace hemero
