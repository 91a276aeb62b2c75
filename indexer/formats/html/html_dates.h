#pragma once

#include <string>

#include "common/model/article.h"
#include "indexer/formats/html/html_page.h"
#include "indexer/input/choice.h"

namespace hemero {

/// The date of publication, by the first rule that gives one: JSON-LD, article:published_time and its kin, itemprop
/// datePublished, <time>, the address, a byline in French. Dates of update are told in the choices alone ("updated"),
/// and never taken for the date of publication.
void find_dates(const HtmlPage& page, const HtmlBody& body, Article& article, Choices& choices);

}  // namespace hemero
