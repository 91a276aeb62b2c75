#pragma once

#include <cstdint>
#include <string>
#include <string_view>

/// Tables as the glass format of Xapian has them, written in the order of their keys. docs/format.md describes the
/// bytes ("The postings of a part").
namespace hemero::glass {

/// Appends a number so that the bytes sort as the numbers do: two bytes below 2^15, else 3 to 5, the first of which
/// says how many. It is never FF.
void append_sortable(std::string& out, std::uint32_t value);

/// Keys of the table of postings. They sort in this order: metadata, statistics of values, values, lengths, terms.
std::string metadata_key(std::string_view name);
std::string value_statistics_key();
std::string values_key(std::uint32_t first);

/// The key of a list of postings, or with an empty term that of the lengths of all documents: of its first chunk, …
std::string list_key(std::string_view term);

/// … and of a later one, which begins with the document `first`; `list` is the key of the first chunk.
std::string chunk_key(std::string_view list, std::uint32_t first);

}  // namespace hemero::glass
