#pragma once

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "common/base/byte_input.h"
#include "indexer/formats/xml/xml_element.h"
#include "indexer/input/article_extractor.h"
#include "indexer/input/input_limits.h"

namespace hemero {

/// Shows each part of a zip that is one document, in the order in which they stand. A part that is not read is passed
/// over. Ends early when the visitor tells a fault. Throws what Container does.
using PartVisitor = std::function<std::optional<FileFault>(std::string_view name, ByteInput& part)>;
std::optional<FileFault> visit_parts(ByteInput& document, const InputLimits& limits, const PartVisitor& visit);

/// Shows each element of these names in a part that is XML, with all that is inside. A part that is broken is a fault.
std::optional<FileFault> visit_elements(ByteInput& part, std::vector<std::string_view> names, const InputLimits& limits,
                                        const std::function<void(const XmlElement&)>& visit);

}  // namespace hemero
