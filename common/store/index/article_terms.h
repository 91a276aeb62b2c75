#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/store/index/index_writer.h"

namespace hemero {

/// What the index is given of an article beside the words of its text: the terms of its author, source, date and other
/// short fields (field.h has their prefixes, index_format.h their shapes).
IndexedVersion article_terms(VersionId version, const Article& article);

/// The words of a short value (an author, a source), folded: what its terms and the queries on them are made of.
std::vector<std::string> name_words(std::string_view name);

}  // namespace hemero
