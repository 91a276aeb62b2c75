#include "query/pages/vocabulary_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "query/markup/instruments.h"
#include "query/pages/curve_table.h"

namespace hemero {

namespace {

constexpr std::string_view path = "/vocabulaire";
constexpr std::size_t most_forms = 8;

void add_field(Html& html, const PageFrame& frame, const std::string& begins) {
  html.open("form", {{"class", "against begins"}, {"action", path}});
  html.element("label", {{"for", "prefix"}}, message("words that begin with"));
  html.single("input", {{"id", "prefix"},
                        {"name", "prefix"},
                        {"value", begins},
                        {"autocomplete", "off"},
                        {"autocapitalize", "none"},
                        {"spellcheck", "false"}});
  add_kept_fields(html, frame, {"prefix"});
  html.element("button", message("Show")).close();
}

/// A way to begin for those who look around.
void add_letters(Html& html, const PageFrame& frame) {
  html.open("ul", {{"class", "letters"}, {"aria-label", message("Letters")}});
  for (char letter = 'a'; letter <= 'z'; ++letter) {
    const AddressParameters there = with(without(frame.parameters, {"prefix"}), "prefix", std::string(1, letter));
    html.open("li").element("a", {{"href", address_of(path, there)}}, std::string(1, letter)).close();
  }
  html.close();
}

void add_forms(Html& html, const ListedWord& word) {
  html.open("td");
  for (std::size_t i = 0; i < std::min(word.forms.size(), most_forms); ++i) {
    html.text(i == 0 ? "" : " · ").text(word.forms[i].surface).text(" ");
    html.element("span", {{"class", "number"}}, number_text(static_cast<std::uint64_t>(word.forms[i].occurrences)));
  }
  if (word.forms.size() > most_forms) html.text(" · " + message("and {} more forms", word.forms.size() - most_forms));
  html.close();
}

void add_words(Html& html, const PageFrame& frame, const ShownWords& shown) {
  const std::string heads[] = {message("word"), message("articles"), message("occurrences"), message("as printed")};
  begin_table(html, message("Vocabulary"), "figures vocabulary", heads);
  for (const auto& [word, articles] : shown.words) {
    const AddressParameters there = search_for(frame.search, listed_word_query(word));
    html.open("tr").open("td");
    html.element("a", {{"href", address_of("/recherche", there)}}, word.commonest().surface).close();
    add_number(html, number_text(articles));
    add_number(html, number_text(static_cast<std::uint64_t>(word.occurrences)));
    add_forms(html, word);
    html.close();
  }
  end_table(html);
}

}  // namespace

std::string listed_word_query(const ListedWord& word) { return fmt::format("\"{}\"", word.commonest().surface); }

std::string vocabulary_page(const PageRequest& request, const ShownWords& shown, std::uint64_t articles) {
  const std::string begins = request.value("prefix");
  PageFrame frame{message("Vocabulary"), articles, std::string(path), parameters_of(request)};
  if (!request.language.empty()) frame.search.emplace_back("lang", request.language);
  Html html;
  begin_page(html, frame);
  html.element("h1", message("Vocabulary"));
  add_field(html, frame, begins);
  if (begins.empty()) {
    html.element("p", message("Every word that the articles print, the most frequent first."));
    add_letters(html, frame);
  } else if (shown.distinct == 0) {
    html.element("p", message("No article prints a word that begins so."));
  } else {
    html.element("p", {{"class", "where"}}, message("{} words begin so", number_text(shown.distinct)));
    add_words(html, frame, shown);
    const std::uint64_t pages = (shown.distinct + words_a_page - 1) / words_a_page;
    add_pager(html, frame, request.page, request.page < pages, message("page {} of {}", request.page, pages));
  }
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
