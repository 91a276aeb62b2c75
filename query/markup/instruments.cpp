#include "query/markup/instruments.h"

#include <algorithm>

#include <fmt/format.h>

#include "query/language/typed_text.h"

namespace hemero {

PageFrame instrument_frame(const PageRequest& request, const std::string& what, std::string path,
                           std::uint64_t articles) {
  const std::string& query = request.asked.request.text;
  const AddressParameters parameters = parameters_of(request);
  PageFrame frame{query.empty() ? what : fmt::format("{} · {}", query, what), articles, std::move(path), parameters};
  frame.search = without(without_own(parameters), {"page"});
  return frame;
}

bool asks_for_words(const PageRequest& request) { return !asks_for_everything(request.asked.request.text); }

void add_instrument_links(Html& html, const AddressParameters& search, bool has_words, std::string_view shown) {
  struct Instrument {
    std::string_view path;
    std::string name;
    bool needs_words;
  };
  const Instrument instruments[] = {{"/courbe", message("Over time"), false},
                                    {"/concordance", message("Concordance"), true},
                                    {"/voisins", message("Words beside it"), true},
                                    {"/mots-cles", message("Keywords"), false},
                                    {"/dispersion", message("Dispersion"), true}};
  for (const auto& [path, name, needs_words] : instruments)
    if (has_words || !needs_words)
      html.open("li")
          .element("a", {{"href", address_of(path, search)}, {"aria-current", path == shown ? "page" : ""}}, name)
          .close();
}

void add_instrument_head(Html& html, const PageFrame& frame, const std::string& what, bool has_words) {
  html.element("h1", what).open("ul", {{"class", "tools"}, {"aria-label", message("Of this search")}});
  html.open("li").element("a", {{"href", address_of("/recherche", frame.search)}}, message("the articles")).close();
  add_instrument_links(html, frame.search, has_words, frame.path);
  html.close();
}

void add_choices(Html& html, const PageFrame& frame, const PageRequest& request, std::string_view parameter,
                 const std::string& label, const Choices& choices) {
  html.open("ul", {{"class", "choices"}, {"aria-label", label}});
  html.element("li", {{"class", "label"}, {"aria-hidden", "true"}}, label);
  const std::string usual = PageRequest().value(parameter);
  for (const auto& [value, told] : choices) {
    AddressParameters there = without(frame.parameters, {parameter, "page"});
    if (value != usual) there.emplace_back(parameter, value);
    const bool is_chosen = request.value(parameter) == value;
    html.open("li")
        .element("a", {{"href", address_of(frame.path, there)}, {"aria-current", is_chosen ? "true" : ""}}, told)
        .close();
  }
  html.close();
}

void add_word_choices(Html& html, const PageFrame& frame, const PageRequest& request) {
  add_choices(html, frame, request, "stop-words", message("words of grammar"),
              {{"", message("left out")}, {"1", message("told as well")}});
  add_choices(html, frame, request, "case", message("capitals"),
              {{"", message("do not matter")}, {"1", message("tell words apart")}});
}

void add_kept_fields(Html& html, const PageFrame& frame, std::initializer_list<std::string_view> names) {
  for (const auto& [name, value] : without(without(frame.parameters, {"page"}), names))
    html.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
}

void add_downloads(Html& html, const PageFrame& frame,
                   std::initializer_list<std::pair<std::string_view, std::string>> forms) {
  const AddressParameters shown = without(frame.parameters, {"page"});
  html.open("ul", {{"class", "choices"}, {"aria-label", message("Take it along")}});
  html.element("li", {{"class", "label"}, {"aria-hidden", "true"}}, message("Take it along"));
  for (const auto& [ending, name] : forms)
    html.open("li").element("a", {{"href", address_of(fmt::format("{}.{}", frame.path, ending), shown)}}, name).close();
  html.close();
}

void add_notices(Html& html, const std::vector<std::string>& notices) {
  for (const std::string& notice : notices) html.element("p", {{"class", "notice"}}, notice);
}

void begin_table(Html& html, const std::string& name, std::string_view kind, std::span<const std::string> heads) {
  html.open("div", {{"class", "wide"}, {"role", "region"}, {"tabindex", "0"}, {"aria-label", name}});
  html.open("table", {{"class", kind}}).open("thead").open("tr");
  for (const std::string& head : heads) html.element("th", {{"scope", "col"}}, head);
  html.close().close().open("tbody");
}

void end_table(Html& html) { html.close().close().close(); }

void add_number(Html& html, const std::string& number) { html.element("td", {{"class", "number"}}, number); }

}  // namespace hemero
