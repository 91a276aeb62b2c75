#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/formats/html/choice.h"
#include "indexer/input/record.h"

namespace hemero {

/// An article of a page exported from Europresse (Eureka.cc): the layouts with <article> (since 2013) and without.
std::variant<Article, Skip> read_europresse(const Record& record, Choices& choices);

}  // namespace hemero
