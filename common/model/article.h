#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/date.h"

namespace hemero {

/// The number a reader knows an article by; given once, never reused.
enum class ArticleId : std::uint32_t {};

/// The number of one version of an article; given once, never reused. It is also the version's docid in the index.
enum class VersionId : std::uint32_t {};

/// What a stretch of an article's text is. Debris is what the page carried beside the article (menus, forms, links to
/// other articles): kept, but neither searched by default nor shown.
enum class ZoneKind : std::uint8_t { lead, heading, paragraph, debris };

/// The zone's name in JSON and in the archive.
std::string_view zone_name(ZoneKind kind);

/// The kind of that name; nothing when there is none.
std::optional<ZoneKind> zone_kind(std::string_view name);

/// One block of text: a zone never holds part of a paragraph, and phrases never cross its ends.
struct Zone {
  ZoneKind kind = ZoneKind::paragraph;
  std::uint32_t begin = 0;  ///< byte offsets in Article::text, end exclusive
  std::uint32_t end = 0;

  bool operator==(const Zone&) const = default;
};

/// A news piece: fields and text. All strings are valid UTF-8.
struct Article {
  std::string key;  ///< its own id, else its URL, else its path; tells versions of one article from other articles
  std::string title;
  std::optional<Date> date;  ///< of publication
  std::string date_text;     ///< the date as the record gave it
  std::vector<std::string> authors;
  std::string source;
  std::string section;
  std::string language;
  std::string url;
  std::string path;  ///< where the record was read
  std::vector<std::string> keywords;
  std::optional<double> ocr_confidence;  ///< mean certainty of words that a machine read from print, 0 to 1
  std::string text;                      ///< lead, body and debris as printed; zones are separated by a line feed
  std::vector<Zone> zones;               ///< in order, not overlapping

  static constexpr int decimals = 3;  ///< that are kept of a number

  std::string_view zone_text(const Zone& zone) const {
    return std::string_view(text).substr(zone.begin, zone.end - zone.begin);
  }
};

/// Appends a zone and its text to the article.
void append_zone(Article& article, ZoneKind kind, std::string_view text);

/// The texts of the article's zones of one kind, or of all kinds but debris when `kind` is empty, joined by line feeds.
std::string joined_zones(const Article& article, std::optional<ZoneKind> kind);

}  // namespace hemero
