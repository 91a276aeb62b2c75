#include "indexer/formats/named/named_article.h"

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <type_traits>
#include <utility>

#include <fmt/format.h>

#include "common/base/dates/date_reader.h"
#include "common/base/dates/date_search.h"
#include "common/model/field.h"
#include "common/text/characters/unicode.h"
#include "common/text/line_shape.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/html/html_signs.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/formats/named/written_list.h"
#include "indexer/prose/article_text.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr std::size_t longest_date = 40;  ///< bytes of what is nothing but a date
constexpr auto nowhere = std::string_view::npos;

/// Offers what the record says of the field, lists that were written into a string a line each.
void offer_said(const FieldValues& values, std::string_view field, const TakeValue& take) {
  values.offer(field, [&](std::string_view value) {
    value = said(value);
    if (value.empty()) return false;
    if (const auto list = read_written_list(value)) return !list->empty() && take(*list);
    return take(value);
  });
}

std::string first_said(const FieldValues& values, std::string_view field) {
  std::string text;
  offer_said(values, field, [&](std::string_view value) {
    text = value;
    return true;
  });
  return text;
}

std::string_view first_line(std::string_view text) { return trimmed(text.substr(0, text.find('\n'))); }

bool is_address(std::string_view text) { return text.starts_with("http://") || text.starts_with("https://"); }

std::string_view host_of(std::string_view address) {
  address.remove_prefix(address.find("//") + 2);
  return address.substr(0, address.find_first_of("/?#:"));
}

/// What feed readers that speak as Google Reader did write beside the names of categories: "user/-/label/Presse" is
/// called Presse, "user/-/state/com.google/read" is none.
std::string_view label_of(std::string_view name) {
  constexpr std::string_view label = "/label/";
  if (!name.starts_with("user/") || name.find(label) == nowhere) return name.starts_with("user/") ? "" : name;
  return name.substr(name.find(label) + label.size());
}

using Names = std::vector<std::string>;

/// Names of categories and keywords, between line feeds or semicolons, or commas where they are keywords.
Names words_in(std::string_view text, bool commas) {
  const bool lines = text.find_first_of("\n;") != nowhere;
  const std::string list = list_of_markup(text);
  Names names;
  for (const std::string_view line : trimmed_lines(list)) {
    std::string rest(label_of(line));
    std::replace(rest.begin(), rest.end(), ';', '\n');
    if (commas && !lines) std::replace(rest.begin(), rest.end(), ',', '\n');
    for (const std::string_view name : trimmed_lines(rest))
      if (!said(name).empty()) names.emplace_back(name);
  }
  return names;
}

/// Those who sign. No address and no number is a name.
Names signers_in(std::string_view text) {
  const std::string list = list_of_markup(text);
  Names names;
  for (const std::string_view line : trimmed_lines(list))
    for (std::string& name : names_of_signature(said(line)))
      if (!is_address(name) && !line_shape(name).empty()) names.push_back(std::move(name));
  return names;
}

Names names_said(const FieldValues& values, std::string_view field) {
  Names names;
  offer_said(values, field, [&](std::string_view value) {
    names = field == "author" ? signers_in(value) : words_in(value, field == "keywords");
    return !names.empty();
  });
  return names;
}

/// The source by its name, else by its host. `address` becomes the address that stands in the place of a name.
std::string source_said(const FieldValues& values, std::string& address) {
  std::string source;
  offer_said(values, "source", [&](std::string_view value) {
    source = line_of_markup(first_line(value));
    if (!is_address(source)) return true;
    address = std::exchange(source, {});
    return false;
  });
  return source.empty() && !address.empty() ? std::string(host_of(address)) : source;
}

void set_date(Article& article, const FieldValues& values) {
  SaidDate said = date_said(values);
  article.date = said.date;
  article.date_text = std::move(said.words);
}

/// True for a lead that breaks off where the text goes on: "Onze minutes par jour, deux cent […]".
bool is_cut_beginning(std::string_view lead, std::string_view text) {
  constexpr std::array<std::string_view, 5> cuts{"[…]", "[...]", "(…)", "…", "..."};
  const auto cut = std::find_if(cuts.begin(), cuts.end(), [&](auto sign) { return lead.ends_with(sign); });
  if (cut == cuts.end() || text.starts_with(lead)) return false;
  const std::string shape = line_shape(lead.substr(0, lead.size() - cut->size()));
  const std::size_t reach = floor_code_point(text, std::min(2 * lead.size(), text.size()));
  return !shape.empty() && line_shape(text.substr(0, reach)).starts_with(shape);
}

