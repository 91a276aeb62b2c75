#include "indexer/ingest/left_out_notes.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "indexer/formats/named/key_names.h"

namespace hemero {

namespace {

/// Columns that count the rows (plain_key): nobody misses them.
bool counts_rows(const std::string& name) {
  constexpr std::array<std::string_view, 9> counters{"n",      "no",    "nr",  "num", "numero",
                                                     "number", "ligne", "row", "rang"};
  return std::find(counters.begin(), counters.end(), plain_key(name)) != counters.end();
}

}  // namespace

std::optional<std::string> LeftOutNotes::next(const Article& article, const std::vector<LeftOut>& left_out) {
  std::optional<std::string> told;
  if (article.path != path_) told = finish();
  path_ = article.path;
  has_text_ = has_text_ || !article.text.empty();
  has_title_ = has_title_ || !article.title.empty();
  has_date_ = has_date_ || article.date.has_value();
  for (const LeftOut& part : left_out) {
    if (part.bytes == 0) continue;
    Use& use = left_out_[part.name];
    use.bytes += part.bytes;
    use.only_dates = use.only_dates && part.is_date;
    use.is_column = part.is_column;
  }
  return told;
}

std::optional<std::string> LeftOutNotes::finish() {
  std::optional<std::string> told;
  if (const auto names = told_names(); !names.empty())
    told = message("{}: left out: {}", path_, quoted_names(names)) + hint();
  *this = {};
  return told;
}

/// What says most comes first.
std::vector<std::string> LeftOutNotes::told_names() const {
  const bool lacks = !has_text_ || !has_title_ || !has_date_;
  std::vector<std::string> names;
  for (const auto& [name, use] : left_out_)
    if (!has_text_ || (lacks && !use.is_column) || (use.is_column && !counts_rows(name))) names.push_back(name);
  std::stable_sort(names.begin(), names.end(),
                   [&](const auto& a, const auto& b) { return left_out_.at(a).bytes > left_out_.at(b).bytes; });
  return names;
}

/// The --map that would use what is left out.
std::string LeftOutNotes::hint() const {
  const auto named = [](const char* field, const std::string& name) {
    return std::string(" --map '") + field + "=" + name + "'";
  };
  if (!has_text_) {
    const std::string longest = told_names().front();
    return message(". No article has a text. Where “{}” is the text:", longest) + named("text", longest);
  }
  if (!has_date_) {
    const auto date =
        std::find_if(left_out_.begin(), left_out_.end(), [](const auto& use) { return use.second.only_dates; });
    if (date != left_out_.end())
      return message(". No article has a date. Where “{}” is the date:", date->first) + named("date", date->first);
  }
  return message(". --map FIELD=NAME takes one of them");
}

}  // namespace hemero
