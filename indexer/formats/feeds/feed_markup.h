#pragma once

#include <string>

#include "indexer/formats/xml/xml_element.h"

namespace hemero {

/// What an element of a feed holds as HTML: elements of XHTML inside it, else its text, which is HTML itself unless it
/// says that it is not (Atom: type, mode). Base64 (RFC 4648) is undone; what it holds is no text when it is no UTF-8.
std::string markup_in(const XmlElement& element);

}  // namespace hemero
