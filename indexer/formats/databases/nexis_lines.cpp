#include "indexer/formats/databases/nexis_lines.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "common/base/dates/date_search.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/named/key_names.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr std::size_t longest_name = 40;  ///< bytes of what stands before a colon

/// What a line with a name says. Those from `keywords` on stand behind the text.
enum class NexisField : std::uint8_t { title, author, section, lead, beside, keywords, language, load_date, tail };

struct NamedLine {
  NexisField field = NexisField::tail;
  std::string_view value;
  bool no_break = false;  ///< a no-break space stands behind the colon, as Nexis Uni prints it
};

using FieldName = std::pair<std::string_view, NexisField>;

/// The names that are printed in English, French and German, in the form of plain_key().
constexpr std::array field_names{FieldName{"headline", NexisField::title},
                                 FieldName{"titre", NexisField::title},
                                 FieldName{"byline", NexisField::author},
                                 FieldName{"author", NexisField::author},
                                 FieldName{"auteur", NexisField::author},
                                 FieldName{"autor", NexisField::author},
                                 FieldName{"section", NexisField::section},
                                 FieldName{"rubrique", NexisField::section},
                                 FieldName{"rubrik", NexisField::section},
                                 FieldName{"highlight", NexisField::lead},
                                 FieldName{"insert", NexisField::lead},
                                 FieldName{"encart", NexisField::lead},
                                 FieldName{"length", NexisField::beside},
                                 FieldName{"longueur", NexisField::beside},
                                 FieldName{"lange", NexisField::beside},
                                 FieldName{"dateline", NexisField::beside},
                                 FieldName{"series", NexisField::beside},
                                 FieldName{"subject", NexisField::keywords},
                                 FieldName{"sujet", NexisField::keywords},
                                 FieldName{"person", NexisField::keywords},
                                 FieldName{"personne", NexisField::keywords},
                                 FieldName{"company", NexisField::keywords},
                                 FieldName{"societe", NexisField::keywords},
                                 FieldName{"organization", NexisField::keywords},
                                 FieldName{"organisation", NexisField::keywords},
                                 FieldName{"geographic", NexisField::keywords},
                                 FieldName{"geolocalization", NexisField::keywords},
                                 FieldName{"localisationgeo", NexisField::keywords},
                                 FieldName{"language", NexisField::language},
                                 FieldName{"langue", NexisField::language},
                                 FieldName{"sprache", NexisField::language},
                                 FieldName{"loaddate", NexisField::load_date},
                                 FieldName{"datechargement", NexisField::load_date},
                                 FieldName{"datedechargement", NexisField::load_date},
                                 FieldName{"update", NexisField::load_date},
                                 FieldName{"publicationtype", NexisField::tail},
                                 FieldName{"typepublication", NexisField::tail},
                                 FieldName{"typedepublication", NexisField::tail},
                                 FieldName{"publikationstyp", NexisField::tail},
                                 FieldName{"journalcode", NexisField::tail},
                                 FieldName{"codejournal", NexisField::tail},
                                 FieldName{"ticker", NexisField::tail},
                                 FieldName{"stocksymbol", NexisField::tail},
                                 FieldName{"symboleboursier", NexisField::tail},
                                 FieldName{"industry", NexisField::tail},
                                 FieldName{"activitysector", NexisField::tail},
                                 FieldName{"secteuractivite", NexisField::tail},
                                 FieldName{"graphic", NexisField::tail},
                                 FieldName{"graphique", NexisField::tail},
                                 FieldName{"correction", NexisField::tail},
                                 FieldName{"correctiondate", NexisField::tail},
                                 FieldName{"distribution", NexisField::tail},
                                 FieldName{"copyright", NexisField::tail}};

