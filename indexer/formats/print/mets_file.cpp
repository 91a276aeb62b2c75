#include "indexer/formats/print/mets_file.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "common/text/characters/unicode.h"
#include "indexer/formats/print/mets_links.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// What dmdSec sections say, by their ids.
struct Description {
  std::string title;
  std::string date;
  std::string language;
  std::vector<std::string> authors;
};
using Descriptions = std::map<std::string, Description, std::less<>>;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// "TITLESECTION" of "TITLE_SECTION" and of "TitleSection".
std::string type_of(const XmlElement& div) {
  std::string type;
  for (const char byte : div.attribute("TYPE"))
    if (byte != '_' && byte != '-' && byte != ' ')
      type += static_cast<char>(byte >= 'a' && byte <= 'z' ? byte - 32 : byte);
  return type;
}

bool is_article(std::string_view type) {
  return is_one_of(type, {"ARTICLE", "AD", "ADVERT", "ADVERTISEMENT", "ADVERTISING", "DEATHNOTICE", "OBITUARY",
                          "WEATHER", "LETTER", "POEM", "SERIAL", "NOTICE"});
}

bool is_heading(std::string_view type) {
  return is_one_of(type, {"HEADING", "TITLE", "SUBTITLE", "HEADLINE", "SUBHEADLINE", "OVERLINE", "SUBHEADING"});
}

bool is_masthead(std::string_view type) {
  return is_one_of(type, {"TITLESECTION", "PUBLISHINGSTMT", "PUBLISHINGSTATEMENT", "HEADER", "FOOTER", "PAGENUMBER"});
}

template <typename Visit>
void for_each_inside(const XmlElement& element, std::string_view name, const Visit& visit) {
  for (const XmlElement& child : element.children) {
    if (child.name == name) visit(child);
    for_each_inside(child, name, visit);
  }
}

/// The title as printed: "Le" or "L’" and "Nord." are apart for sorting, and so is the subtitle.
std::string title_of(const XmlElement& info) {
  std::string title;
  for (const char* part : {"nonSort", "title", "subTitle"}) {
    const std::string line = line_of(info.child(part));
    const bool apart = !line.empty() && !title.empty() && !title.ends_with('\'') && !title.ends_with("’");
    (title += apart ? " " : "") += line;
  }
  return title;
}

/// "JUDITH CLADEL" of "JUDITH CLADEL."; "M.-L. N." stays.
std::string without_full_stop(std::string name) {
  const bool word = name.size() > 3 && name.find_last_of(" .", name.size() - 2) + 3 < name.size();
  if (name.ends_with('.') && (word || name.find_last_of(" .", name.size() - 2) == std::string::npos)) name.pop_back();
  return name;
}

/// Whoever wrote it: a name whose role is author, or that has none.
std::string author_of(const XmlElement& name) {
  const std::string role = line_of(name.at({"role", "roleTerm"}));
  if (!role.empty() && !is_one_of(role, {"aut", "Author", "author", "aui", "070"})) return {};
  std::string given;
  std::string family;
  for (const XmlElement& part : name.children)
    if (part.name == "namePart" && part.attribute("type") != "date")
      (part.attribute("type") == "given" ? given : family) +=
          (given.empty() || family.empty() ? "" : " ") + line_of(&part);
  return without_full_stop(given.empty() || family.empty() ? given + family : given + " " + family);
}

Description read_mods(const XmlElement& mods) {
  Description found;
  for (const XmlElement& child : mods.children) {
    if (child.name == "titleInfo" && child.attribute("type").empty())
      (found.title += found.title.empty() ? "" : " ") += title_of(child);
    if (child.name == "name")
      if (std::string author = author_of(child); !author.empty()) found.authors.push_back(std::move(author));
    if (child.name == "language" && found.language.empty()) found.language = line_of(child.child("languageTerm"));
    if (child.name != "originInfo") continue;
    for (const char* date : {"dateIssued", "dateCreated"})
      if (found.date.empty()) found.date = line_of(child.child(date));
  }
  return found;
}

Description read_dublin_core(const XmlElement& data) {
  Description found;
  const auto line = [&](std::string_view name) { return line_of(data.find(name)); };
  found.title = line("dc:title");
  found.date = line("dc:date");
  found.language = line("dc:language");
  return found;
}

Description read_description(const XmlElement& section) {
  if (const XmlElement* mods = section.find("mods")) return read_mods(*mods);
  return read_dublin_core(section);
}

