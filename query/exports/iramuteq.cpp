#include <fmt/format.h>

#include "query/exports/exporter.h"
#include "query/exports/plain_name.h"
#include "query/exports/plain_text.h"

namespace hemero {

namespace {

/// What the line before a text says of it: variables, whose values have letters without accents, digits, _ and -.
std::string starred_line(const Hit& hit) {
  const Article& article = hit.article;
  std::string line = fmt::format("**** *id_{}", static_cast<std::uint32_t>(hit.id));
  const auto add = [&line](std::string_view name, std::string_view value) {
    if (!value.empty()) line += fmt::format(" *{}_{}", name, value);
  };
  add("source", plain_name(article.source, '_'));
  const std::string date = article.date ? to_iso(*article.date).substr(0, 10) : "";
  add("annee", date.substr(0, 4));
  if (date.size() >= 7) add("mois", date.substr(0, 7));
  if (date.size() == 10) add("jour", date);
  add("rubrique", plain_name(article.section, '_'));
  if (!article.authors.empty()) add("auteur", plain_name(article.authors.front(), '_'));
  return line + "\n";
}

/// No line is taken for one of variables or of a theme.
std::string indented(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at) + 1;
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.starts_with("****") || line.starts_with("-*")) out += ' ';
    out += line;
    at = end;
  }
  return out;
}

class Iramuteq : public Exporter {
 public:
  std::string article(const Hit& hit) override { return starred_line(hit) + indented(plain_text(hit.article)) + "\n"; }
};

}  // namespace

std::unique_ptr<Exporter> iramuteq_exporter() { return std::make_unique<Iramuteq>(); }

}  // namespace hemero
