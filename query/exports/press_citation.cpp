#include "query/exports/press_citation.h"

#include <array>

#include <fmt/format.h>

#include "common/text/characters/one_line.h"

namespace hemero {

namespace {

constexpr std::array months{"janvier", "février", "mars",      "avril",   "mai",      "juin",
                            "juillet", "août",    "septembre", "octobre", "novembre", "décembre"};
constexpr std::array blanks{" ", "\u00a0", "\u202f", "\u2009"};

void replace_all(std::string& text, const std::string& what, std::string_view by) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
    text.replace(at, what.size(), by);
}

/// Quotation marks within others are the English ones.
std::string within_quotation_marks(std::string text) {
  for (const std::string blank : blanks) {
    replace_all(text, "«" + blank, "“");
    replace_all(text, blank + "»", "”");
  }
  replace_all(text, "«", "“");
  replace_all(text, "»", "”");
  return text;
}

/// "A", "A et B", "A, B et C".
std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " et " : ", ") + one_line(names[i]);
  return text;
}

/// "version du 30 novembre 2026, Hemero nº 7".
std::string version_of(const Hit& hit) {
  const auto stored = hit.state ? parse_iso_date(hit.state->stored) : std::nullopt;
  const std::string version = stored ? "version du " + french_date(*stored) + ", " : "";
  return fmt::format("{}Hemero nº\u00a0{}", version, static_cast<std::uint32_t>(hit.id));
}

}  // namespace

std::string french_date(const Date& date) {
  if (date.precision == DatePrecision::year) return fmt::format("{}", date.year);
  const std::string month = fmt::format("{} {}", months[date.month - std::size_t{1}], date.year);
  if (date.precision == DatePrecision::month) return month;
  return fmt::format("{}\u00a0{}", date.day == 1 ? "1er" : fmt::format("{}", date.day), month);
}

std::string press_citation(const Hit& hit, std::string_view italic, std::string_view upright) {
  const Article& article = hit.article;
  std::string text;
  const auto add = [&text](const std::string& part) {
    if (!part.empty()) text += (text.empty() ? "" : ", ") + part;
  };
  add(listed(article.authors));
  if (!article.title.empty()) add(fmt::format("«\u00a0{}\u00a0»", within_quotation_marks(one_line(article.title))));
  if (!article.source.empty()) add(fmt::format("{}{}{}", italic, one_line(article.source), upright));
  if (article.date) add(french_date(*article.date));
  add(one_line(article.url));
  return fmt::format("{}{}({})", text, text.empty() ? "" : " ", version_of(hit));
}

}  // namespace hemero
