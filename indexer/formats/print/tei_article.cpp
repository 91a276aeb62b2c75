#include "indexer/formats/print/tei_article.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/html/html_tree.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/prose/line_join.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_block(std::string_view name) {
  return name.starts_with("div") ||
         is_one_of(name,
                   {"p",      "ab",      "head",      "l",       "lg",        "item",      "label",       "list",
                    "row",    "cell",    "table",     "byline",  "dateline",  "opener",    "closer",      "signed",
                    "salute", "trailer", "docAuthor", "docDate", "epigraph",  "argument",  "sp",          "speaker",
                    "stage",  "front",   "body",      "back",    "titlePage", "titlePart", "floatingText"});
}

/// What stands beside the text: notes, running heads and page numbers, pictures with what is said of them.
bool is_beside(std::string_view name) { return is_one_of(name, {"note", "fw", "figure", "figDesc", "noteGrp"}); }

bool is_line_break(std::string_view name) { return is_one_of(name, {"lb", "pb", "cb", "milestone"}); }

/// Of a choice the reading of the page as it was printed.
const XmlElement* printed_reading(const XmlElement& choice) { return first_of(choice, {"orig", "sic", "abbr"}); }

/// The text of an element, block by block.
class TeiText {
 public:
  TeiText(Article& article, const XmlElement* title) : article_(article), title_(title) {}

  void add(const XmlElement& element) {
    for (const XmlElement& child : element.children) add_child(child);
    flush();
  }

 private:
  /// Whether a word goes on behind a line's end: not, by its hyphen, or because the encoder says so.
  enum class Cut : unsigned char { none, marked, sure };

  void add_child(const XmlElement& child) {
    if (child.name.empty()) return append(child.text);
    if (&child == title_ || child.name == "del") return;
    if (is_line_break(child.name)) return break_line(child.attribute("break"));
    if (is_beside(child.name)) return add_beside(child);
    if (child.name == "choice")
      if (const XmlElement* reading = printed_reading(child)) return add_inside(*reading);
    if (!is_block(child.name)) return add_inside(child);
    flush();
    const ZoneKind around = std::exchange(kind_, kind_of(child.name));
    add(child);
    kind_ = around;
  }

  void add_inside(const XmlElement& element) {
    for (const XmlElement& child : element.children) add_child(child);
  }

  ZoneKind kind_of(std::string_view name) const {
    if (name == "head" || name == "titlePart" || name == "speaker") return ZoneKind::heading;
    if (is_one_of(name, {"byline", "dateline", "docAuthor", "docDate", "signed"})) return ZoneKind::debris;
    return name.starts_with("div") || kind_ == ZoneKind::heading ? ZoneKind::paragraph : kind_;
  }

  /// A note does not break the paragraph that it belongs to: it follows it.
  void add_beside(const XmlElement& element) {
    std::string line;
    append_collapsed(line, text_of(element));
    if (!trimmed(line).empty()) beside_.emplace_back(trimmed(line));
  }

  /// What an encoder says of a line's end counts; else a hyphen there cuts the word.
  void break_line(std::string_view said) {
    if (cut_ != Cut::none) return;
    const bool marked = said != "yes" && !cut_part(last_word()).empty();
    if (said != "no" && !marked) return append(" ");
    while (line_.ends_with(' ')) line_.pop_back();
    cut_ = said == "no" ? Cut::sure : Cut::marked;
  }

  void append(std::string_view text) {
    if (cut_ != Cut::none) {
      text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
      if (text.empty()) return;
      join(text, std::exchange(cut_, Cut::none));
    }
    append_collapsed(line_, text);
  }

  /// Takes the hyphen off that stands where a word was cut, unless French wants it there.
  void join(std::string_view next, Cut cut) {
    const std::string_view part = cut_part(last_word());
    const bool goes_on = char_class(code_point_at(next, 0).value) == CharClass::letter && !leaves_hyphen_open(next);
    if (cut == Cut::marked && !goes_on) {
      line_ += ' ';
    } else if (!part.empty() && !keeps_hyphen(part, next)) {
      line_.resize(line_.size() - (last_word().size() - part.size()));
    }
  }

  /// Of the line so far, without the blanks behind it.
  std::string_view last_word() const {
    const std::string_view line = std::string_view(line_).substr(0, line_.find_last_not_of(' ') + 1);
    const std::size_t blank = line.rfind(' ');
    return blank == std::string_view::npos ? line : line.substr(blank + 1);
  }

  void flush() {
    cut_ = Cut::none;
    if (const auto line = trimmed(line_); !line.empty()) append_zone(article_, kind_, line);
    line_.clear();
    for (const std::string& beside : std::exchange(beside_, {})) append_zone(article_, ZoneKind::debris, beside);
  }

  Article& article_;
  const XmlElement* title_;  ///< the heading that is the article's title
  ZoneKind kind_ = ZoneKind::paragraph;
  std::string line_;
  std::vector<std::string> beside_;  ///< what stands beside the block being read
  Cut cut_ = Cut::none;              ///< at the end of the line, which was the last thing that was read
};

