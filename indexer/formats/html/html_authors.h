#pragma once

#include <cstdint>
#include <optional>

#include "common/model/article.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/input/choice.h"
#include "indexer/prose/byline.h"

namespace hemero {

/// The first line that reads as a byline and says what is asked for, from a few before `element`, which holds the text,
/// to its end; nothing when there is none.
std::optional<Byline> find_byline(const HtmlPage& page, std::uint32_t element, bool (*says)(const Byline&));

/// The authors, from the first that names any of: JSON-LD, <meta>, microdata, elements marked as an author (hCard,
/// microformats 2, rel=author, classes), a byline in the text or near it.
void find_authors(const HtmlPage& page, const HtmlBody& body, Article& article, Choices& choices);

}  // namespace hemero
