#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/xml/xml_element.h"

namespace hemero {

/// The names in a signature as feeds print it, without mail addresses, whichever of the two stands in brackets:
/// "redaction@journal.example (Claire Vasseur)", "Claire Vasseur <redaction@journal.example>". Several names are
/// parted. None where nothing but an address is said.
std::vector<std::string> names_beside_addresses(std::string_view signature);

/// Who signs an item of a feed: dc:creator, author, atom:author and their like, else the authors of an Atom feed.
std::vector<std::string> feed_authors(const XmlElement& item, const XmlElement& head);

}  // namespace hemero
