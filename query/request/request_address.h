#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/model/search_request.h"
#include "query/request/parameter.h"

namespace hemero {

/// A search as somebody asks for it.
struct AskedSearch {
  SearchRequest request;
  bool synonyms = false;  ///< the archive's own as well
};

/// All that an address may ask of a search, in the order in which addresses have it: first the query and how its words
/// are read, from "from" on what restricts the articles.
std::vector<Parameter> search_parameters();

/// The help of one of these, for the option of its name.
std::string search_help(std::string_view name);

/// Which articles a search means, as the query of an address: "q=gr%C3%A8ve&from=2019&source=Le%20Monde". Names are
/// those of options; what is as usual is left out, the others stand in one order, so that equal requests have equal
/// addresses. How articles are shown is not part of it. UTF-8, percent-encoded (RFC 3986, section 2.1).
std::string to_address(const AskedSearch& asked);

/// Names and values as such a text has them, not encoded.
using AddressParameters = std::vector<std::pair<std::string, std::string>>;

/// What to_address() tells of a search.
AddressParameters address_parameters(const AskedSearch& asked);

/// Such names and values as the query of an address.
std::string to_address(const AddressParameters& parameters);

/// The names and values of such a text, whatever they are. Throws Error (bad_data) where it is none.
AddressParameters read_parameters(std::string_view address);

/// The search that such a text asks for; "+" is a blank too. Throws Error (bad_data) for names and values that are
/// none.
AskedSearch from_address(std::string_view address);

/// Reads such a text into a search: how its articles are shown is left as it is.
void read_address(std::string_view address, AskedSearch& into);

/// Reads one of the names and its value into a search. Throws Error (bad_data).
void read_parameter(const std::string& name, const std::string& value, AskedSearch& into);

/// The same search as one types it behind the name of a command: "--from 2019 --source 'Le Monde' grève".
std::string to_arguments(const AskedSearch& asked);

}  // namespace hemero
