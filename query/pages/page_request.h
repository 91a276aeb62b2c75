#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/model/occurrences.h"
#include "query/request/request_address.h"

namespace hemero {

/// How many hits a page has.
inline constexpr std::size_t hits_a_page = 20;

/// What the query of a page's address asks for: which articles (request_address.h), and how they are shown: sort
/// (newest, oldest), copies=all, page (from 1), lang (fr, en); and what only some pages have (own).
struct PageRequest {
  AskedSearch asked;
  std::size_t page = 1;
  std::string language;  ///< as the address says; empty where it does not

  /// What only some pages have: lines, the order of a concordance (right, left, form, newest, oldest, source);
  /// name, of what the reader keeps.
  AddressParameters own = {};

  /// The first of these of a name; empty where the address has none.
  std::string own_value(std::string_view name) const;
};

/// Throws Error (bad_data).
PageRequest read_page_request(std::string_view query);

/// The same as names and values; what is as usual is left out.
AddressParameters parameters_of(const PageRequest& request);

/// What it says of the language, and nothing else.
AddressParameters language_of(const PageRequest& request);

/// The parameters without those of these names.
AddressParameters without(AddressParameters parameters, std::initializer_list<std::string_view> names);

/// The parameters with one more, on their first page.
AddressParameters with(AddressParameters parameters, std::string name, std::string value);

/// What a parameter that narrows a search is for people: "without AFP".
std::string parameter_text(const std::string& name, const std::string& value);

/// The order of lines that it asks for.
LineOrder line_order(const PageRequest& request);

/// "/recherche?q=loup"
std::string address_of(std::string_view path, const AddressParameters& parameters);

}  // namespace hemero
