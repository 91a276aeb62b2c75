#include "query/words/inflection.h"

#include <algorithm>
#include <array>
#include <set>
#include <unordered_map>
#include <unordered_set>

#include "common/text/fold.h"
#include "common/text/table_rows.h"

namespace hemero {

namespace {

using Endings = std::unordered_set<std::string_view>;

const std::vector<Endings>& inflection_classes() {
  static const auto classes = [] {
    std::vector<Endings> all;
    for (const auto& row : table_rows("inflections")) {
      Endings endings;
      for (std::size_t i = 1; i < row.size(); ++i) endings.insert(row[i] == "-" ? std::string_view() : row[i]);
      all.push_back(std::move(endings));
    }
    return all;
  }();
  return classes;
}

/// Irregular verbs that are conjugated alike.
struct VerbModel {
  std::vector<std::string_view> endings;
  std::vector<std::string_view> stems;  ///< sorted
};

const std::vector<VerbModel>& verb_models() {
  static const auto models = [] {
    std::vector<VerbModel> all;
    for (const auto& row : table_rows("verb_models")) {
      all.push_back({cell_words(row.at(1)), cell_words(row.at(2))});
      std::ranges::sort(all.back().stems);
    }
    return all;
  }();
  return models;
}

/// An ending of a model.
struct ModelEnding {
  std::string_view text;
  const VerbModel* model;
  friend bool operator==(const ModelEnding&, const ModelEnding&) = default;
};

/// All of them by their texts, those of one text in the order of the table. A sorted list is made in a third of the
/// time that a hash table takes, which most searches ask but once.
const std::vector<ModelEnding>& model_endings() {
  static const auto all = [] {
    std::vector<ModelEnding> endings;
    for (const VerbModel& model : verb_models())
      for (const std::string_view ending : model.endings) endings.push_back({ending, &model});
    std::ranges::stable_sort(endings, {}, &ModelEnding::text);
    endings.erase(std::unique(endings.begin(), endings.end()), endings.end());
    return endings;
  }();
  return all;
}

/// Endings that may stand in each other's place in the forms of a word; the rest of a row is empty.
using EndingGroup = std::array<std::string_view, 6>;

/// What Snowball's French stemmer leaves apart (measured on the vocabulary of a news corpus).
constexpr std::array ending_groups{
    EndingGroup{"teur", "teurs", "trice", "trices", "teuse", "teuses"},
    EndingGroup{"eur", "eurs", "euse", "euses"},
    EndingGroup{"eux", "euse", "euses"},
    EndingGroup{"ais", "aise", "aises"},
    EndingGroup{"al", "ale", "ales", "aux"},
    EndingGroup{"ail", "ails", "aux"},
    EndingGroup{"er", "ers", "ere", "eres"},
    EndingGroup{"it", "its", "ite", "ites"},
    EndingGroup{"is", "ise", "ises"},
    EndingGroup{"if", "ifs", "ive", "ives"},
    EndingGroup{"an", "ans", "anne", "annes"},
    EndingGroup{"c", "cs", "che", "ches"},
    EndingGroup{"c", "cs", "que", "ques"},
};

constexpr std::size_t shortest_stem = 3;

/// The letters that must stand before an ending; a long one, its -s aside, tells enough to stand behind two (acteur,
/// actrices; but pique, piques).
std::size_t shortest_before(std::string_view ending) {
  constexpr std::size_t long_ending = 4;
  return ending.size() - (ending.ends_with('s') ? 1 : 0) >= long_ending ? 2 : shortest_stem;
}

/// Where a word stands in the table of strangers: its row, and on which side of it.
struct Side {
  std::size_t row;
  bool second;
};

const std::unordered_map<std::string_view, std::vector<Side>>& strangers() {
  static const auto sides = [] {
    std::unordered_map<std::string_view, std::vector<Side>> all;
    const auto rows = table_rows("strangers");
    for (std::size_t row = 0; row < rows.size(); ++row)
      for (const bool second : {false, true})
        for (const std::string_view word : cell_words(rows[row].at(second ? 1 : 0))) all[word].push_back({row, second});
    return all;
  }();
  return sides;
}

/// The plurals of a word without -s or -x, the singular of one with it, and of what may be a feminine its masculine
/// forms: the stemmer leaves half of them apart (velo, velos; amie, amis; bleues, bleu).
void add_other_number(std::string_view folded, std::set<std::string>& into) {
  const bool plural = folded.ends_with('s') || folded.ends_with('x');
  const std::string singular(folded.substr(0, folded.size() - (plural ? 1 : 0)));
  into.insert(plural ? singular : singular + 's');
  if (!plural && singular.ends_with('u')) into.insert(singular + 'x');
  if (!singular.ends_with('e') || singular.size() <= shortest_stem || folded.ends_with('x')) return;
  const std::string masculine = singular.substr(0, singular.size() - 1);
  into.insert(masculine + 's');
  if (plural) into.insert(masculine);
}

}  // namespace

bool are_strangers(std::string_view a, std::string_view b) {
  const auto first = strangers().find(a);
  const auto other = strangers().find(b);
  if (first == strangers().end() || other == strangers().end()) return false;
  return std::any_of(first->second.begin(), first->second.end(), [&](const Side& side) {
    return std::any_of(other->second.begin(), other->second.end(),
                       [&](const Side& each) { return each.row == side.row && each.second != side.second; });
  });
}

/// True when one of two words is a form of an irregular verb and the other, which looks like its feminine or it like
/// the other's, is none of its forms: suit and suite, jet and jette. A participle in -ant may have one (sortante).
bool are_verb_and_noun(std::string_view a, std::string_view b) {
  const auto is_feminine = [](std::string_view word) { return word.ends_with('e') || word.ends_with("es"); };
  if (is_feminine(a) == is_feminine(b)) return false;
  const auto excludes = [](std::string_view verb, std::string_view other) {
    const std::vector<std::string> forms = irregular_verb_forms(verb);
    return !forms.empty() && !verb.ends_with("ant") && std::find(forms.begin(), forms.end(), other) == forms.end();
  };
  return excludes(a, b) || excludes(b, a);
}

bool are_inflections(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto common = static_cast<std::size_t>(end - a.begin());
  if (common == a.size() && common == b.size()) return true;
  constexpr std::size_t longest_step_back = 4;
  const std::size_t first = common > longest_step_back ? common - longest_step_back : 0;
  for (std::size_t cut = common + 1; cut-- > std::max<std::size_t>(first, 2);)
    for (const Endings& endings : inflection_classes())
      if (endings.contains(a.substr(cut)) && endings.contains(b.substr(cut)))
        return !are_strangers(fold(a), fold(b)) && !are_verb_and_noun(a, b);
  return false;
}

std::set<std::string> possible_relatives(std::string_view folded) {
  std::set<std::string> relatives;
  if (folded.size() >= shortest_stem) add_other_number(folded, relatives);
  for (const EndingGroup& group : ending_groups)
    for (const std::string_view ending : group) {
      if (ending.empty() || !folded.ends_with(ending) || folded.size() < ending.size() + shortest_before(ending))
        continue;
      const std::string stem(folded.substr(0, folded.size() - ending.size()));
      for (const std::string_view other : group)
        if (!other.empty() && other != ending) relatives.insert(stem + std::string(other));
    }
  return relatives;
}

std::vector<std::string> inhabitant_forms(std::string_view folded) {
  using Forms = std::array<std::string_view, 4>;
  constexpr std::array all{Forms{"ais", "aise", "aises", ""},       Forms{"ois", "oise", "oises", ""},
                           Forms{"is", "ise", "ises", ""},          Forms{"ain", "ains", "aine", "aines"},
                           Forms{"ien", "iens", "ienne", "iennes"}, Forms{"een", "eens", "eenne", "eennes"},
                           Forms{"iste", "istes", "", ""},          Forms{"crate", "crates", "", ""}};
  std::vector<std::string> others;
  for (const Forms& forms : all)
    for (const std::string_view form : forms) {
      if (form.empty() || !folded.ends_with(form) || folded.size() < form.size() + shortest_stem) continue;
      const std::string stem(folded.substr(0, folded.size() - form.size()));
      for (const std::string_view other : forms)
        if (!other.empty() && other != form) others.push_back(stem + std::string(other));
      return others;
    }
  return others;
}

std::vector<std::string> irregular_verb_forms(std::string_view folded) {
  constexpr std::size_t longest_ending = 12;
  std::vector<std::string> forms;
  for (std::size_t cut = folded.size() - std::min(folded.size(), longest_ending); cut <= folded.size(); ++cut) {
    const std::string stem(folded.substr(0, cut));
    auto each = std::ranges::lower_bound(model_endings(), folded.substr(cut), {}, &ModelEnding::text);
    for (; each != model_endings().end() && each->text == folded.substr(cut); ++each)
      if (std::ranges::binary_search(each->model->stems, stem))
        for (const std::string_view other : each->model->endings) forms.push_back(stem + std::string(other));
  }
  return forms;
}

}  // namespace hemero
