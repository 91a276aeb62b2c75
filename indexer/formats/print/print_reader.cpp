#include "indexer/formats/print/print_reader.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

#include "common/base/dates/date_reader.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "indexer/formats/print/issue_name.h"
#include "indexer/formats/print/page_record.h"
#include "indexer/formats/xml/xml_records.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

constexpr std::size_t longest_title = 500;              ///< bytes that a cut one is completed to
constexpr std::size_t times_a_block_is_asked_for = 32;  ///< in the mean; once or twice where nobody means harm

/// The letters and digits of a text, folded: what stays the same when a title is set otherwise.
std::string letters_of(std::string_view text) {
  std::string letters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = code_point_at(text, at);
    const CharClass what = char_class(c.value);
    if (what == CharClass::letter || what == CharClass::digit) append_folded(letters, c.value);
    at += c.size;
  }
  return letters;
}

}  // namespace

/// What stands in a text behind the beginning that has these letters; nothing where it begins otherwise.
std::string_view rest_behind(std::string_view text, std::string_view letters) {
  std::size_t at = 0;
  for (std::string begun; begun.size() < letters.size() && at < text.size();) {
    const std::size_t size = code_point_at(text, at).size;
    begun += letters_of(text.substr(at, size));
    if (!letters.starts_with(begun)) return {};
    at += size;
  }
  return text.substr(at);
}

/// "Ein Prozess, Propaganda" of "Ein Prozess, Propaganda...": some programs cut titles.
std::string_view uncut(std::string_view title) {
  for (const std::string_view cut : {"...", "…"})
    if (title.ends_with(cut)) return title.substr(0, title.size() - cut.size());
  return title;
}

/// Makes an article out of the blocks that belong to it, one after the other.
class PrintReader::Composer {
 public:
  explicit Composer(const MetsArticle& article) : named_(!article.title.empty()) {
    article_.title = article.title;
    article_.section = article.section;
    article_.authors = article.authors;
    title_ = letters_of(article.title);
  }

  void add(const PrintedBlock& block, PieceKind kind) {
    rated_ += block.rated;
    confidence_ += block.confidence;
    if (kind == PieceKind::heading && named_ && title_.find(letters_of(block.text)) != std::string::npos) return;
    if (kind == PieceKind::heading && named_ && completes_title(block.text)) return;
    if (kind == PieceKind::heading && !named_) return add_to_title(block.text);
    if (kind == PieceKind::author && article_.authors.empty()) article_.authors.push_back(block.text);
    append_zone(article_, zone_of(block, kind), block.text);
  }

  Article take() {
    if (rated_ > 0) {
      const double scale = std::pow(10, Article::decimals);
      article_.ocr_confidence = std::round(confidence_ / rated_ * scale) / scale;
    }
    return std::move(article_);
  }

 private:
  static ZoneKind zone_of(const PrintedBlock& block, PieceKind kind) {
    if (kind == PieceKind::author) return ZoneKind::debris;
    return kind == PieceKind::text && !block.heading ? ZoneKind::paragraph : ZoneKind::heading;
  }

  /// A heading that says to the end what the title says only to its "...".
  bool completes_title(std::string_view heading) {
    const std::string_view begin = uncut(article_.title);
    const std::string_view rest = rest_behind(heading, title_);
    if (begin.size() == article_.title.size() || rest.empty() || heading.size() > longest_title) return false;
    article_.title = std::string(begin) + std::string(rest);
    title_ = letters_of(article_.title);
    return true;
  }

  void add_to_title(std::string_view text) { (article_.title += article_.title.empty() ? "" : " ") += text; }

  Article article_;
  bool named_;  ///< a title was given; else the headings are it
  std::string title_;
  std::uint32_t rated_ = 0;
  double confidence_ = 0;
};

std::optional<SourceItem> PrintReader::next() {
  if (!std::exchange(opened_, true)) open();
  if (page_) return std::exchange(page_, std::nullopt);
  if (skips_.empty() && at_ < issue_.articles.size()) return compose(issue_.articles[at_++]);
  if (skips_.empty()) return std::nullopt;
  Skip skip = std::move(skips_.back());
  skips_.pop_back();
  return skip;
}

void PrintReader::open() {
  kind_ == PrintFile::page ? open_page() : open_issue();
  std::reverse(skips_.begin(), skips_.end());
}

/// A page that no METS file speaks for.
void PrintReader::open_page() {
  if (folder_.is_read_elsewhere(file_)) return;
  const AltoPage page = read_alto_page(input_, folder_.limits());
  if (page.fault) refuse(page.fault->reason, page.fault->message, file_.path, page.fault->line);
  page_ = item_of_page(file_, page, 0);
}

