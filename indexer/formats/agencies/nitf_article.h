#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/formats/xml/xml_element.h"
#include "indexer/input/record.h"

namespace hemero {

/// A NITF document → an article, or why not. Its key is the id-string of its doc-id, else "path:number".
std::variant<Article, Skip> read_nitf(const Record& record);

/// Fills what the article does not have yet from a <nitf>: title, date, authors, source, section, keywords; and the
/// text.
void add_nitf(Article& article, const XmlElement& nitf);

/// NITF.
extern const Format nitf_format;

}  // namespace hemero
