#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/dates/date.h"
#include "tests/unit/store/small_archive.h"

namespace hemero {

/// An article of a test, as short as can be. Paragraphs of the text are separated by a line feed; one that starts with
/// "# " is a heading, one that starts with "% " debris.
struct Piece {
  std::string key = {};
  std::string title = {};
  std::string text = {};
  std::string lead = {};
  std::string date = {};
  std::string source = {};
  std::string author = {};
  std::string section = {};
  std::string keyword = {};
  std::string url = {};
};

inline Article to_article(const Piece& piece) {
  Article article;
  article.key = piece.key;
  article.title = piece.title;
  article.language = "fr";
  article.date = parse_iso_date(piece.date);
  article.source = piece.source;
  if (!piece.author.empty()) article.authors = {piece.author};
  article.section = piece.section;
  if (!piece.keyword.empty()) article.keywords = {piece.keyword};
  article.url = piece.url;
  if (!piece.lead.empty()) append_zone(article, ZoneKind::lead, piece.lead);
  std::string_view rest = piece.text;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    std::string_view paragraph = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    ZoneKind kind = ZoneKind::paragraph;
    if (paragraph.starts_with("# ")) kind = ZoneKind::heading;
    if (paragraph.starts_with("% ")) kind = ZoneKind::debris;
    if (kind != ZoneKind::paragraph) paragraph.remove_prefix(2);
    append_zone(article, kind, paragraph);
  }
  return article;
}

/// What every archive of some size prints: letters that stand alone and fold like elided words (d’, l’, qu’).
inline Piece bare_letters() {
  return {.key = "letters", .title = "C, D, J", .text = "L M N S T Qu c d j l m n s t qu."};
}

/// An archive of some pieces, and of bare letters, in a folder of its own, open for reading.
class PressArchive {
 public:
  explicit PressArchive(const std::vector<Piece>& pieces) : folder_{temporary_ / "archive"} {
    std::vector<Article> articles;
    for (const Piece& piece : pieces) articles.push_back(to_article(piece));
    articles.push_back(to_article(bare_letters()));
    add(folder_, articles);
    reader_ = std::make_unique<ArchiveReader>(folder_);
  }

  ArchiveReader& reader() { return *reader_; }

 private:
  TemporaryFolder temporary_;
  ArchiveFolder folder_;
  std::unique_ptr<ArchiveReader> reader_;
};

}  // namespace hemero