void PrintReader::open_issue() {
  if (!lies_among_others(file_))
    return refuse(reason::unreadable,
                  message("{}: a METS file in a container is not read, each page is an article: unpack it first",
                          file_.path.string()),
                  file_.path);
  issue_ = read_mets(input_, folder_.limits());
  if (issue_.fault) refuse(issue_.fault->reason, issue_.fault->message, file_.path, issue_.fault->line);
  if (!file_.named) keep_own_pages();
  find_cuts();
  for (const MetsPage& page : issue_.pages) load(page);
  drop_articles_of_shared_pages();
  const bool has_articles = !issue_.articles.empty();
  name_issue();
  if (issue_.pages.empty()) issue_.articles.clear();
  if (has_articles) return add_leftovers();
  for (const auto& page : issue_.pages)
    if (pages_.contains(page.file))
      issue_.articles.push_back({page.file, {}, {}, {}, {}, {{page.file, {}, {}, PieceKind::text}}});
}

/// Where the areas of articles begin and end.
void PrintReader::find_cuts() {
  const auto add = [&](const MetsArea& area) {
    if (!area.begin.empty()) cuts_[area.file].before.insert(area.begin);
    if (!area.end.empty()) cuts_[area.file].behind.insert(area.end);
  };
  for (const MetsArticle& article : issue_.articles) std::for_each(article.areas.begin(), article.areas.end(), add);
  std::for_each(issue_.mastheads.begin(), issue_.mastheads.end(), add);
}

/// Leaves out the pages that another METS file speaks for.
void PrintReader::keep_own_pages() {
  const std::filesystem::path self = file_.path.lexically_normal();
  std::erase_if(issue_.pages, [&](const MetsPage& page) {
    const auto path = folder_.find_page(file_, page.path);
    const auto owner = path ? folder_.mets_of(*path, file_) : std::nullopt;
    return owner && *owner != self;
  });
}

void PrintReader::load(const MetsPage& page) {
  const auto path = folder_.find_page(file_, page.path);
  if (!path)
    return refuse(reason::unreadable,
                  message("the page {} lies outside the folder that was given: it is not opened", page.path),
                  file_.path);
  try {
    FileTree& tree = folder_.tree_of(file_);
    if (!tree.is_file(*path))
      return refuse(reason::unreadable, message("the page {} is missing", path->string()), *path);
    const auto input = tree.open(*path);
    AltoPage alto = read_alto_page(*input, folder_.limits(), cuts_[page.file]);
    if (alto.fault) refuse(alto.fault->reason, alto.fault->message, *path, alto.fault->line);
    add_page(page, std::move(alto));
  } catch (const Error& error) {
    refuse(error.code() == ErrorCode::bad_data ? reason::damaged : reason::unreadable, error.message(), *path);
  }
}

void PrintReader::add_page(const MetsPage& page, AltoPage alto) {
  Page added;
  for (std::size_t i = 0; i < alto.blocks.size(); ++i)
    for (const std::string& id : alto.blocks[i].ids) added.blocks[id].push_back(i);
  added.number = page.number.empty() ? alto.number : page.number;
  added.used.resize(alto.blocks.size());
  budget_ += times_a_block_is_asked_for * alto.blocks.size();
  added.alto = std::move(alto);
  pages_.insert_or_assign(page.file, std::move(added));
}

/// Articles of nothing but whole pages cannot be told apart where several share one: then the pages stand for them.
void PrintReader::drop_articles_of_shared_pages() {
  std::map<std::string_view, std::size_t> articles_of;
  const auto is_page = [&](const MetsArea& area) {
    const auto page = pages_.find(area.file);
    return page != pages_.end() && (area.begin.empty() || area.begin == page->second.alto.id);
  };
  for (const MetsArticle& article : issue_.articles)
    for (const MetsArea& area : article.areas)
      if (is_page(area)) ++articles_of[area.file];
  std::erase_if(issue_.articles, [&](const MetsArticle& article) {
    return !article.areas.empty() && std::all_of(article.areas.begin(), article.areas.end(), [&](const MetsArea& area) {
      return is_page(area) && articles_of[area.file] > 1;
    });
  });
}

/// A newspaper that no catalogue names is called as the largest line of its first page calls it, else as its folder or
/// file is, which also say the day where nothing else does.
void PrintReader::name_issue() {
  for (const MetsArea& area : issue_.mastheads) {
    const auto page = pages_.find(area.file);
    if (page == pages_.end()) continue;
    for (const std::size_t block : blocks_of(area, page->second)) {
      page->second.used[block] = true;
      if (issue_.paper.empty() && area.kind == PieceKind::heading) issue_.paper = page->second.alto.blocks[block].text;
    }
  }
  const IssueName named = issue_named_by(file_.key);
  if (issue_.paper.empty()) issue_.paper = named.paper;
  if (issue_.date.empty() && named.date) issue_.date = to_iso(*named.date);
}

