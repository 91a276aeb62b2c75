#include "query/markup/page_request.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/request/shown_parameters.h"

namespace hemero {

namespace {

/// The place of a value among those that a parameter may have.
std::size_t place_of(const std::string& value, const Parameter& parameter) {
  return static_cast<std::size_t>(std::ranges::find(parameter.choices, value) - parameter.choices.begin());
}

/// True for one that only some pages have.
bool is_own(std::string_view name) {
  return shown_parameter(name) != nullptr && name != "sort" && name != "copies" && name != "page" && name != "lang";
}

/// A field of a form that was left empty says nothing.
bool is_left_empty(const Parameter& parameter, const std::string& value) {
  return value.empty() && (parameter.kind == Parameter::Kind::query || parameter.kind == Parameter::Kind::text);
}

void read_shown(const ShownParameter& parameter, const std::string& value, PageRequest& into) {
  if (is_left_empty(parameter, value)) return;
  if (!parameter.repeats && !into.own_value(parameter.name).empty())
    throw Error(ErrorCode::bad_data, message("“{}” is asked for twice", parameter.name));
  if (!may_be(parameter, value)) refuse_value(parameter, value);
  if (parameter.name == "sort")
    into.asked.request.order = static_cast<SortOrder>(place_of(value, parameter));
  else if (parameter.name == "copies")
    into.asked.request.collapse = value != "all";
  else if (parameter.name == "page")
    into.page = std::stoul(value);
  else if (parameter.name == "lang")
    into.language = value;
  else if (value != parameter.usual)
    into.own.emplace_back(parameter.name, value);
}

const ParameterNames& names_on_pages() {
  static const ParameterNames names = [] {
    ParameterNames made;
    static const std::vector<Parameter> of_search = search_parameters();
    for (const Parameter& parameter : of_search) made.emplace_back(parameter.name);
    for (const ShownParameter& parameter : shown_parameters())
      if (parameter.on_pages) made.emplace_back(parameter.name);
    return made;
  }();
  return names;
}

}  // namespace

std::string PageRequest::own_value(std::string_view name) const {
  const auto found = std::ranges::find(own, name, &AddressParameters::value_type::first);
  return found == own.end() ? std::string() : found->second;
}

std::vector<std::string> PageRequest::own_values(std::string_view name) const {
  std::vector<std::string> values;
  for (const auto& [said, value] : own)
    if (said == name) values.push_back(value);
  return values;
}

std::string PageRequest::value(std::string_view name) const {
  const std::string asked_for = own_value(name);
  return asked_for.empty() ? shown_parameter(name)->usual : asked_for;
}

std::uint64_t PageRequest::number(std::string_view name) const { return std::stoull(value(name)); }

PageRequest read_request(std::string_view query, const ParameterNames& names) {
  PageRequest request;
  request.asked.request.collapse = true;
  for (const auto& [name, value] : read_parameters(query)) {
    if (std::ranges::find(names, name) == names.end())
      throw Error(ErrorCode::bad_data, message("“{}” is nothing that a search asks for", name + "=" + value),
                  message("there are {}", fmt::format("{}", fmt::join(names, ", "))));
    if (const ShownParameter* shown = shown_parameter(name))
      read_shown(*shown, value, request);
    else
      read_parameter(name, value, request.asked);
  }
  return request;
}

PageRequest read_page_request(std::string_view query) {
  PageRequest request = read_request(query, names_on_pages());
  request.asked.request.limit = hits_a_page;
  request.asked.request.offset = (request.page - 1) * hits_a_page;
  return request;
}

AddressParameters parameters_of(const PageRequest& request) {
  AddressParameters parameters = address_parameters(request.asked);
  if (request.asked.request.order != SortOrder::relevance)
    parameters.emplace_back("sort", request.asked.request.order == SortOrder::newest ? "newest" : "oldest");
  if (!request.asked.request.collapse) parameters.emplace_back("copies", "all");
  parameters.insert(parameters.end(), request.own.begin(), request.own.end());
  if (request.page > 1) parameters.emplace_back("page", std::to_string(request.page));
  if (!request.language.empty()) parameters.emplace_back("lang", request.language);
  return parameters;
}

AddressParameters language_of(const PageRequest& request) {
  if (request.language.empty()) return {};
  return {{"lang", request.language}};
}

AddressParameters without(AddressParameters parameters, std::initializer_list<std::string_view> names) {
  std::erase_if(parameters, [&](const auto& each) { return std::ranges::find(names, each.first) != names.end(); });
  return parameters;
}

AddressParameters with(AddressParameters parameters, std::string name, std::string value) {
  parameters = without(std::move(parameters), {"page"});
  parameters.emplace_back(std::move(name), std::move(value));
  return parameters;
}

AddressParameters without_own(AddressParameters parameters) {
  std::erase_if(parameters, [](const auto& each) { return is_own(each.first); });
  return parameters;
}

std::string parameter_text(const std::string& name, const std::string& value) {
  if (name == "from") return message("from {}", value);
  if (name == "to") return message("until {}", value);
  if (name.starts_with("not-")) return message("without {}", value);
  if (name == "without") return message("without {}", translated(value));
  if (name == "match") return value == "any" ? message("some of the words") : message("all of the words");
  if (value == "1") return name;
  return value;
}

std::size_t choice(const PageRequest& request, std::string_view name) {
  return place_of(request.value(name), *shown_parameter(name));
}

std::string address_of(std::string_view path, const AddressParameters& parameters) {
  return parameters.empty() ? std::string(path) : fmt::format("{}?{}", path, to_address(parameters));
}

}  // namespace hemero