bool is_one_of(std::string_view key, std::initializer_list<std::string_view> keys) {
  return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::string key_of(std::string_view line) { return line.size() <= longest_name ? plain_key(line) : std::string(); }

/// The line with which Nexis Uni begins the text.
bool is_text_mark(std::string_view line) {
  return is_one_of(key_of(line), {"body", "corps", "corpsdutexte", "texte", "text", "volltext"});
}

/// A title of what Nexis Uni prints behind the text.
bool is_tail_mark(std::string_view line) {
  return is_one_of(key_of(line), {"classification", "graphic", "graphique", "notes", "bibliography", "correction"}) ||
         is_document_end(line);
}

bool is_copyright(std::string_view line) {
  return line.starts_with("Copyright 1") || line.starts_with("Copyright 2") || line.starts_with("Copyright ©") ||
         line.starts_with("©") || line.starts_with("Tous droits réservés") ||
         line.starts_with("Tous Droits Réservés") || line.starts_with("All Rights Reserved");
}

bool is_capitals(std::string_view name) {
  for (std::size_t at = 0; at < name.size(); at += code_point_at(name, at).size)
    if (is_lower(code_point_at(name, at).value)) return false;
  return true;
}

/// "BYLINE: Claire Vasseur"; where `any_case` is set also "Byline: Claire Vasseur".
std::optional<NamedLine> named_line(std::string_view line, bool any_case) {
  const std::size_t colon = line.substr(0, longest_name).find(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view name = trimmed(line.substr(0, colon));
  const std::string_view rest = line.substr(colon + 1);
  const std::string_view value = trimmed(rest);
  const bool apart = rest.empty() || value.size() < rest.size();
  if (!apart || name.empty() || !(any_case || is_capitals(name))) return std::nullopt;
  const std::string key = plain_key(name);
  const auto* const known =
      std::find_if(field_names.begin(), field_names.end(), [&](const FieldName& each) { return each.first == key; });
  if (known == field_names.end()) return std::nullopt;
  return NamedLine{known->second, value, rest.starts_with("\u00A0")};
}

/// The parts of a list, without how sure they are: "PARIS, FRANCE" and "FRANCE" of "PARIS, FRANCE (73%) FRANCE (94%)".
std::vector<std::string> parts_of(std::string_view list) {
  constexpr std::string_view sure = "%)";
  std::vector<std::string> parts;
  while (!list.empty()) {
    std::size_t end = std::min(list.find(';'), list.size());
    if (const std::size_t percents = list.find(sure); percents < end) end = percents + sure.size();
    std::string_view part = trimmed(list.substr(0, end));
    if (part.ends_with(sure)) part = trimmed(part.substr(0, part.rfind('(')));
    if (!part.empty()) parts.emplace_back(part);
    list.remove_prefix(end);
    if (list.starts_with(';')) list.remove_prefix(1);
  }
  return parts;
}

/// "SOCIÉTÉ" of "SOCIÉTÉ; Pg. 12"; empty when only the page is told.
std::string section_of(std::string_view line) {
  const std::string first(trimmed(line.substr(0, line.find(';'))));
  for (const std::string_view page : {"Pg.", "Page ", "P. ", "p. ", "S. "})
    if (first.starts_with(page)) return {};
  return first;
}

std::string on_one_line(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

std::string_view first_line(std::string_view block) { return trimmed(block.substr(0, block.find('\n'))); }

/// The first day, else the first month that is printed.
std::optional<FoundDate> date_in(std::string_view text) {
  const auto day = find_date(text);
  return day ? day : find_date(text, DateTrust::field);
}

/// True for a line that says when an article was printed: "mercredi 11 août 2021", "August 11, 2021, Late Edition". The
/// date of a title stands elsewhere in it.
bool is_date_line(std::string_view block) {
  constexpr std::size_t shortest_weekday = 5;
  constexpr std::size_t longest_weekday = 10;
  constexpr std::size_t longest_rest = 60;  ///< bytes: the weekday, the edition
  const std::string_view line = first_line(block);
  const auto found = date_in(line);
  if (!found || line.size() - found->end > longest_rest) return false;
  const std::string_view before = trimmed(line.substr(0, found->begin));
  if (before.empty()) return true;
  return found->date.precision >= DatePrecision::day && before.find(' ') == std::string_view::npos &&
         before.size() >= shortest_weekday && before.size() <= longest_weekday;
}

class NexisLines {
 public:
  explicit NexisLines(const std::vector<std::string>& lines) {
    for (const std::string& line : lines)
      if (!trimmed(line).empty()) lines_.emplace_back(trimmed(line));
    const auto mark = std::find_if(lines_.begin(), lines_.end(), is_text_mark);
    if (mark != lines_.end()) text_mark_ = static_cast<std::size_t>(mark - lines_.begin());
  }

  Article read() {
    read_head();
    name_heads();
    for (; at_ < lines_.size(); ++at_) add_line(lines_[at_]);
    if (!article_.date && !loaded_.empty()) set_date(loaded_);
    return std::move(article_);
  }

 private:
  bool is_modern() const { return text_mark_.has_value(); }

  std::optional<NamedLine> named(std::string_view line) const { return named_line(line, is_modern()); }

  /// Takes the lines up to the first of the text: what has no name is put aside.
  void read_head() {
    for (; at_ < lines_.size(); ++at_) {
      const std::string& line = lines_[at_];
      if (at_ == text_mark_) {
        ++at_;
        return;
      }
      const auto found = named(line);
      if (found && found->field >= NexisField::keywords && !is_modern()) return;
      if (found) {
        named_lines_.emplace_back(line, *found);
      } else if (is_document_number(line) || is_document_end(line) || is_copyright(line)) {
        beside_.push_back(line);
      } else if (!named_lines_.empty() && !is_modern()) {
        return;
      } else {
        heads_.push_back(line);
      }
    }
  }

  /// Which of the lines without a name is which.
  void name_heads() {
    std::size_t date = 0;
    while (date < heads_.size() && !(is_date_line(heads_[date]) && set_date(heads_[date]))) ++date;
    const std::size_t none = heads_.size();
    const std::size_t source = is_modern() ? (date == none ? 1 : date - 1) : 0;
    std::size_t title = none;
    for (std::size_t i = heads_.size(); i-- > 0;)
      if (i != date && i != source && !(is_modern() && i > source)) title = i;
    if (source < none && source != date) article_.source = first_line(heads_[source]);
    if (title < none) article_.title = on_one_line(heads_[title]);
    for (const std::string& line : beside_) append_zone(article_, ZoneKind::debris, line);
    std::vector<std::string> others;
    for (std::size_t i = 0; i < none; ++i)
      if (i == date || i == source)
        append_zone(article_, ZoneKind::debris, heads_[i]);
      else if (i != title)
        others.push_back(heads_[i]);
    for (const std::string& line : others) add_other_head(line);
    for (const auto& [line, found] : named_lines_) take(line, found);
  }

  /// Lines between title and text: a subtitle, unless no line with a name says where the head ends.
  void add_other_head(const std::string& line) {
    if (named_lines_.empty())
      add_line(line);
    else
      append_zone(article_, is_modern() ? ZoneKind::debris : ZoneKind::lead, on_one_line(line));
  }

  bool set_date(const std::string& line) {
    const auto found = date_in(line);
    if (!found) return false;
    article_.date = found->date;
    article_.date_text = line.substr(found->begin, found->end - found->begin);
    return true;
  }

  /// True for a line with a name that stands behind the text, and not in it.
  bool ends_text(const NamedLine& found) const {
    if (found.field < NexisField::keywords) return false;
    return !is_modern() || found.no_break || found.field == NexisField::load_date;
  }

  void add_line(const std::string& line) {
    const auto found = named(line);
    tail_ = tail_ || (found && ends_text(*found)) || (is_modern() && is_tail_mark(line)) || is_copyright(line);
    if (found && tail_) return take(line, *found);
    for (const std::string_view part : trimmed_lines(line))
      if (!part.empty()) append_zone(article_, tail_ ? ZoneKind::debris : ZoneKind::paragraph, part);
  }

  void take(const std::string& line, const NamedLine& found) {
    const std::string value = on_one_line(std::string(found.value));
    if (value.empty()) return;
    switch (found.field) {
      case NexisField::title:
        article_.title = value;
        return;
      case NexisField::lead:
        return append_zone(article_, ZoneKind::lead, value);
      case NexisField::author:
        article_.authors = names_of_signature(found.value);
        return;
      case NexisField::keywords:
        for (std::string& word : parts_of(value)) article_.keywords.push_back(std::move(word));
        return;
      case NexisField::section:
        article_.section = section_of(value);
        break;
      case NexisField::language:
        article_.language = value;
        break;
      case NexisField::load_date:
        loaded_ = value;
        break;
      default:
        break;
    }
    append_zone(article_, ZoneKind::debris, line);
  }

  std::vector<std::string> lines_;
  std::optional<std::size_t> text_mark_;  ///< the line "Body" of Nexis Uni
  std::size_t at_ = 0;
  std::vector<std::string> heads_;  ///< lines of the head that have no name
  std::vector<std::string> beside_;
  std::vector<std::pair<std::string, NamedLine>> named_lines_;  ///< of the head
  bool tail_ = false;                                           ///< what is behind the text was reached
  std::string loaded_;                                          ///< when the database took it
  Article article_;
};

/// "1", "2,146"
bool is_count(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789,.") == std::string_view::npos && word[0] != ',' &&
         word[0] != '.';
}

}  // namespace

bool is_document_number(std::string_view line) {
  line = trimmed(line);
  if (line.size() > longest_name) return false;
  std::vector<std::string_view> words;
  while (!line.empty()) {
    words.push_back(line.substr(0, line.find(' ')));
    line = trimmed(line.substr(words.back().size()));
  }
  if (words.size() != 4) return false;
  const auto [count, of, all, name] = std::array{words[0], words[1], words[2], words[3]};
  if (is_count(count) && of == "of" && is_count(all)) return is_one_of(name, {"DOCUMENTS", "DOCUMENT"});
  return is_one_of(words[0], {"Document", "DOCUMENT", "Dokument", "DOKUMENT"}) && is_count(words[1]) &&
         is_one_of(words[2], {"de", "of", "sur", "von", "DE", "OF", "SUR", "VON"}) && is_count(words[3]);
}

bool is_document_end(std::string_view line) {
  return is_one_of(key_of(line), {"endofdocument", "findudocument", "endedesdokuments"});
}

Article read_nexis_lines(const std::vector<std::string>& lines) { return NexisLines(lines).read(); }

}  // namespace hemero
