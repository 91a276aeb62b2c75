#include <array>

#include <fmt/format.h>

#include "common/text/characters/one_line.h"
#include "query/exports/exporter.h"
#include "query/exports/plain_name.h"

namespace hemero {

namespace {

/// What TeX takes for a command, as what it prints. BibTeX counts braces, be they escaped or not: these have words.
std::string_view escaped(char c) {
  switch (c) {
    case '\\':
      return "\\textbackslash{}";
    case '{':
      return "\\textbraceleft{}";
    case '}':
      return "\\textbraceright{}";
    case '^':
      return "\\textasciicircum{}";
    case '~':
      return "\\textasciitilde{}";
    case '%':
      return "\\%";
    case '$':
      return "\\$";
    case '#':
      return "\\#";
    case '&':
      return "\\&";
    case '_':
      return "\\_";
    default:
      return {};
  }
}

std::string for_tex(std::string_view text) {
  std::string out;
  for (const char c : one_line(text)) {
    const std::string_view command = escaped(c);
    if (command.empty())
      out += c;
    else
      out += command;
  }
  return out;
}

/// Addresses are read as they are, but for what no address has and BibTeX would count.
std::string address_for_tex(std::string_view url) {
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = byte > ' ' && byte != 0x7F && std::string_view("\\{}\"").find(c) == std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

/// "apo20191205-7": the first letters of the source, or its one word; the date; the number of the article.
std::string citation_key(const Hit& hit) {
  const std::string source = plain_name(hit.article.source, ' ');
  std::string key;
  if (source.find(' ') == std::string::npos)
    key = source.empty() ? "hemero" : source;
  else
    for (std::size_t at = 0; at < source.size(); ++at)
      if (at == 0 || source[at - 1] == ' ') key += source[at];
  if (hit.article.date)
    for (const char c : to_iso(*hit.article.date).substr(0, 10))
      if (c != '-') key += c;
  return fmt::format("{}-{}", key, static_cast<std::uint32_t>(hit.id));
}

class Bibtex : public Exporter {
 public:
  std::string article(const Hit& hit) override {
    const Article& article = hit.article;
    out_ = fmt::format("@article{{{}", citation_key(hit));
    std::string authors;
    for (const std::string& author : article.authors)
      authors += fmt::format("{}{{{}}}", authors.empty() ? "" : " and ", for_tex(author));
    add("author", authors);
    if (!article.title.empty()) add("title", "{" + for_tex(article.title) + "}");
    add("journal", for_tex(article.source));
    add("journaltitle", for_tex(article.source));
    if (article.date) add_date(*article.date);
    add("entrysubtype", "newspaper");
    add("url", address_for_tex(article.url));
    if (article.language == "fr") add("langid", "french");
    add("keywords", for_tex(fmt::format("{}", fmt::join(article.keywords, ", "))));
    add("annotation", for_tex(one_line(hit.note)));
    add("note", fmt::format("Hemero nº {}", static_cast<std::uint32_t>(hit.id)));
    return std::move(out_) + "\n}\n\n";
  }

 private:
  void add(std::string_view name, const std::string& value) {
    if (!value.empty()) out_ += fmt::format(",\n  {} = {{{}}}", name, value);
  }

  void add_date(const Date& date) {
    constexpr std::array months{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
    add("date", to_iso(date).substr(0, 10));
    add("year", fmt::format("{:04}", date.year));
    if (date.precision >= DatePrecision::month)
      out_ += fmt::format(",\n  month = {}", months[date.month - std::size_t{1}]);  // a macro of all styles
  }

  std::string out_;
};

}  // namespace

std::unique_ptr<Exporter> bibtex_exporter() { return std::make_unique<Bibtex>(); }

}  // namespace hemero
