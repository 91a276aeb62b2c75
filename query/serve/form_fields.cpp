#include "query/serve/form_fields.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/options/user_data_option.h"

namespace hemero {

namespace {

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string_view()
                                         : text.substr(begin, text.find_last_not_of(blanks) + 1 - begin);
}

}  // namespace

FormFields::FormFields(const HttpRequest& request) {
  const std::vector<std::string_view> types = request.header("content-type");
  if (types.size() != 1 || without_blanks(types.front().substr(0, types.front().find(';'))) != form_type)
    throw Error(ErrorCode::bad_data, message("What is to be kept is sent by a form."), std::string(form_type));
  fields_ = read_parameters(request.body);
}

std::string FormFields::operator[](std::string_view name) const {
  const auto found = std::ranges::find(fields_, name, &AddressParameters::value_type::first);
  return found == fields_.end() ? std::string() : found->second;
}

std::string FormFields::name(std::string_view field) const {
  std::string name(without_blanks((*this)[field]));
  require_name(name);
  return name;
}

std::vector<std::string> FormFields::names(std::string_view field) const {
  std::vector<std::string> names;
  const std::string typed = (*this)[field];
  for (std::string_view left = typed; !left.empty();) {
    const std::size_t comma = std::min(left.find(','), left.size());
    const std::string name(without_blanks(left.substr(0, comma)));
    left.remove_prefix(std::min(comma + 1, left.size()));
    if (name.empty()) continue;
    require_name(name);
    names.push_back(name);
  }
  return names;
}

HttpResponse see_page(const std::string& address) {
  HttpResponse response{303, {}};
  response.headers.emplace_back("Location", address);
  return response;
}

void refuse_form(const FormFields& fields) {
  throw Error(ErrorCode::bad_data, message("“{}” is nothing that a search asks for", "do=" + fields["do"]));
}

}  // namespace hemero