/// "ALLEMAGNE." of "– ALLEMAGNE."; nothing of "Untitled Article", which programs write where they know no title.
std::string_view said_title(std::string_view title) {
  constexpr std::string_view untitled = "Untitled";
  if (title.starts_with(untitled) && (title.size() == untitled.size() || title[untitled.size()] == ' ')) return {};
  for (title = trimmed(title); !title.empty(); title = trimmed(title)) {
    const CodePoint c = code_point_at(title, 0);
    if (c.value != U'-' && c.value != U'–' && c.value != U'—') break;
    title.remove_prefix(c.size);
  }
  return title;
}

std::vector<std::string_view> words_of(std::string_view list) {
  std::vector<std::string_view> words;
  while (!(list = trimmed(list)).empty()) {
    words.push_back(list.substr(0, list.find(' ')));
    list.remove_prefix(words.back().size());
  }
  return words;
}

class Builder {
 public:
  explicit Builder(MetsIssue& issue) : issue_(issue) {}

  void add(XmlElement element) {
    if (element.name == "dmdSec") descriptions_[std::string(element.attribute("ID"))] = read_description(element);
    if (element.name == "fileSec") add_files(element);
    if (element.name == "structLink") links_.add_links(element);
    if (element.name == "structMap") maps_.push_back(std::move(element));
  }

  /// Where no div refers to it, what has a date describes the issue.
  void finish() {
    for (const XmlElement& map : maps_) links_.add_divisions(map);
    for (const XmlElement& map : maps_) add_structure(map);
    for (const auto& [id, description] : descriptions_)
      if (!description.date.empty()) describe_issue(description);
  }

 private:
  /// All files but those that are tables of contents.
  void add_files(const XmlElement& group) {
    const std::string_view use = group.attribute("USE");
    if (use == "toc" || use == "TOC") return;
    for (const XmlElement& child : group.children) child.name == "file" ? add_file(child) : add_files(child);
  }

  void add_file(const XmlElement& file) {
    const XmlElement* location = file.child("FLocat");
    const std::string type(file.attribute("MIMETYPE"));
    if (location == nullptr || type.starts_with("image/")) return;
    std::string path(location->attribute("xlink:href"));
    const std::string name(trimmed(path.substr(0, path.find_first_of("?#"))));
    if (type.starts_with("application/pdf") || name.ends_with(".pdf")) return issue_.images.push_back(std::move(path));
    if (!name.ends_with(".xml") && !name.ends_with(".alto") && !name.ends_with(".XML")) return;
    page_of_.emplace(file.attribute("ID"), issue_.pages.size());
    issue_.pages.push_back({std::string(file.attribute("ID")), std::move(path), {}});
  }

  void add_structure(const XmlElement& map) {
    bool logical = false;
    for_each_inside(map, "div", [&](const XmlElement& div) { logical = logical || is_article(type_of(div)); });
    const bool first = issue_.articles.empty();
    for (const XmlElement& div : map.children) {
      if (div.name != "div") continue;
      describe_from(div);
      if (logical && first) walk(div, {});
    }
    if (!logical) number_pages(map);
  }

  /// The outer divs stand for the newspaper, the volume and the issue; what the inner ones say goes before.
  void describe_from(const XmlElement& div) {
    const std::string type = type_of(div);
    if (is_one_of(type, {"CONTENT", "TITLESECTION", "PAGE", "OBJECT"}) || is_article(type)) return;
    for (const XmlElement& child : div.children)
      if (child.name == "div") describe_from(child);
    if (is_one_of(type, {"SECTION", "HEADING", "BODY"})) return;
    for (const std::string_view id : words_of(div.attribute("DMDID")))
      if (const auto found = descriptions_.find(id); found != descriptions_.end()) describe_issue(found->second);
  }

  void describe_issue(const Description& description) {
    const std::string& title = description.title;
    const bool name = !title.empty() && char_class(code_point_at(title, 0).value) != CharClass::digit;
    const auto fill = [](std::string& field, const std::string& value) {
      if (field.empty()) field = value;
    };
    if (!description.date.empty() || name) fill(issue_.language, description.language);
    fill(issue_.date, description.date);
    if (name && description.authors.empty()) fill(issue_.paper, title);
  }

