#include "query/pages/understood.h"

#include <algorithm>
#include <string>

#include "common/base/message.h"
#include "query/language/dropped_form.h"
#include "query/pages/curve_table.h"

namespace hemero {

namespace {

constexpr std::string_view path = "/recherche";
constexpr std::size_t most_forms = 60;  ///< of a word

class UnderstoodWriter {
 public:
  UnderstoodWriter(Html& html, const Results& results, const AddressParameters& search)
      : html_(html), results_(results), query_(results.page.query), search_(search) {}

  void write() {
    const auto has_dropped = [](const ReachedWord& word) { return !word.node.dropped.empty(); };
    const bool is_open = std::ranges::any_of(results_.words, has_dropped);
    html_.open("details", {{"class", "understood"}, {"open", is_open ? "open" : ""}});
    html_.element("summary", message("How this search is understood"));
    if (!results_.page.tree.starts_with("words(")) html_.open("p").element("code", results_.page.tree).close();
    html_.open("dl");
    for (const ReachedWord& word : results_.words)
      if (word.single) add_word(word);
    html_.close();
    add_related();
    html_.close();
  }

 private:
  void add_link(const std::string& query, const std::string& told, std::string_view kind = {},
                const std::string& label = {}) {
    const std::string there = address_of(path, search_for(search_, query));
    html_.element("a", {{"href", there}, {"class", kind}, {"aria-label", label}}, told);
  }

  void add_word(const ReachedWord& word) {
    QueryNode typed = word.node;
    typed.dropped.clear();
    html_.element("dt", (word.excluded ? message("without ") : std::string()) + to_query(typed)).open("dd");
    if (word.weak)
      html_.text(message("a word of nearly every article: not asked for beside the others"));
    else if (word.forms.empty())
      html_.text(message("no article prints this word or a form of it"));
    else
      add_forms(word);
    if (!word.node.dropped.empty()) add_dropped(word.node);
    html_.close();
  }

  void add_forms(const ReachedWord& word) {
    html_.open("ul", {{"class", "forms"}});
    for (std::size_t i = 0; i < std::min(word.forms.size(), most_forms); ++i) {
      html_.open("li");
      add_form(word, word.forms[i]);
      html_.close();
    }
    if (word.forms.size() > most_forms)
      html_.element("li", message("and {} more forms", word.forms.size() - most_forms));
    html_.close();
  }

  void add_form(const ReachedWord& word, const VocabularyEntry& form) {
    const bool is_exact = word.node.mode == WordMode::exact;
    const auto alone = is_exact ? std::nullopt : with_only_form(query_, word.node, form.surface);
    if (alone)
      add_link(*alone, form.surface);
    else
      html_.text(form.surface);
    html_.text(" ").element("span", {{"class", "number"}}, number_text(static_cast<std::uint64_t>(form.occurrences)));
    if (is_exact || word.forms.size() < 2) return;
    if (const auto rest = without_form(query_, word.node, form.surface))
      add_link(*rest, "×", "drop", message("without the form “{}”", form.surface));
  }

  /// Forms that are left out, each to be taken back by a click.
  void add_dropped(const QueryNode& word) {
    html_.open("ul", {{"class", "chips"}, {"aria-label", message("Forms that are left out")}});
    for (const std::string& form : word.dropped)
      if (const auto back = with_form(query_, word, form)) {
        html_.open("li");
        add_link(*back, message("without {}", form) + " ×", {}, message("take the form “{}” back", form));
        html_.close();
      }
    html_.close();
  }

  /// Words that are used in the same articles: another search each.
  void add_related() {
    if (results_.related.empty()) return;
    html_.open("ul", {{"class", "choices"}, {"aria-label", message("See also")}});
    html_.element("li", {{"class", "label"}, {"aria-hidden", "true"}}, message("See also"));
    for (const RelatedWord& word : results_.related) {
      html_.open("li");
      add_link(word.label, word.label);
      html_.close();
    }
    html_.close();
  }

  Html& html_;
  const Results& results_;
  const std::string& query_;
  const AddressParameters& search_;
};

}  // namespace

void add_understood(Html& html, const Results& results, const AddressParameters& search) {
  const bool has_words = std::ranges::any_of(results.words, [](const ReachedWord& word) { return word.single; });
  if (has_words) UnderstoodWriter(html, results, search).write();
}

}  // namespace hemero
