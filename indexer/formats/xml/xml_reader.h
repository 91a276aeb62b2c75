#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "common/base/byte_input.h"
#include "indexer/formats/xml/xml_element.h"
#include "indexer/input/input_limits.h"

namespace hemero {

/// One article's element, and what stood before the first one of its file.
struct XmlItem {
  XmlElement element;
  std::shared_ptr<const XmlElement> head;  ///< the root, without items: title and language of a feed
  std::uint64_t number = 0;                ///< of the item in its file, from 1
  std::uint64_t line = 0;
  std::size_t size = 0;  ///< bytes it takes, roughly
};

/// Why there is no item at this place.
struct XmlFault {
  const char* reason = nullptr;
  std::string message;
  std::uint64_t line = 0;
  bool last = false;  ///< nothing behind it can be read
};

/// Reads an XML file item by item: the elements of the names given (xml_names.h), with all that is inside. What is
/// larger than an article can be is passed over. Where the file is not well-formed and cannot be mended, the item is
/// lost that stands there, and reading goes on where the next one begins.
/// Nothing is loaded from anywhere, and no entity of a file is expanded: a file that declares one is refused, one
/// that names parts of its DTD elsewhere is read without them. Entities that HTML knows are read, unknown ones stay as
/// written.
class XmlReader {
 public:
  /// `input` must outlive the reader. `items_nest`: one may stand inside of another, and belongs to it.
  XmlReader(ByteInput& input, std::vector<std::string_view> items, const InputLimits& limits = {},
            bool items_nest = false);
  ~XmlReader();

  /// The next item or fault; nothing at the end. Throws what ByteInput::read throws.
  std::optional<std::variant<XmlItem, XmlFault>> next();

  /// Bytes of the (decompressed) input read so far.
  std::uint64_t offset() const;

 private:
  struct Parser;
  std::unique_ptr<Parser> parser_;
};

}  // namespace hemero
