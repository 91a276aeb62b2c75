#pragma once

#include <variant>

#include "common/model/article.h"
#include "indexer/input/choice.h"
#include "indexer/input/record.h"

namespace hemero {

/// An article of a page exported from Europresse (Eureka.cc): the layouts with <article> (since 2013) and without.
std::variant<Article, Skip> read_europresse(const Record& record, Choices& choices);

/// Exports of Europresse.
extern const Format europresse_format;

}  // namespace hemero
