#include "indexer/formats/documents/mail_article.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <utility>

#include "common/base/dates/date_reader.h"
#include "common/base/message.h"
#include "common/text/characters/charset.h"
#include "indexer/formats/documents/mail_parts.h"
#include "indexer/formats/documents/mailbox_reader.h"
#include "indexer/formats/html/html_article.h"
#include "indexer/formats/text/scraped_text.h"
#include "indexer/input/whole_file.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

/// Without what says that it was forwarded: "TR : Fwd: La digue".
std::string title_of(std::string_view subject) {
  constexpr std::array<std::string_view, 7> marks{"Fwd", "FWD", "Fw", "FW", "TR", "Tr", "I"};
  while (true) {
    const std::size_t colon = subject.find(':');
    if (colon == std::string_view::npos) break;
    const std::string_view mark = trimmed(subject.substr(0, colon));
    if (std::find(marks.begin(), marks.end(), mark) == marks.end()) break;
    subject = trimmed(subject.substr(colon + 1));
  }
  return std::string(subject);
}

/// Puts a heading before the text.
void prepend_heading(Article& article, const std::string& heading) {
  const Article body = std::exchange(article, Article(article));
  article.text.clear();
  article.zones.clear();
  append_zone(article, ZoneKind::heading, heading);
  for (const Zone& zone : body.zones) append_zone(article, zone.kind, body.zone_text(zone));
}

void add_fields(const MailParts& mail, Article& article, Choices& choices) {
  if (const std::string title = title_of(mail.subject); !title.empty()) {
    if (!article.title.empty() && article.title != title) prepend_heading(article, article.title);
    article.title = title;
    choices.push_back({"title", "Subject", title});
  }
  article.source = mail.sender;
  if (article.authors.empty() && !mail.bulk && !mail.sender.empty()) article.authors.push_back(mail.sender);
  if (const auto date = read_date(mail.date)) {
    article.date = date;
    article.date_text = mail.date;
    choices.push_back({"date", "Date", mail.date});
  }
  if (!mail.id.empty()) article.key = mail.id;
}

class MailReader final : public ArticleExtractor {
 public:
  explicit MailReader(const ReadingOptions& options) : limits_(options.html) {}

  std::variant<Article, Skip> read(const Record& record, Choices& choices) override {
    return read_mail_article(record, choices, limits_);
  }

 private:
  HtmlLimits limits_;
};

Likeness mail_likeness(const Format&, const FileHead& head) {
  return looks_like_mail(head.bytes()) ? Likeness::sure : Likeness::none;
}

std::unique_ptr<RecordReader> cut_messages(ByteInput& input, const Opening& opening) {
  const std::string_view head = opening.head.bytes();
  if (!begins_message(head.substr(0, head.find('\n')))) return cut_whole(input, opening);
  return std::make_unique<MailboxReader>(input, opening.file, opening.limits);
}

}  // namespace

std::variant<Article, Skip> read_mail_article(const Record& record, Choices& choices, const HtmlLimits& limits) {
  if (is_overgrown(record.bytes))
    return refuse(record, reason::too_long, message("the message has more parts or header lines than anybody sends"));
  const auto mail = read_mail_parts(record.bytes);
  if (!mail) return refuse(record, reason::damaged, message("the file is no message"));
  if (mail->text.empty()) return refuse(record, reason::no_text, message("the message holds no text"));
  Record text{mail->text, record.path, record.key};
  if (record.line > 0) text.key += fmt::format(":{}", record.line);
  text.charset = mail->charset;
  if (!mail->html) text.bytes = decode_text(mail->text, mail->charset).text;
  if (mail->saved_page) text.url = mail->address;
  auto result = mail->html ? extract_html(text, choices, limits) : extract_scraped_text(text, {});
  if (auto* article = std::get_if<Article>(&result); article != nullptr && !mail->saved_page)
    add_fields(*mail, *article, choices);
  return result;
}

const Format eml_format{
    .name = "eml",
    .title = "e-mail and saved pages (EML, mbox, MHTML)",
    .endings = {{".eml", Likeness::sure},
                {".mbox", Likeness::sure},
                {".mht", Likeness::sure},
                {".mhtml", Likeness::sure}},
    .likeness = mail_likeness,
    .cut = cut_messages,
    .make_extractor = make_extractor_of<MailReader>,
};

}  // namespace hemero