/// What no article and no masthead holds becomes an article of its own, unless it is a page's number and the like.
void PrintReader::add_leftovers() {
  constexpr std::size_t shortest_rest = 200;  ///< bytes
  const std::size_t budget = budget_;         // for the articles themselves
  for (const MetsArticle& article : issue_.articles)
    for (const MetsArea& area : article.areas)
      if (const auto page = pages_.find(area.file); page != pages_.end())
        for (const std::size_t block : blocks_of(area, page->second)) page->second.used[block] = true;
  budget_ = budget;
  MetsArticle rest;
  std::size_t size = 0;
  for (const MetsPage& page : issue_.pages) {
    const auto found = pages_.find(page.file);
    if (found == pages_.end()) continue;
    for (std::size_t i = 0; i < found->second.used.size(); ++i) {
      if (found->second.used[i]) continue;
      const PrintedBlock& block = found->second.alto.blocks[i];
      rest.areas.push_back({page.file, block.ids.back(), {}, PieceKind::text});
      size += block.text.size();
    }
  }
  if (size >= shortest_rest) issue_.articles.push_back(std::move(rest));
}

/// The blocks of an area. A METS file that names them over and over, so that a small file would make many large
/// articles, gets none any more at some time.
std::vector<std::size_t> PrintReader::blocks_of(const MetsArea& area, const Page& page) {
  std::vector<std::size_t> found;
  if (budget_ == 0) return found;
  const auto first = page.blocks.find(area.begin);
  if (first != page.blocks.end()) found = first->second;
  const auto last = page.blocks.find(area.end);
  if (area.begin.empty() || area.begin == page.alto.id)
    for (std::size_t i = 0; i < page.alto.blocks.size(); ++i) found.push_back(i);
  else if (!found.empty() && last != page.blocks.end())
    for (std::size_t i = found.back() + 1; i <= last->second.back(); ++i) found.push_back(i);
  budget_ -= std::min(budget_, found.size());
  return found;
}

SourceItem PrintReader::compose(const MetsArticle& article) {
  Composer composer(article);
  std::string number;
  for (const MetsArea& area : article.areas) {
    const auto page = pages_.find(area.file);
    if (page == pages_.end()) continue;
    if (number.empty()) number = page->second.number;
    for (const std::size_t block : blocks_of(area, page->second))
      composer.add(page->second.alto.blocks[block], area.kind);
  }
  auto printed = std::make_shared<Article>(composer.take());
  Article& made = *printed;
  if (made.title.empty() && made.text.empty())
    return Skip{reason::no_text, message("there is neither a title nor a text"), file_.path.string(), 0, 0, {}, false};
  made.key = article.id.empty() ? file_.key : file_.key + "#" + article.id;
  made.path = file_.path.string();
  made.source = issue_.paper;
  made.language = article.language.empty() ? issue_.language : article.language;
  made.url = issue_.address;
  made.date = read_date(issue_.date);
  made.date_text = issue_.date;
  if (made.title.empty()) made.title = issue_title(issue_.paper, made.date, number);
  Record record{{}, file_.path.string(), file_.key, 0, 0};
  record.printed = std::move(printed);
  return record;
}

void PrintReader::refuse(const char* why, std::string text, const std::filesystem::path& path, std::uint64_t line) {
  skips_.push_back({why, std::move(text), path.string(), line, 0, {}, true});
}

namespace {

/// Articles come whole: they are put together of many files.
std::variant<Article, Skip> read_printed(const Record& record) { return *record.printed; }

template <PrintFile kind>
std::unique_ptr<RecordReader> cut_print(ByteInput& input, const Opening& opening) {
  return std::make_unique<PrintReader>(input, opening.file, kind, opening.prints);
}

}  // namespace

const Format alto_format{
    .name = "alto",
    .title = "digitised pages (ALTO)",
    .endings = {{".xml"}},
    .roots = {"alto"},
    .likeness = root_likeness,
    .cut = cut_print<PrintFile::page>,
    .make_extractor = make_extractor_of<PlainExtractor<read_printed>>,
    .spread = true,
};

const Format mets_format{
    .name = "mets",
    .title = "digitised newspapers (METS)",
    .endings = {{".xml"}},
    .roots = {"mets"},
    .likeness = root_likeness,
    .cut = cut_print<PrintFile::issue>,
    .make_extractor = make_extractor_of<PlainExtractor<read_printed>>,
    .spread = true,
};

}  // namespace hemero
