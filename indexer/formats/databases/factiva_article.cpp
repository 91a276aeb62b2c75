#include "indexer/formats/databases/factiva_article.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/base/dates/date_search.h"
#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "common/text/characters/unicode.h"
#include "common/text/languages.h"
#include "indexer/formats/databases/export_reader.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/html/html_blocks.h"
#include "indexer/formats/html/html_find.h"
#include "indexer/formats/html/html_parser.h"
#include "indexer/formats/html/html_source.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

/// What a field of Factiva says, paragraph by paragraph, by its code.
using Fields = std::map<std::string, std::vector<std::string>, std::less<>>;

constexpr std::array<std::string_view, 30> codes{"SE", "HD",  "CR",  "BY",  "WC",  "PD", "ET",  "SN",  "SC", "ED",
                                                 "PG", "VOL", "LA",  "CY",  "LP",  "TD", "CT",  "RF",  "CO", "IN",
                                                 "NS", "RE",  "IPC", "IPD", "PUB", "AN", "ART", "CLM", "CX", "DS"};

bool is_code(std::string_view text) { return std::find(codes.begin(), codes.end(), text) != codes.end(); }

std::string joined(const Fields& fields, std::string_view code) {
  std::string line;
  const auto found = fields.find(code);
  if (found == fields.end()) return line;
  for (const std::string& part : found->second) (line += line.empty() ? "" : " ") += part;
  return line;
}

/// "LEMOND0020161003eca30000a" of "Document LEMOND0020161003eca30000a".
std::string accession_number(std::string_view text) {
  text = trimmed(text);
  const std::size_t blank = text.rfind(' ');
  return std::string(blank == std::string_view::npos ? text : text.substr(blank + 1));
}

/// "Réglementation" of "c13 : Réglementation | ncat : Contenu".
void add_subjects(const std::string& line, std::vector<std::string>& keywords) {
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find('|', at), line.size());
    const std::string_view part = std::string_view(line).substr(at, end - at);
    const std::size_t colon = part.find(':');
    const std::string_view name = trimmed(colon == std::string_view::npos ? part : part.substr(colon + 1));
    if (!name.empty()) keywords.emplace_back(name);
    at = end + 1;
  }
}

/// "18:24" of the field ET goes into the day of PD.
void set_date(Article& article, const Fields& fields) {
  const std::string day = joined(fields, "PD");
  const std::string time = joined(fields, "ET");
  article.date_text = time.empty() ? day : day + " " + time;
  article.date = read_date(article.date_text);
  if (!article.date) article.date = read_date(day);
}

Article article_of(const Fields& fields) {
  Article article;
  article.title = joined(fields, "HD");
  article.authors = names_of_signature(joined(fields, "BY"));
  article.source = joined(fields, "SN");
  article.section = joined(fields, "SE");
  article.language = joined(fields, "LA");
  article.key = accession_number(joined(fields, "AN"));
  set_date(article, fields);
  for (const char* subject : {"NS", "IN"}) add_subjects(joined(fields, subject), article.keywords);
  for (const char* code : {"LP", "TD"}) {
    const auto paragraphs = fields.find(code);
    if (paragraphs == fields.end()) continue;
    for (const std::string& paragraph : paragraphs->second) append_zone(article, ZoneKind::paragraph, paragraph);
  }
  for (const char* beside : {"CR", "CT", "RF", "ART", "CX", "CY", "PG"})
    if (const std::string line = joined(fields, beside); !line.empty()) append_zone(article, ZoneKind::debris, line);
  return article;
}

// A page

/// The paragraphs of an element.
std::vector<std::string> paragraphs_in(const std::vector<HtmlBlock>& blocks, std::uint32_t begin, std::uint32_t end) {
  std::vector<std::string> paragraphs;
  for (const HtmlBlock& block : blocks) {
    if (block.node < begin || block.node >= end) continue;
    for (const std::string_view line : trimmed_lines(block.text))
      if (!line.empty()) paragraphs.emplace_back(line);
  }
  return paragraphs;
}

/// The rows of tables whose first cell is a code.
Fields fields_of_table(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
  Fields fields;
  std::string code;
  for (std::uint32_t i = 0; i < tree.size(); ++i) {
    const HtmlNode& node = tree.node(i);
    if (node.tag == "tr") code.clear();
    if (node.tag != "td" && node.tag != "th") continue;
    const std::string line = code.empty() ? std::string(trimmed(tree.line_of(i))) : std::string();
    if (code.empty() && is_code(line)) {
      code = line;
    } else if (!code.empty()) {
      auto paragraphs = paragraphs_in(blocks, i, node.end);
      auto& field = fields[std::exchange(code, {})];
      field.insert(field.end(), paragraphs.begin(), paragraphs.end());
    }
    i = node.end - 1;
  }
  return fields;
}

/// What a line of the head shows that names no fields: Factiva's order is fixed, and any of them may be missing.
void add_unnamed(Fields& fields, const std::string& line) {
  const auto missing = [&](std::string_view code) { return !fields.contains(code); };
  const bool words = line.ends_with(" mots") || line.ends_with(" words");
  if (words) {
    fields["WC"] = {line};
  } else if (missing("PD") && find_date(line)) {
    fields["PD"] = {line};
  } else if (!missing("PD") && missing("SN") && line.size() <= 8 && line.find(':') != std::string::npos) {
    fields["ET"] = {line};
  } else if (!missing("PD") && missing("SN")) {
    fields["SN"] = {line};
  } else if (!missing("SN") && missing("LA") && !known_language(line).empty()) {
    fields["LA"] = {line};
  } else if (missing("WC") && missing("PD") && !missing("HD") && missing("BY")) {
    fields["BY"] = {line};
  } else {
    fields["CY"].push_back(line);
  }
}

