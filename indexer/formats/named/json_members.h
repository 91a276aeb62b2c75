#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <simdjson.h>

#include "indexer/formats/named/field_keys.h"

namespace hemero {

/// A member of a record, or of an object around the record's fields.
struct JsonMember {
  std::string within;  ///< the path of that object with a point behind it, "_source."; empty for a member of the record
  std::string_view name;
  simdjson::dom::element value;
  std::optional<KnownKey> known;  ///< what its name means

  std::string path() const { return within + std::string(name); }
};

/// The members of a record in their order; behind them those of objects that only wrap its fields (key_names.h), and of
/// lists of one such object. Of a graph of JSON-LD the first object that has a title is looked through. Good until the
/// parser reads another record.
std::vector<JsonMember> members_of(simdjson::dom::object record, KeyMemory& keys);

}  // namespace hemero
