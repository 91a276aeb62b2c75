#include "indexer/formats/named/json_lines.h"

#include "common/base/message.h"
#include "indexer/formats/named/export_line.h"

namespace hemero {

std::optional<SourceItem> JsonLines::next() {
  while (const auto line = lines_.next()) {
    if (line->text.find_first_not_of(" \t") == std::string_view::npos) continue;
    if (line->too_long)
      return Skip{reason::too_long,
                  message("the line is longer than {} MiB", longest_ >> 20),
                  path_,
                  line->number,
                  line->offset,
                  {},
                  false};
    Record record{std::string(line->text), path_, key_, line->number, line->offset};
    if (is_export_line(line->text)) record.format = &export_format;
    return record;
  }
  return std::nullopt;
}

}  // namespace hemero