std::string line_at(const XmlElement& element, std::initializer_list<std::string_view> path) {
  return line_of(element.at(path));
}

/// The first date of an element that says one, in an attribute or as text.
void set_date(Article& article, const XmlElement* element) {
  if (element == nullptr || article.date) return;
  if (element->name == "date" || element->name == "docDate") {
    for (const char* name : {"when", "when-iso", "notBefore", "from", "value"}) {
      article.date_text = element->attribute(name);
      article.date = read_date(article.date_text);
      if (article.date) return;
    }
    article.date_text = line_of(element);
    article.date = read_date(article.date_text);
  }
  for (const XmlElement& child : element->children) set_date(article, &child);
}

/// The title with this level in a header: "a" of an article, "j" of a newspaper.
std::string title_of_level(const XmlElement& element, std::string_view level) {
  for (const XmlElement& child : element.children) {
    if (child.name == "title" && child.attribute("level") == level) return line_of(&child);
    if (std::string inside = title_of_level(child, level); !inside.empty()) return inside;
  }
  return {};
}

void add_persons(const XmlElement* element, std::vector<std::string>& names) {
  if (element == nullptr) return;
  for (const XmlElement& child : element->children) {
    if (child.name != "author") continue;
    const XmlElement* person = child.find("persName");
    if (std::string name = line_of(person == nullptr ? &child : person); !name.empty())
      names.push_back(std::move(name));
  }
}

void add_terms(const XmlElement* element, std::vector<std::string>& keywords) {
  if (element == nullptr) return;
  for (const XmlElement& child : element->children) {
    if (is_one_of(child.name, {"term", "item"}))
      keywords.push_back(line_of(&child));
    else
      add_terms(&child, keywords);
  }
}

/// What a header says and the article does not say already.
void read_header(const XmlElement& header, Article& article) {
  const auto fill = [](std::string& field, std::string value) {
    if (field.empty()) field = std::move(value);
  };
  const XmlElement none;
  const XmlElement* described = header.child("fileDesc");
  const XmlElement& file = described == nullptr ? none : *described;
  const XmlElement* origin = file.child("sourceDesc");
  fill(article.title, line_at(file, {"titleStmt", "title"}));
  if (article.authors.empty()) add_persons(file.child("titleStmt"), article.authors);
  if (origin != nullptr) fill(article.source, title_of_level(*origin, "j"));
  fill(article.source, title_of_level(file, "j"));
  fill(article.source, line_at(file, {"publicationStmt", "publisher"}));
  set_date(article, origin);
  set_date(article, header.at({"profileDesc", "creation"}));
  set_date(article, file.child("publicationStmt"));
  if (const XmlElement* language = header.at({"profileDesc", "langUsage", "language"}))
    fill(article.language, std::string(language->attribute("ident")));
  if (article.keywords.empty()) add_terms(header.at({"profileDesc", "textClass", "keywords"}), article.keywords);
  for (const XmlElement& child : file.children)
    if (child.name == "publicationStmt")
      if (const std::string id = line_of(child.child("idno")); id.starts_with("http")) fill(article.url, id);
}

/// The element of type article, when the text was cut into these.
const XmlElement* article_div(const XmlElement& tei) {
  const XmlElement* body = tei.at({"text", "body"});
  if (body == nullptr || body->children.size() != 1) return nullptr;
  const XmlElement& only = body->children.front();
  return only.attribute("type") == "article" ? &only : nullptr;
}

/// "Claire Vasseur" of "Par Claire Vasseur."
std::vector<std::string> signers_of(const XmlElement& div) {
  for (const char* name : {"docAuthor", "byline", "signed"}) {
    const XmlElement* found = div.find(name);
    if (found == nullptr) continue;
    const XmlElement* person = found->find("persName");
    std::string line = line_of(person == nullptr ? found : person);
    while (line.ends_with('.') || line.ends_with(',')) line.pop_back();
    if (auto names = names_of_signature(line); !names.empty()) return names;
  }
  return {};
}

}  // namespace

std::variant<Article, Skip> read_tei(const Record& record) {
  const XmlElement& tei = record.xml->element;
  Article article;
  const XmlElement* title = nullptr;
  if (const XmlElement* div = article_div(tei)) {
    title = div->child("head");
    article.title = line_of(title);
    article.language = div->attribute("xml:lang");
    set_date(article, div->find("docDate"));
    set_date(article, div->find("dateline"));
    article.authors = signers_of(*div);
  }
  if (article.language.empty()) article.language = tei.attribute("xml:lang");
  if (const XmlElement* header = tei.child("teiHeader")) read_header(*header, article);
  if (const XmlElement* corpus = record.xml->head->child("teiHeader")) read_header(*corpus, article);
  TeiText text(article, title);
  if (const XmlElement* whole = tei.child("text")) text.add(*whole);
  return finished(std::move(article), record);
}

}  // namespace hemero
