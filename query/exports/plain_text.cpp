#include "query/exports/plain_text.h"

#include "common/text/characters/one_line.h"

namespace hemero {

std::string plain_text(const Article& article) {
  std::string text;
  const auto add = [&text](std::string_view line) {
    if (!line.empty()) text += one_line(line) + "\n";
  };
  add(article.title);
  for (const Zone& zone : article.zones)
    if (zone.kind != ZoneKind::debris) add(article.zone_text(zone));
  return text;
}

}  // namespace hemero
