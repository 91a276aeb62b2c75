#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/choice.h"
#include "indexer/input/record.h"

namespace hemero {

/// The first child that says something under one of these names; null when there is none.
const XmlElement* first_of(const XmlElement& element, std::initializer_list<std::string_view> names);

/// Every different line under these names, in order.
void add_lines(std::vector<std::string>& lines, const XmlElement& element,
               std::initializer_list<std::string_view> names);

/// What every XML format ends with: the key of last resort, and the refusal of what has neither title nor text.
std::variant<Article, Skip> finished(Article article, const Record& record);

}  // namespace hemero
