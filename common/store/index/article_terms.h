#pragma once

#include "common/model/article.h"
#include "common/store/index/postings_writer.h"

namespace hemero {

/// What the index is given of an article beside the words of its text: the terms of its author, source, date and other
/// short fields (field.h has their prefixes, index_format.h their shapes).
IndexedVersion article_terms(VersionId version, const Article& article);

}  // namespace hemero
