#include "indexer/formats/print/didl_reader.h"

#include <algorithm>
#include <memory>
#include <set>
#include <utility>

#include "common/base/dates/date_reader.h"
#include "common/base/error.h"
#include "common/base/message.h"
#include "indexer/formats/print/issue_name.h"
#include "indexer/formats/print/ocr_lines.h"
#include "indexer/formats/xml/xml_fields.h"
#include "indexer/input/format.h"

namespace hemero {

namespace {

/// What stands behind the last colon but `more`: "a0001" of "ddd:1:mpeg21:a0001:ocr" with one more.
std::string_view last_part(std::string_view id) { return id.substr(id.rfind(':') + 1); }

std::string_view without_last_part(std::string_view id) {
  const std::size_t colon = id.rfind(':');
  return colon == std::string_view::npos ? std::string_view() : id.substr(0, colon);
}

bool is_article(std::string_view part) {
  return part.size() > 1 && part.starts_with('a') && part.find_first_not_of("0123456789", 1) == std::string_view::npos;
}

class DidlBuilder {
 public:
  explicit DidlBuilder(DidlIssue& issue) : issue_(issue) {}

  /// A component of the issue ("…:mpeg21:metadata"), of an article ("…:mpeg21:a0001:ocr") or of a page, on which the
  /// articles' names come once more.
  void add(const XmlElement& component) {
    const std::string_view id = component.attribute("dc:identifier");
    const std::string_view owner = without_last_part(id);
    const XmlElement* resource = component.find("didl:Resource");
    if (resource == nullptr) resource = component.find("Resource");
    if (resource == nullptr) return;
    const std::string_view file = resource->attribute("dcx:filename");
    if (file.ends_with(".xml")) issue_.files.emplace_back(file);
    if (last_part(owner) == "mpeg21" && id.ends_with(":metadata")) return describe_issue(*resource);
    if (!is_article(last_part(owner)) || last_part(without_last_part(owner)) != "mpeg21") return;
    DidlArticle& article = article_of(owner);
    if (id.ends_with(":ocr") && texts_.emplace(file).second) article.file = file;
    if (!id.ends_with(":metadata")) return;
    article.title = line_of(resource->find("dc:title"));
    article.subject = line_of(resource->find("dc:subject"));
    article.address = line_of(resource->find("dc:identifier"));
  }

 private:
  void describe_issue(const XmlElement& resource) {
    issue_.paper = line_of(resource.find("dc:title"));
    issue_.date = line_of(resource.find("dc:date"));
    std::vector<std::string> languages;
    if (const XmlElement* data = resource.find("srw_dc:dcx")) add_lines(languages, *data, {"dc:language"});
    if (languages.size() == 1) issue_.language = languages.front();
  }

  DidlArticle& article_of(std::string_view id) {
    const auto [found, is_new] = numbers_.emplace(id, issue_.articles.size());
    if (is_new) issue_.articles.push_back({std::string(id), {}, {}, {}, {}});
    return issue_.articles[found->second];
  }

