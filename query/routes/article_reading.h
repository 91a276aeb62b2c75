#pragma once

#include <optional>
#include <string_view>
#include <variant>

#include "query/markup/error_page.h"
#include "query/pages/article_frame.h"
#include "query/passages/article_marks.h"
#include "query/serve/page_reading.h"

namespace hemero {

/// A request for something of an article that is there.
struct ArticleReading {
  PageReading& reading;
  StoredArticle stored;        ///< its current version
  std::string_view rest = {};  ///< of the path, behind what names the page: "2" of "/article/42/version/2"

  ArchiveReader& archive() const { return reading.reader.archive; }

  /// What its pages know, when they show this version of it.
  ArticlePlace place(const Article& shown) const;

  /// Where the words that are asked for stand in a version of it.
  std::optional<ArticleMarks> marks_in(const Article& shown) const;
};

/// A number that is all of a text.
std::optional<std::uint32_t> whole_number(std::string_view text);

/// The article of a number, or why it is not to be had: it is damaged, or was removed, when and why, or there never was
/// one.
std::variant<StoredArticle, Refusal> find_article(PageReading& reading, ArticleId number);

}  // namespace hemero
