#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/choice.h"
#include "indexer/input/record.h"

namespace hemero {

/// A page of a MediaWiki export: its latest revision. Redirects and what is no article (talk, templates, files) are
/// skips.
std::variant<Article, Skip> read_wiki_page(const Record& record, Choices& choices);

/// Exports of MediaWiki.
extern const Format mediawiki_format;

}  // namespace hemero
