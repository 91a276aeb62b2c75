#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/markup/html.h"
#include "query/request/request_address.h"

namespace hemero {

/// The names of a reader's dossiers; nothing where nothing can be kept.
using KeptNames = std::optional<std::vector<std::string>>;

// Forms of what a reader keeps. Each is sent to `address` by POST.

/// A form that has begun, with what it sends unseen; to be closed.
void open_form(Html& html, const std::string& address, const AddressParameters& unseen);

/// One of a button alone.
void add_button(Html& html, const std::string& address, const AddressParameters& unseen, const std::string& told);

/// A line to type in, below its label. `id` is the page's own for it; `list` the id of what may be chosen, or empty.
struct FormLine {
  std::string id;
  std::string name;
  std::string label;
  std::string value = {};
  std::string list = {};
  bool required = false;
};
void add_line(Html& html, const FormLine& line);

/// The forms that keep a search, and all that it finds. `language` is what their addresses say of it.
void add_search_forms(Html& html, const std::string& request, const AddressParameters& language,
                      const std::vector<std::string>& dossiers);

/// The form that puts an article into a dossier.
void add_article_form(Html& html, std::uint32_t article, const AddressParameters& language,
                      const std::vector<std::string>& dossiers);

}  // namespace hemero
