#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/markup/http.h"
#include "query/request/request_address.h"

namespace hemero {

/// What a form sent (application/x-www-form-urlencoded, WHATWG URL, section 5).
class FormFields {
 public:
  /// Throws Error (bad_data) where it is something else.
  explicit FormFields(const HttpRequest& request);

  /// The first of a name; empty where there is none.
  std::string operator[](std::string_view name) const;

  /// One that must be the name of something that is kept. Throws Error (usage).
  std::string name(std::string_view field) const;

  /// The parts of one that are separated by commas, without blanks around them and empty ones. Throws Error (usage)
  /// where one is no name.
  std::vector<std::string> names(std::string_view field) const;

 private:
  AddressParameters fields_;
};

/// Sent on to the page that shows what was changed.
HttpResponse see_page(const std::string& address);

/// What a form asks to be done is nothing that this page does. Throws Error (bad_data).
[[noreturn]] void refuse_form(const FormFields& fields);

}  // namespace hemero
