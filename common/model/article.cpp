#include "common/model/article.h"

namespace hemero {

std::string_view zone_name(ZoneKind kind) {
  switch (kind) {
    case ZoneKind::lead:
      return "lead";
    case ZoneKind::heading:
      return "heading";
    case ZoneKind::paragraph:
      return "paragraph";
    case ZoneKind::debris:
      return "debris";
  }
  return "";
}

std::optional<ZoneKind> zone_kind(std::string_view name) {
  for (const ZoneKind kind : {ZoneKind::lead, ZoneKind::heading, ZoneKind::paragraph, ZoneKind::debris})
    if (name == zone_name(kind)) return kind;
  return std::nullopt;
}

void append_zone(Article& article, ZoneKind kind, std::string_view text) {
  if (!article.text.empty()) article.text += '\n';
  const auto begin = static_cast<std::uint32_t>(article.text.size());
  article.text += text;
  article.zones.push_back({kind, begin, static_cast<std::uint32_t>(article.text.size())});
}

std::string joined_zones(const Article& article, std::optional<ZoneKind> kind) {
  std::string joined;
  for (const Zone& zone : article.zones) {
    if (kind ? zone.kind != *kind : zone.kind == ZoneKind::debris) continue;
    if (!joined.empty()) joined += '\n';
    joined += article.zone_text(zone);
  }
  return joined;
}

}  // namespace hemero
