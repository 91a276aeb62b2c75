#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/request/request_address.h"

namespace hemero {

/// How many hits a page has.
inline constexpr std::size_t hits_a_page = 20;

/// What the query of an address asks for: which articles (request_address.h), and how they are shown
/// (shown_parameters.h).
struct PageRequest {
  AskedSearch asked;
  std::size_t page = 1;
  std::string language = {};  ///< as the address says; empty where it does not

  /// What only some pages and programs ask for, and how many articles or lines there are (limit), by the table in
  /// shown_parameters.cpp; what is as usual is not among it.
  AddressParameters own = {};

  /// The first of these of a name; empty where the address has none, or the usual one.
  std::string own_value(std::string_view name) const;

  /// The same, but for what is not asked for its usual value.
  std::string value(std::string_view name) const;

  /// All that the address has of a name.
  std::vector<std::string> own_values(std::string_view name) const;

  /// A number that is asked for, or its usual one.
  std::uint64_t number(std::string_view name) const;
};

/// The names of parameters.
using ParameterNames = std::vector<std::string_view>;

/// What may be asked for where only these names may be. Throws Error (bad_data), whose hint says what is possible.
PageRequest read_request(std::string_view query, const ParameterNames& names);

/// The same for a page, whose parameters links carry to others. Throws Error (bad_data).
PageRequest read_page_request(std::string_view query);

/// The same as names and values; what is as usual is left out.
AddressParameters parameters_of(const PageRequest& request);

/// What it says of the language, and nothing else.
AddressParameters language_of(const PageRequest& request);

/// The parameters without those of these names.
AddressParameters without(AddressParameters parameters, std::initializer_list<std::string_view> names);

/// The parameters with one more, on their first page.
AddressParameters with(AddressParameters parameters, std::string name, std::string value);

/// The parameters without what only some pages have: those for other pages of the same search.
AddressParameters without_own(AddressParameters parameters);

/// What a parameter that narrows a search is for people: "without AFP".
std::string parameter_text(const std::string& name, const std::string& value);

/// Which of the values that a parameter may have it asks for, counted from 0.
std::size_t choice(const PageRequest& request, std::string_view name);

/// The same, where they are those of an enumeration.
template <typename Enumeration>
Enumeration chosen(const PageRequest& request, std::string_view name) {
  return static_cast<Enumeration>(choice(request, name));
}

/// "/recherche?q=loup"
std::string address_of(std::string_view path, const AddressParameters& parameters);

}  // namespace hemero
