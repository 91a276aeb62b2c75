#include <utility>

#include <fmt/format.h>

#include "common/base/hash.h"
#include "common/text/characters/one_line.h"
#include "query/exports/exporter.h"
#include "query/render/link.h"
#include "query/render/xml_escaped.h"

namespace hemero {

namespace {

std::string for_xml(std::string_view text) { return xml_escaped(one_line(text)); }

/// RFC 3339 wants a day and a time: one that is not known is that of midnight, in no known zone (-00:00).
std::string published(const Date& date) {
  return fmt::format("{}T{:02}:{:02}:00-00:00", to_iso_day(date), date.hour, date.minute);
}

std::string element(std::string_view name, std::string_view text) {
  return fmt::format("<{}>{}</{}>\n", name, for_xml(text), name);
}

std::string entry_id(const std::string& archive, ArticleId article) {
  return fmt::format("urn:uuid:{}:article:{}", archive, static_cast<std::uint32_t>(article));
}

/// A date in UTC, to the minute.
std::string instant(const Date& date) {
  return fmt::format("{}T{:02}:{:02}:00Z", to_iso_day(date), date.hour, date.minute);
}

class Atom : public Exporter {
 public:
  explicit Atom(ExportOrigin origin) : origin_(std::move(origin)) {}

  std::string begin() override {
    const std::string title = origin_.query.empty() ? "Hemero" : "Hemero : " + origin_.query;
    std::string out = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                      "\n"
                      R"(<feed xmlns="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/")"
                      R"( xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">)"
                      "\n";
    out += element("id", fmt::format("urn:uuid:{}:query:{:016x}", origin_.archive, hash64(origin_.query)));
    out += element("title", title);
    out += element("updated", instant(origin_.now));
    out += "<author><name>Hemero</name></author>\n";
    return out + element("opensearch:totalResults", fmt::format("{}", origin_.total));
  }

  std::string article(const Hit& hit) override {
    const Article& article = hit.article;
    std::string out = "<entry>\n";
    out += element("id", entry_id(origin_.archive, hit.id));
    out += element("title", article.title);
    if (hit.state) out += element("updated", hit.state->stored);
    if (article.date && article.date->precision >= DatePrecision::day)
      out += element("published", published(*article.date));
    for (const std::string& author : article.authors)
      out += fmt::format("<author><name>{}</name></author>\n", for_xml(author));
    if (!article.url.empty())
      if (const auto link = link_to(article)) out += fmt::format("<link href=\"{}\"/>\n", for_xml(*link));
    if (!article.section.empty()) out += fmt::format("<category term=\"{}\"/>\n", for_xml(article.section));
    for (const std::string& keyword : article.keywords)
      out += fmt::format("<category term=\"{}\"/>\n", for_xml(keyword));
    if (!hit.snippets.empty()) out += element("summary", hit.snippets.front().text);
    if (article.date) out += element("dc:date", to_iso(*article.date));
    if (!article.source.empty()) out += element("dc:source", article.source);
    if (!article.language.empty()) out += element("dc:language", article.language);
    return out + "</entry>\n";
  }

  std::string end() override { return "</feed>\n"; }

 private:
  ExportOrigin origin_;
};

}  // namespace

std::unique_ptr<Exporter> atom_exporter(ExportOrigin origin) { return std::make_unique<Atom>(std::move(origin)); }

std::string atom_removal(const std::string& archive, ArticleId article, const std::string& why, const Date& now) {
  std::string out =
      fmt::format(R"(<at:deleted-entry xmlns:at="http://purl.org/atompub/tombstones/1.0" ref="{}" when="{}">)",
                  entry_id(archive, article), instant(now));
  if (!why.empty()) out += "\n" + element("at:comment", why);
  return out + "</at:deleted-entry>\n";
}

}  // namespace hemero