/// A page without codes: headline and paragraphs have classes, what stands between them is told by its form.
Fields fields_of_divs(const HtmlTree& tree, const std::vector<HtmlBlock>& blocks) {
  Fields fields;
  for (const HtmlBlock& block : blocks) {
    const HtmlNode& element = tree.node(block.element);
    const std::string_view id = tree.attribute(element, "id");
    const std::string_view classes = tree.attribute(element, "class");
    if (block.text.starts_with("Document ") && block.text.find(' ', 9) == std::string::npos)
      fields["AN"] = {block.text};
    else if (id == "hd" || classes.find("Headline") != std::string_view::npos)
      fields["HD"].push_back(block.text);
    else if (classes.find("articleParagraph") != std::string_view::npos)
      fields["TD"].push_back(block.text);
    else if (classes == "author")
      fields["BY"].push_back(block.text);
    else
      add_unnamed(fields, block.text);
  }
  return fields;
}

Article read_page(const Record& record) {
  const DecodedText decoded = decode_text(record.bytes, record.charset);
  const HtmlTree tree = parse_html(read_html_source(decoded.text).markup);
  const std::vector<HtmlBlock> blocks = read_blocks(tree);
  Fields fields = fields_of_table(tree, blocks);
  if (!fields.contains("HD")) fields = fields_of_divs(tree, blocks);
  Article article = article_of(fields);
  if (article.key.empty()) article.key = record.key;
  return article;
}

// XML

/// Every paragraph in an element, or its text when it has none.
void add_paragraphs(const XmlElement* element, std::vector<std::string>& paragraphs) {
  if (element == nullptr) return;
  const std::size_t before = paragraphs.size();
  for (const XmlElement& child : element->children)
    if (child.name == "paragraph" || child.name == "p")
      if (std::string line = line_of(&child); !line.empty()) paragraphs.push_back(std::move(line));
  if (paragraphs.size() > before) return;
  if (std::string line = line_of(element); !line.empty()) paragraphs.push_back(std::move(line));
}

/// "lemond0020161003eca30000a" of "distdoc:archive/ArchiveDoc::Article/lemond0020161003eca30000a".
std::string last_part(std::string_view reference) { return std::string(reference.substr(reference.rfind('/') + 1)); }

std::string reference_of(const XmlElement& article) {
  for (const char* name : {"accessionNo", "accessionNumber", "reference"})
    if (const std::string line = line_of(article.child(name)); !line.empty()) return last_part(line);
  for (const char* name : {"accessionNo", "reference", "id"})
    if (const auto value = article.attribute(name); !value.empty()) return last_part(value);
  return {};
}

void add_names(const XmlElement& article, std::string_view name, std::vector<std::string>& keywords) {
  for (const XmlElement& child : article.children) {
    if (child.name != name) continue;
    const XmlElement* inner = first_of(child, {"name", "descriptor", "codeD"});
    if (std::string line = line_of(inner == nullptr ? &child : inner); !line.empty())
      keywords.push_back(std::move(line));
  }
}

Article read_xml(const XmlElement& item) {
  const XmlElement* inner = item.name == "article" ? &item : item.find("article");
  const XmlElement& source = inner == nullptr ? item : *inner;
  Fields fields;
  const auto take = [&](const char* code, std::initializer_list<std::string_view> names) {
    if (const XmlElement* found = first_of(source, names)) add_paragraphs(found, fields[code]);
  };
  take("HD", {"headline"});
  take("BY", {"byline", "author"});
  take("SN", {"sourceName"});
  take("SE", {"sectionName", "section", "columnName"});
  take("LA", {"baseLanguage", "language"});
  take("PD", {"publicationDate", "date"});
  take("ET", {"publicationTime"});
  take("CR", {"credit"});
  take("CY", {"copyright"});
  take("LP", {"leadParagraph"});
  take("TD", {"tailParagraphs"});
  take("CT", {"contact"});
  Article article = article_of(fields);
  article.key = reference_of(source);
  for (const char* name : {"newsSubject", "industry"}) add_names(source, name, article.keywords);
  return article;
}

}  // namespace

std::variant<Article, Skip> read_factiva(const Record& record) {
  if (record.xml) return finished(read_xml(record.xml->element), record);
  Article article = read_page(record);
  article.path = record.path;
  if (!article.title.empty() || !joined_zones(article, std::nullopt).empty()) return article;
  return Skip{
      reason::no_text, message("there is neither a title nor a text"), record.path, 0, record.offset, {}, false};
}

namespace {

/// Exports in XML differ in what stands around their articles.
Likeness factiva_likeness(const Format& format, const FileHead& head) {
  const bool named = head.text().find("<ppsArticle") != std::string::npos;
  return named ? Likeness::sure : root_likeness(format, head);
}

std::unique_ptr<RecordReader> cut_factiva(ByteInput& input, const Opening& opening) {
  if (!opening.head.root().empty() && !looks_like_html(opening.head.bytes())) return cut_items(input, opening);
  return std::make_unique<ExportReader>(input, opening.file, ExportKind::factiva, opening.limits);
}

}  // namespace

const Format factiva_format{
    .name = "factiva",
    .title = "exports of Factiva",
    .endings = {{".xml"}, {".html"}, {".htm"}},
    .roots = {"ppsArticle", "ppsArticleResponse"},
    .items = {"ppsArticle", "article"},
    .likeness = factiva_likeness,
    .cut = cut_factiva,
    .make_extractor = make_extractor_of<PlainExtractor<read_factiva>>,
    .kind_of = &html_format,
    .is_kind = is_factiva_page,
};

}  // namespace hemero
