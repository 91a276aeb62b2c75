#include "indexer/formats/databases/bibtex_article.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>
#include <vector>

#include "common/base/dates/text_cursor.h"
#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "indexer/formats/databases/latex_text.h"
#include "indexer/formats/databases/reference_values.h"
#include "indexer/formats/named/named_article.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// What an entry says, by the names of its fields in small letters.
using BibtexFields = std::map<std::string, std::string, std::less<>>;

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& byte : small)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  return small;
}

/// "article" of "@Article{vasseur2019,"; empty for a line that begins no entry.
std::string entry_type(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('@')) return {};
  std::size_t end = 1;
  while (end < line.size() && is_ascii_letter(line[end])) ++end;
  const std::string_view behind = trimmed(line.substr(end));
  return end > 1 && behind.starts_with('{') ? small_letters(line.substr(1, end - 1)) : std::string();
}

/// The parser of one entry.
class EntryReader {
 public:
  explicit EntryReader(std::string_view entry) : rest_(entry) {}

  BibtexFields read() {
    rest_.remove_prefix(std::min(rest_.find(','), rest_.size()));  // the entry's key
    BibtexFields fields;
    while (skip_to_name()) {
      const std::string name = small_letters(take_word());
      skip_blanks();
      if (!rest_.starts_with('=')) continue;
      rest_.remove_prefix(1);
      fields.emplace(name, take_value());
    }
    return fields;
  }

 private:
  bool skip_to_name() {
    while (!rest_.empty() && !is_ascii_letter(rest_.front())) rest_.remove_prefix(1);
    return !rest_.empty();
  }

  void skip_blanks() { rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size())); }

  std::string_view take_word() {
    const std::size_t end = std::min(rest_.find_first_of(" \t\r\n=,{}\"#"), rest_.size());
    const std::string_view word = rest_.substr(0, std::max<std::size_t>(end, 1));
    rest_.remove_prefix(word.size());
    return word;
  }

  /// Parts in braces or quotation marks, numbers and names of strings, joined by "#".
  std::string take_value() {
    std::string value;
    while (true) {
      skip_blanks();
      if (rest_.empty()) return value;
      if (rest_.front() == '{' || rest_.front() == '"')
        value += take_delimited(rest_.front() == '{' ? '}' : '"');
      else if (rest_.front() != ',' && rest_.front() != '}')
        value += take_word();
      skip_blanks();
      if (!rest_.starts_with('#')) return value;
      rest_.remove_prefix(1);
    }
  }

  std::string_view take_delimited(char closing) {
    rest_.remove_prefix(1);
    std::size_t depth = 0;
    std::size_t at = 0;
    for (; at < rest_.size(); ++at) {
      const char byte = rest_[at];
      if (depth == 0 && byte == closing) break;
      if (byte == '\\') ++at;
      if (byte == '{') ++depth;
      if (byte == '}' && depth > 0) --depth;
    }
    at = std::min(at, rest_.size());
    const std::string_view value = rest_.substr(0, at);
    rest_.remove_prefix(std::min(at + 1, rest_.size()));
    return value;
  }

  std::string_view rest_;
};

/// Lines of a value as one; a blank line parts paragraphs.
std::string unwrapped(std::string_view value) {
  std::string text;
  bool parted = false;
  for (const std::string_view line : trimmed_lines(value)) {
    if (!line.empty() && !text.empty()) text += parted ? "\n" : " ";
    parted = line.empty();
    text += line;
  }
  return text;
}

/// "Claire Vasseur" and "AFP and others" of "Vasseur, Claire and {AFP and others}".
std::vector<std::string> names_in(std::string_view list) {
  std::vector<std::string> names;
  std::size_t depth = 0;
  std::size_t begin = 0;
  constexpr std::string_view joint = " and ";
  for (std::size_t at = 0; at <= list.size(); ++at) {
    if (at < list.size() && list[at] == '{') ++depth;
    if (at < list.size() && list[at] == '}' && depth > 0) --depth;
    if (at < list.size() && (depth > 0 || !list.substr(at).starts_with(joint))) continue;
    const std::string_view name = trimmed(list.substr(begin, at - begin));
    const bool whole = name.starts_with('{') && name.ends_with('}') && name.find('}') == name.size() - 1;
    const std::string text = latex_text(name);
    if (!text.empty()) names.push_back(whole ? text : name_as_printed(text));
    begin = at + joint.size() - 1;  // its blank may begin another one
    at = begin - 1;
  }
  return names;
}

/// "03" of what BibTeX calls a month: "mar", "March", "3"; others stay as they are.
std::string month_number(std::string month) {
  constexpr std::array<std::string_view, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                   "jul", "aug", "sep", "oct", "nov", "dec"};
  if (!std::all_of(month.begin(), month.end(), is_ascii_letter)) return month;
  const auto* const found = std::find(names.begin(), names.end(), small_letters(month.substr(0, 3)));
  return found == names.end() ? month : std::to_string(found - names.begin() + 1);
}