/// Of several paragraphs: no lead, but the text of a record that has no other key for it.
bool is_whole_text(std::string_view lead) { return is_markup(lead) || trimmed(lead).find('\n') != nowhere; }

/// A whole page in the place of a text is read as one, also for what the record does not say; false when it is none.
bool set_page(Article& article, std::string_view text, const Record& record) {
  if (!looks_like_html(text)) return false;
  Choices choices;
  auto page = extract_html({std::string(text), record.path, record.key, record.line, record.offset}, choices);
  auto* found = std::get_if<Article>(&page);
  if (found == nullptr || found->text.empty()) return false;
  article.text = std::move(found->text);
  article.zones = std::move(found->zones);
  for (const ArticleField& field : article_fields)
    std::visit(
        [&](auto member) {
          auto& value = article.*member;
          if (value == std::remove_cvref_t<decltype(value)>()) value = std::move(found->*member);
        },
        field.member);
  return true;
}

void set_zones(Article& article, const FieldValues& values, const Record& record) {
  std::string lead = first_said(values, "lead");
  std::string text = first_said(values, "text");
  if (set_page(article, text, record)) return;
  text = text_of_markup(text);
  if (text.empty() && is_whole_text(lead)) text = text_of_markup(std::exchange(lead, {}));
  lead = text_of_markup(lead);
  set_text(article, is_cut_beginning(trimmed(lead), trimmed(text)) ? std::string_view() : lead, text);
}

/// Several categories are a section and keywords.
void set_section(Article& article, const FieldValues& values) {
  Names names = names_said(values, "section");
  if (names.empty()) return;
  article.section = names.front();
  std::set<std::string> known(article.keywords.begin(), article.keywords.end());
  for (std::string& name : std::span(names).subspan(1))
    if (known.insert(name).second) article.keywords.push_back(std::move(name));
}

void set(std::string& field, const FieldValues& values, std::string_view name) {
  field = line_of_markup(first_said(values, name));
}

void set(Names& field, const FieldValues& values, std::string_view name) { field = names_said(values, name); }

void set(std::optional<Date>&, const FieldValues&, std::string_view) {}    // set_date() does, with its words
void set(std::optional<double>&, const FieldValues&, std::string_view) {}  // the table maps no number

class SingleValues final : public FieldValues {
 public:
  explicit SingleValues(const FieldTexts& texts) : texts_(texts) {}

  void offer(std::string_view field, const TakeValue& take) const override { take(texts_(field)); }

 private:
  const FieldTexts& texts_;
};

}  // namespace

std::string_view said(std::string_view value) {
  // by pandas, R, SQL, spreadsheets, JavaScript, .NET
  constexpr std::array<std::string_view, 19> nothing{"nan", "NaN",  "-nan",   "-NaN",      "NaT",   "None", "<NA>",
                                                     "NA",  "N/A",  "n/a",    "#NA",       "#N/A",  "null", "NULL",
                                                     "\\N", "Null", "<null>", "undefined", "(null)"};
  constexpr std::size_t longest_nothing = 9;  // bytes
  value = trimmed(value);
  if (value.size() > longest_nothing) return value;
  return std::find(nothing.begin(), nothing.end(), value) == nothing.end() ? value : std::string_view();
}

SaidDate date_said(const FieldValues& values) {
  SaidDate said;
  offer_said(values, "date", [&](std::string_view value) {
    const std::string_view words = first_line(value);
    said.date = read_date(words);
    if (said.date || said.words.empty()) said.words = words;
    return said.date.has_value();
  });
  return said;
}

LeftOut left_out_of(std::string name, std::string_view value, bool is_column) {
  value = said(value);
  const bool is_date = value.size() <= longest_date && read_date(value).has_value();
  return {std::move(name), value.size(), is_date, is_column};
}

Article article_of_fields(const FieldValues& values, const Record& record) {
  Article article;
  std::string address;
  for (const ArticleField& field : article_fields)
    if (!field.mapped.empty()) with_value(article, field, [&](auto& value) { set(value, values, field.mapped); });
  set_date(article, values);
  set_section(article, values);
  article.source = source_said(values, address);
  article.url = std::string(first_line(article.url.empty() ? address : article.url));
  article.path = record.path;
  set_zones(article, values, record);
  article.key = first_said(values, "id");
  if (article.key.empty()) article.key = article.url;
  if (article.key.empty()) article.key = fmt::format("{}:{}", record.key, record.line);
  return article;
}

Article article_of_fields(const FieldTexts& texts, const Record& record) {
  return article_of_fields(SingleValues(texts), record);
}

}  // namespace hemero
