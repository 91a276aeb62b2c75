#include "indexer/ingest/textless_files.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"

namespace hemero {

std::optional<std::string> TextlessFiles::next(const Article& article, const std::vector<LeftOut>& left_out) {
  std::optional<std::string> told;
  if (article.path != path_) told = finish();
  path_ = article.path;
  has_text_ = has_text_ || !article.text.empty();
  for (const LeftOut& key : left_out) left_out_[key.name] += key.bytes;
  return told;
}

std::optional<std::string> TextlessFiles::finish() {
  const auto names = std::exchange(left_out_, {});
  const std::string path = std::exchange(path_, {});
  if (std::exchange(has_text_, false) || names.empty()) return std::nullopt;
  std::string list;
  for (const auto& [name, bytes] : names) list += fmt::format("{}“{}”", list.empty() ? "" : ", ", name);
  const auto longest =
      std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return message("{}: its articles have titles and no text; left out: {}. Where “{}” is the text: --map 'text={}'",
                 path, list, longest->first, longest->first);
}

}  // namespace hemero