  DidlIssue& issue_;
  std::map<std::string, std::size_t, std::less<>> numbers_;
  std::set<std::string, std::less<>> texts_;  ///< files that an article has: each is read once
};

/// <text> with a title and paragraphs.
void add_text(const XmlElement& text, Article& article) {
  for (const XmlElement& child : text.children) {
    const std::string line = join_printed_lines(line_of(&child));
    if (line.empty()) continue;
    if (child.name == "title")
      article.title = line;
    else if (!child.name.empty())
      append_zone(article, ZoneKind::paragraph, line);
  }
}

}  // namespace

DidlIssue read_didl(ByteInput& input, const InputLimits& limits) {
  DidlIssue issue;
  DidlBuilder builder(issue);
  XmlReader reader(input, {"didl:Component", "Component"}, limits);
  while (auto result = reader.next()) {
    if (auto* fault = std::get_if<XmlFault>(&*result))
      issue.fault = std::move(*fault);
    else
      builder.add(std::get<XmlItem>(*result).element);
  }
  return issue;
}

std::optional<SourceItem> DidlReader::next() {
  if (!std::exchange(opened_, true)) {
    if (!is_issue_) {
      if (folder_.is_read_elsewhere(file_)) return std::nullopt;
      return article_of(input_, {});
    }
    if (!lies_among_others(file_))
      return skip(reason::unreadable,
                  message("{}: a METS file in a container is not read, each page is an article: unpack it first",
                          file_.path.string()),
                  file_.path);
    issue_ = read_didl(input_, folder_.limits());
    if (issue_.fault) return skip(issue_.fault->reason, issue_.fault->message, file_.path);
  }
  return at_ < issue_.articles.size() ? std::optional(read_article(issue_.articles[at_++])) : std::nullopt;
}

SourceItem DidlReader::read_article(const DidlArticle& article) {
  if (article.file.empty()) return skip(reason::no_text, message("there is neither a title nor a text"), file_.path);
  const auto path = folder_.find_page(file_, article.file);
  if (!path)
    return skip(reason::unreadable,
                message("the page {} lies outside the folder that was given: it is not opened", article.file),
                file_.path);
  try {
    FileTree& tree = folder_.tree_of(file_);
    if (!tree.is_file(*path)) return skip(reason::unreadable, message("the page {} is missing", path->string()), *path);
    const auto input = tree.open(*path);
    return article_of(*input, article);
  } catch (const Error& error) {
    return skip(error.code() == ErrorCode::bad_data ? reason::damaged : reason::unreadable, error.message(), *path);
  }
}

SourceItem DidlReader::article_of(ByteInput& input, const DidlArticle& named) {
  XmlReader reader(input, {"text"}, folder_.limits());
  const auto result = reader.next();
  const auto* fault = result ? std::get_if<XmlFault>(&*result) : nullptr;
  if (fault != nullptr) return skip(fault->reason, fault->message, file_.path);
  auto article = std::make_shared<Article>();
  if (result) add_text(std::get<XmlItem>(*result).element, *article);
  if (article->title.empty()) article->title = named.title;
  if (article->title.empty() && article->text.empty())
    return skip(reason::no_text, message("there is neither a title nor a text"), file_.path);
  article->key = !named.address.empty() ? named.address : named.id.empty() ? file_.key : named.id;
  article->url = named.address;
  article->path = file_.path.string();
  article->source = issue_.paper;
  article->section = named.subject;
  article->language = issue_.language;
  article->date = is_issue_ ? read_date(issue_.date) : issue_named_by(file_.key).date;
  article->date_text = issue_.date;
  Record record{{}, file_.path.string(), file_.key, 0, 0};
  record.printed = std::move(article);
  return record;
}

Skip DidlReader::skip(const char* why, std::string text, const std::filesystem::path& path) const {
  return {why, std::move(text), path.string(), 0, 0, {}, true};
}

namespace {

/// The text of an article is a file of its own, of <title> and <p>.
Likeness didl_likeness(const Format&, const FileHead& head) {
  const auto has = [&](std::string_view words) { return head.text().find(words) != std::string::npos; };
  const bool text = head.root() == "text" && (has("<p>") || has("<p/>"));
  return text || head.root() == "DIDL" ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_didl(ByteInput& input, const Opening& opening) {
  return std::make_unique<DidlReader>(input, opening.file, opening.head.root() == "DIDL", opening.prints);
}

std::variant<Article, Skip> read_article(const Record& record) { return *record.printed; }

}  // namespace

const Format didl_format{
    .name = "didl",
    .title = "digitised newspapers (DIDL)",
    .endings = {{".xml"}},
    .roots = {"DIDL", "text"},
    .likeness = didl_likeness,
    .cut = cut_didl,
    .make_extractor = make_extractor_of<PlainExtractor<read_article>>,
    .spread = true,
};

}  // namespace hemero
