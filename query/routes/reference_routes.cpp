#include <algorithm>
#include <array>
#include <charconv>

#include <fmt/format.h>

#include "common/base/message.h"
#include "query/answer/hit_reader.h"
#include "query/exports/plain_text.h"
#include "query/routes/article_routes.h"
#include "query/routes/routes.h"
#include "query/serve/export.h"

namespace hemero {

namespace {

/// The endings of what programs that keep references read.
constexpr std::array<std::string_view, 3> reference_endings{"ris", "bib", "csl.json"};

/// What they may ask for by unAPI (revision 1): its name there, and how the same file ends elsewhere.
struct ReferenceFormat {
  std::string_view name;
  std::string_view ending;
  std::string_view docs;
};

constexpr std::array reference_formats{
    ReferenceFormat{"ris", "ris", "https://en.wikipedia.org/wiki/RIS_(file_format)"},
    ReferenceFormat{"bibtex", "bib", "https://ctan.org/pkg/bibtex"},
};

/// The formats of what has this id, or of all where it is empty.
HttpResponse format_list(std::string_view id) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<formats";
  xml += id.empty() ? ">\n" : fmt::format(" id=\"{}\">\n", id);
  for (const ReferenceFormat& format : reference_formats)
    xml += fmt::format("  <format name=\"{}\" type=\"{}\" docs=\"{}\"/>\n", format.name,
                       export_form(format.ending)->type, format.docs);
  return {id.empty() ? 200U : 300U, "application/xml", xml + "</formats>\n"};
}

HttpResponse exported_article(const ExportForm& form, PageReading& reading, StoredArticle stored) {
  ArchiveReader& archive = reading.reader.archive;
  return {200, std::string(form.type),
          exported(form, {hit_of(std::move(stored), archive.articles())}, origin_of(archive, ""))};
}

}  // namespace

/// The article in a form that other programs take: "ris", "json", "txt" …
HttpResponse read_reference(ArticleReading& reading) {
  if (reading.rest == "json") return read_current_json(reading);
  if (reading.rest == "txt") return {200, "text/plain; charset=utf-8", plain_text(reading.stored.article)};
  if (std::ranges::find(reference_endings, reading.rest) == reference_endings.end()) return error_page({404});
  const auto number = static_cast<std::uint32_t>(reading.stored.id);
  HttpResponse response = exported_article(*export_form(reading.rest), reading.reading, std::move(reading.stored));
  keep_as(fmt::format("hemero-{}.{}", number, reading.rest), response);
  return response;
}

HttpResponse read_unapi(PageReading& reading) {
  const std::string id = reading.page.own_value("id");
  if (id.empty()) return format_list("");
  const auto number = whole_number(id);
  if (!number) return error_page({404, message("There is no article with this number.")});
  auto found = find_article(reading, ArticleId(*number));
  if (const auto* refusal = std::get_if<Refusal>(&found)) return error_page(*refusal);
  const std::string name = reading.page.own_value("format");
  if (name.empty()) return format_list(id);
  const auto* format = std::ranges::find(reference_formats, name, &ReferenceFormat::name);
  if (format == reference_formats.end()) return error_page({406});
  return exported_article(*export_form(format->ending), reading, std::get<StoredArticle>(std::move(found)));
}

/// Sent to the article whose key has this hash; why not, where it was removed.
HttpResponse read_permanent(PageReading& reading) {
  std::uint64_t hash = 0;
  const std::string_view digits = reading.rest;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), hash, 16);
  const bool is_hash = digits.size() == 16 && error == std::errc() && end == digits.data() + digits.size();
  const auto article = is_hash ? reading.reader.archive.articles().of_key_hash(hash) : std::nullopt;
  if (!article) return error_page({404, message("There is no article with this permanent link.")});
  const auto found = find_article(reading, *article);
  if (const auto* refusal = std::get_if<Refusal>(&found)) return error_page(*refusal);
  const std::string_view query = reading.request.query();
  return redirection(article_path(*article) + (query.empty() ? "" : "?" + std::string(query)));
}

}  // namespace hemero
