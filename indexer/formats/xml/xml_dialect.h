#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/input/record.h"

namespace hemero {

/// The name of the first element of an XML file that begins so, without its prefix: "rss". Empty when it begins as no XML
/// file does.
std::string root_name(std::string_view head);

/// What an XML file holds, by its first element and the namespaces it names; nothing for what is not read.
std::optional<RecordFormat> xml_format_of(std::string_view head);

/// What the end of a name promises: .rss, .atom, .rdf, .nitf, .newsml.
std::optional<RecordFormat> xml_format_of_name(std::string_view extension);

/// The elements that are an article each; none for what is not XML.
std::vector<std::string_view> item_names(RecordFormat format);

}  // namespace hemero