  /// The pages as the physical structure has them: by ORDERLABEL, else by ORDER.
  void number_pages(const XmlElement& map) {
    for_each_inside(map, "div", [&](const XmlElement& div) {
      std::string number(div.attribute("ORDERLABEL"));
      if (number.empty()) number = div.attribute("ORDER");
      for (const XmlElement& pointer : div.children) {
        if (pointer.name != "fptr") continue;
        set_number(pointer.attribute("FILEID"), number);
        for_each_inside(pointer, "area", [&](const XmlElement& area) { set_number(area.attribute("FILEID"), number); });
      }
    });
  }

  void set_number(std::string_view file, const std::string& number) {
    const auto page = page_of_.find(file);
    if (page != page_of_.end() && issue_.pages[page->second].number.empty()) issue_.pages[page->second].number = number;
  }

  void walk(const XmlElement& div, const std::string& section) {
    const std::string type = type_of(div);
    if (is_article(type)) return add_article(div, section);
    if (is_masthead(type) || is_heading(type)) return add_areas(div, PieceKind::text, issue_.mastheads);
    const std::string name = type == "SECTION" ? name_of(div) : std::string();
    for (const XmlElement& child : div.children)
      if (child.name == "div") walk(child, name.empty() ? section : name);
  }

  std::string name_of(const XmlElement& div) const {
    if (const std::string_view label = said_title(div.attribute("LABEL")); !label.empty()) return std::string(label);
    for (const std::string_view id : words_of(div.attribute("DMDID")))
      if (const auto found = descriptions_.find(id); found != descriptions_.end())
        if (const std::string_view title = said_title(found->second.title); !title.empty()) return std::string(title);
    return {};
  }

  void add_article(const XmlElement& div, const std::string& section) {
    MetsArticle article;
    article.id = div.attribute("ID");
    article.title = name_of(div);
    article.section = section;
    for (const std::string_view id : words_of(div.attribute("DMDID"))) {
      const auto found = descriptions_.find(id);
      if (found == descriptions_.end()) continue;
      article.authors = found->second.authors;
      article.language = found->second.language;
    }
    begun_ = false;
    add_areas(div, PieceKind::text, article.areas);
    issue_.articles.push_back(std::move(article));
  }

  /// The areas below a div. Headings behind the first text stand inside the article.
  void add_areas(const XmlElement& div, PieceKind kind, std::vector<MetsArea>& areas) {
    const std::string type = type_of(div);
    if (type == "INSIDEHEADING" || (is_heading(type) && (begun_ || kind == PieceKind::inside_heading)))
      kind = PieceKind::inside_heading;
    else if (is_heading(type))
      kind = PieceKind::heading;
    if (type == "AUTHOR" || type == "BYLINE") kind = PieceKind::author;
    if (div.child("fptr") == nullptr) take(linked_areas(div, kind), areas);
    for (const XmlElement& child : div.children) {
      if (child.name == "div") add_areas(child, kind, areas);
      if (child.name == "fptr") take(areas_of_pointer(child, kind), areas);
    }
  }

  void take(std::vector<MetsArea> found, std::vector<MetsArea>& areas) {
    begun_ = begun_ || (!found.empty() && found.front().kind == PieceKind::text);
    std::move(found.begin(), found.end(), std::back_inserter(areas));
  }

  std::vector<MetsArea> linked_areas(const XmlElement& div, PieceKind kind) {
    std::vector<MetsArea> areas = links_.areas_of(div.attribute("ID"), page_of_);
    for (MetsArea& area : areas) area.kind = kind;
    return areas;
  }

  MetsIssue& issue_;
  Descriptions descriptions_;
  PageIndex page_of_;
  std::vector<XmlElement> maps_;
  MetsLinks links_;
  bool begun_ = false;  ///< the article being read has a text already
};

}  // namespace

MetsIssue read_mets(ByteInput& input, const InputLimits& limits) {
  MetsIssue issue;
  Builder builder(issue);
  XmlReader reader(input, {"dmdSec", "fileSec", "structMap", "structLink"}, limits);
  while (auto result = reader.next()) {
    if (auto* fault = std::get_if<XmlFault>(&*result)) {
      issue.fault = std::move(*fault);
      continue;
    }
    auto& item = std::get<XmlItem>(*result);
    if (item.head && issue.address.empty() && item.head->attribute("OBJID").starts_with("http"))
      issue.address = item.head->attribute("OBJID");
    builder.add(std::move(item.element));
  }
  builder.finish();
  return issue;
}

}  // namespace hemero
