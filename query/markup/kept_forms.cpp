#include "query/markup/kept_forms.h"

#include "common/base/message.h"
#include "query/markup/page_request.h"

namespace hemero {

namespace {

/// What may be chosen of a line.
void add_choices(Html& html, const std::string& id, const std::vector<std::string>& names) {
  html.open("datalist", {{"id", id}});
  for (const std::string& name : names) html.element("option", {{"value", name}}, "");
  html.close();
}

void add_dossier_lines(Html& html, const std::vector<std::string>& dossiers) {
  add_line(html,
           {"dossier-name", "name", message("dossier, a new one or one that there is"), {}, "dossier-names", true});
  add_choices(html, "dossier-names", dossiers);
  add_line(html, {"dossier-tags", "tags", message("tags, with commas between them")});
  add_line(html, {"dossier-note", "note", message("note")});
}

}  // namespace

void open_form(Html& html, const std::string& address, const AddressParameters& unseen) {
  html.open("form", {{"method", "post"}, {"action", address}});
  for (const auto& [name, value] : unseen) html.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

void add_button(Html& html, const std::string& address, const AddressParameters& unseen, const std::string& told) {
  open_form(html, address, unseen);
  html.element("button", told).close();
}

void add_line(Html& html, const FormLine& line) {
  html.element("label", {{"for", line.id}}, line.label);
  html.single("input", {{"id", line.id},
                        {"name", line.name},
                        {"value", line.value},
                        {"list", line.list},
                        {"autocomplete", "off"},
                        {"required", line.required ? "required" : ""}});
}

void add_search_forms(Html& html, const std::string& request, const AddressParameters& language,
                      const std::vector<std::string>& dossiers) {
  html.open("details", {{"class", "keep"}}).element("summary", message("Save this search"));
  open_form(html, address_of("/recherches", language), {{"do", "save"}, {"request", request}});
  add_line(html, {"search-name", "name", message("name of the search"), {}, {}, true});
  html.element("button", message("Save the search")).close();
  open_form(html, address_of("/dossiers", language), {{"do", "add"}, {"request", request}});
  add_dossier_lines(html, dossiers);
  html.element("button", message("Put all that is found into the dossier")).close();
  html.close();
}

void add_article_form(Html& html, std::uint32_t article, const AddressParameters& language,
                      const std::vector<std::string>& dossiers) {
  html.open("details", {{"class", "keep"}}).element("summary", message("Put this article into a dossier"));
  open_form(html, address_of("/dossiers", language), {{"do", "add"}, {"article", std::to_string(article)}});
  add_dossier_lines(html, dossiers);
  html.element("button", message("Put it there")).close();
  html.close();
}

}  // namespace hemero