/// What tells when it was published.
std::string date_of(const BibtexFields& fields) {
  const auto text = [&](std::string_view name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : latex_text(trimmed(found->second));
  };
  if (const std::string date = text("date"); !date.empty()) return date.substr(0, date.find('/'));
  return joined_date(text("year"), month_number(text("month")), text("day"));
}

Likeness bibtex_likeness(const Format&, const FileHead& head) {
  std::string_view text = head.text();
  while (!text.empty()) {
    const std::string_view line = trimmed(text.substr(0, text.find('\n')));
    if (!line.empty() && !line.starts_with('%')) return entry_type(line).empty() ? Likeness::none : Likeness::sure;
    text.remove_prefix(std::min(text.find('\n'), text.size() - 1) + 1);
  }
  return Likeness::none;
}

std::unique_ptr<RecordReader> cut_entries(ByteInput& input, const Opening& opening) {
  return std::make_unique<BibtexReader>(input, opening.file, opening.limits);
}

}  // namespace

std::optional<SourceItem> BibtexReader::next() {
  while (true) {
    if (!entry_.empty() && depth_ <= 0)
      if (auto whole = give()) return whole;
    const auto line = lines_.next();
    if (!line) return entry_.empty() ? std::nullopt : give();
    const bool begins = line->text.starts_with('@') && !entry_type(line->text).empty();
    if (entry_.empty() && !begins) continue;
    std::optional<SourceItem> before = begins && !entry_.empty() ? give() : std::nullopt;
    if (entry_.empty()) {
      line_ = line->number;
      offset_ = line->offset;
    }
    if (!take(*line)) return skip_entry();
    if (before) return before;
  }
}

/// False when the entry is too long.
bool BibtexReader::take(const Line& line) {
  if (line.too_long || entry_.size() + line.text.size() > longest_) return false;
  for (std::size_t at = 0; at < line.text.size(); ++at) {
    if (line.text[at] == '\\')
      ++at;
    else if (line.text[at] == '{')
      ++depth_;
    else if (line.text[at] == '}')
      --depth_;
  }
  entry_.append(line.text) += '\n';
  return true;
}

/// The entry that was read; nothing of what is none.
std::optional<SourceItem> BibtexReader::give() {
  depth_ = 0;
  Record record{std::exchange(entry_, {}), path_, key_, line_, offset_};
  if (is_one_of(entry_type(record.bytes.substr(0, record.bytes.find('\n'))), {"string", "comment", "preamble"}))
    return std::nullopt;
  return record;
}

Skip BibtexReader::skip_entry() {
  entry_.clear();
  depth_ = 0;
  return {
      reason::too_long, message("the record is longer than {} MiB", longest_ >> 20), path_, line_, offset_, {}, false};
}

std::variant<Article, Skip> read_bibtex(const Record& record) {
  const std::string entry = decode_text(record.bytes).text;
  const std::string type = entry_type(entry.substr(0, entry.find('\n')));
  const BibtexFields fields = EntryReader(entry).read();
  if (!is_press_reference(type))
    return refuse(record, reason::no_article, message("a reference of type {}, not an article of the press", type),
                  record.bytes);
  const auto first_of = [&](std::initializer_list<std::string_view> names) -> std::string {
    for (const std::string_view name : names)
      if (const auto found = fields.find(name); found != fields.end() && !trimmed(found->second).empty())
        return found->second;
    return {};
  };
  const auto field = [&](std::string_view name) -> std::string {
    if (name == "url") return first_of({"url"});
    if (name == "title") return latex_text(unwrapped(first_of({"title"})));
    if (name == "text") return latex_text(unwrapped(first_of({"abstract"})));
    if (name == "lead") return latex_text(unwrapped(first_of({"subtitle", "titleaddon"})));
    if (name == "date") return date_of(fields);
    if (name == "source")
      return latex_text(
          unwrapped(first_of({"journaltitle", "journal", "newspaper", "organization", "publisher", "institution"})));
    if (name == "keywords") return parted_by_lines(latex_text(unwrapped(first_of({"keywords", "keyword"}))));
    if (name == "language") return first_of({"language", "langid", "hyphenation"});
    return {};
  };
  Article article = article_of_fields(field, record);
  article.authors = names_in(unwrapped(first_of({"author", "shortauthor"})));  // each a whole name already
  if (article.title.empty() && article.text.empty()) return refuse_empty(record, record.bytes);
  return article;
}

const Format bibtex_format{
    .name = "bibtex",
    .title = "references (BibTeX)",
    .endings = {{".bib", Likeness::perhaps}},
    .likeness = bibtex_likeness,
    .cut = cut_entries,
    .make_extractor = make_extractor_of<PlainExtractor<read_bibtex>>,
};

}  // namespace hemero
