#include "indexer/formats/databases/ris_article.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "common/base/dates/date_reader.h"
#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "indexer/formats/databases/reference_values.h"
#include "indexer/formats/named/named_article.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::string_view tag_end = "  -";
constexpr std::size_t tag_size = 2 + tag_end.size();

/// "TY" of "TY  - NEWS"; empty for a line that goes on with the one before.
std::string_view tag_of(std::string_view line) {
  const auto is_sign = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  const bool tagged = line.size() >= tag_size && is_sign(line[0]) && is_sign(line[1]) && line.substr(2, 3) == tag_end;
  return tagged ? line.substr(0, 2) : std::string_view();
}

/// Which tags give a field, the first that says something.
struct TaggedField {
  std::string_view field;
  std::vector<std::string_view> tags;
};

const std::array tagged_fields{
    TaggedField{"id", {"ID", "AN"}},
    TaggedField{"url", {"UR", "L2"}},
    TaggedField{"title", {"TI", "T1", "ST"}},
    TaggedField{"text", {"AB", "N2"}},
    TaggedField{"date", {"DA", "PY", "Y1"}},
    TaggedField{"author", {"AU", "A1"}},
    TaggedField{"source", {"T2", "JO", "JF", "JA", "J2", "PB"}},
    TaggedField{"section", {"SE"}},
    TaggedField{"keywords", {"KW"}},
    TaggedField{"language", {"LA"}},
};

/// "2019/03/12/", "2019///" and "2019/03/12/soir" as 2019-03-12 and 2019.
std::string iso_date(std::string text) {
  std::vector<std::string> parts{""};
  for (const char c : text) {
    if (c == '/')
      parts.emplace_back();
    else
      parts.back() += c;
  }
  if (parts.size() < 3) return text;
  std::string iso = parts[0];
  for (std::size_t i = 1; i < 3 && !parts[i].empty(); ++i) iso += '-' + parts[i];
  return iso;
}

/// The date of DA; EndNote writes it as it is printed, without the year of PY: "Mar 12".
std::string date_of(const std::string& date, const std::string& year) {
  const std::string iso = iso_date(date);
  const bool without_year = date != year && iso == date && !read_date(date);
  return without_year ? joined_date(year.substr(0, 4), date, {}) : iso;
}

/// What several lines of one tag are joined by: names and paragraphs stay apart.
char joint_of(std::string_view tag) {
  constexpr std::array<std::string_view, 5> lists{"AU", "A1", "KW", "AB", "N2"};
  return std::find(lists.begin(), lists.end(), tag) == lists.end() ? ' ' : '\n';
}

/// What the lines of a reference say, by tag.
std::map<std::string, std::string, std::less<>> read_tags(const std::string& text) {
  std::map<std::string, std::string, std::less<>> said;
  std::string tag;
  for (const std::string_view line : trimmed_lines(text)) {
    const bool tagged = !tag_of(line).empty();
    if (tagged) tag = tag_of(line);
    std::string value(trimmed(tagged ? line.substr(tag_size) : line));
    if (tag == "AU" || tag == "A1") value = name_as_printed(value);
    if (value.empty()) continue;
    std::string& values = said[tag];
    if (!values.empty()) values += joint_of(tag);
    values += value;
  }
  return said;
}

Likeness ris_likeness(const Format&, const FileHead& head) {
  const std::string_view text = head.text();
  const auto begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
  return tag_of(text.substr(begin)) == "TY" ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_references(ByteInput& input, const Opening& opening) {
  return std::make_unique<RisReader>(input, opening.file, opening.limits);
}

}  // namespace

/// A line TY begins a reference, also where the one before it lacks its end.
std::optional<SourceItem> RisReader::next() {
  Record record = std::exchange(begun_, {});
  while (const auto line = lines_.next()) {
    const std::string_view tag = tag_of(line->text);
    if (tag == "TY" && record.line > 0) {
      begun_ = begin(*line);
      return record;
    }
    if (tag == "TY") record = begin(*line);
    if (tag == "TY" || record.line == 0) continue;
    if (tag == "ER") return record;
    if (line->too_long || record.bytes.size() + line->text.size() > longest_)
      return Skip{reason::too_long,
                  message("the record is longer than {} MiB", longest_ >> 20),
                  path_,
                  record.line,
                  record.offset,
                  {},
                  false};
    record.bytes.append(line->text) += '\n';
  }
  if (record.line == 0) return std::nullopt;
  return record;
}

Record RisReader::begin(const Line& line) const {
  return {std::string(line.text) + '\n', path_, key_, line.number, line.offset};
}

std::variant<Article, Skip> read_ris(const Record& record) {
  const auto said = read_tags(decode_text(record.bytes).text);
  const auto type = said.find("TY");
  if (type == said.end() || !is_press_reference(type->second))
    return refuse(
        record, reason::no_article,
        message("a reference of type {}, not an article of the press", type == said.end() ? "?" : type->second),
        record.bytes);
  const auto value = [&](std::string_view name) -> std::string {
    for (const TaggedField& tagged : tagged_fields) {
      if (tagged.field != name) continue;
      for (const std::string_view tag : tagged.tags)
        if (const auto found = said.find(tag); found != said.end()) return found->second;
    }
    return {};
  };
  const auto field = [&](std::string_view name) {
    if (name == "date") return date_of(value(name), said.contains("PY") ? said.at("PY") : std::string());
    return value(name);
  };
  Article article = article_of_fields(field, record);
  if (article.title.empty() && article.text.empty()) return refuse_empty(record, record.bytes);
  return article;
}

const Format ris_format{
    .name = "ris",
    .title = "references (RIS)",
    .endings = {{".ris", Likeness::perhaps}},
    .likeness = ris_likeness,
    .cut = cut_references,
    .make_extractor = make_extractor_of<PlainExtractor<read_ris>>,
};

}  // namespace hemero
