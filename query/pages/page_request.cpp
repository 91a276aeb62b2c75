#include "query/pages/page_request.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <span>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::size_t most_pages = 10'000;
constexpr std::array<std::string_view, 6> line_orders{"right", "left", "form", "newest", "oldest", "source"};

/// A parameter that only some pages have, and the values that it may have; any where none is named.
struct OwnParameter {
  std::string_view name;
  std::span<const std::string_view> values = {};
};

constexpr std::array own_parameters{
    OwnParameter{"lines", line_orders},
    OwnParameter{"name"},
};

/// Null for a name that no page has.
const OwnParameter* own_parameter(std::string_view name) {
  const auto* found = std::ranges::find(own_parameters, name, &OwnParameter::name);
  return found == own_parameters.end() ? nullptr : found;
}

/// True for a parameter that is of how articles are shown. `is_sound` becomes false for a value that is none.
bool read_shown(const std::string& name, const std::string& value, PageRequest& into, bool& is_sound) {
  SearchRequest& request = into.asked.request;
  if (name == "sort") {
    request.order = value == "newest"   ? SortOrder::newest
                    : value == "oldest" ? SortOrder::oldest
                                        : SortOrder::relevance;
    is_sound = request.order != SortOrder::relevance || value == "relevance";
  } else if (name == "copies") {
    request.collapse = value != "all";
    is_sound = value == "all" || value == "collapse";
  } else if (name == "page") {
    const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), into.page);
    is_sound = error == std::errc() && end == value.data() + value.size() && into.page >= 1 && into.page <= most_pages;
  } else if (name == "lang") {
    into.language = value;
    is_sound = value == "fr" || value == "en";
  } else if (const OwnParameter* own = own_parameter(name)) {
    into.own.emplace_back(name, value);
    is_sound = own->values.empty() || std::ranges::find(own->values, value) != own->values.end();
  } else {
    return false;
  }
  return true;
}

}  // namespace

std::string PageRequest::own_value(std::string_view name) const {
  const auto found = std::ranges::find(own, name, &AddressParameters::value_type::first);
  return found == own.end() ? std::string() : found->second;
}

PageRequest read_page_request(std::string_view query) {
  PageRequest request;
  request.asked.request.collapse = true;
  for (const auto& [name, value] : read_parameters(query)) {
    bool is_sound = true;
    if (!read_shown(name, value, request, is_sound)) read_parameter(name, value, request.asked);
    if (!is_sound)
      throw Error(ErrorCode::bad_data, message("“{}” is nothing that a search asks for", name + "=" + value));
  }
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

std::string parameter_text(const std::string& name, const std::string& value) {
  if (name == "from") return message("from {}", value);
  if (name == "to") return message("until {}", value);
  if (name.starts_with("not-")) return message("without {}", value);
  if (name == "without") return message("without {}", translated(value));
  if (name == "match") return value == "any" ? message("some of the words") : message("all of the words");
  if (value == "1") return name;
  return value;
}

LineOrder line_order(const PageRequest& request) {
  const auto* named = std::ranges::find(line_orders, request.own_value("lines"));
  return named == line_orders.end() ? LineOrder::right : static_cast<LineOrder>(named - line_orders.begin());
}

std::string address_of(std::string_view path, const AddressParameters& parameters) {
  return parameters.empty() ? std::string(path) : fmt::format("{}?{}", path, to_address(parameters));
}

}  // namespace hemero
