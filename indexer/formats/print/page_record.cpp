#include "indexer/formats/print/page_record.h"

#include <cmath>
#include <memory>
#include <string>

#include "common/base/message.h"
#include "common/model/article.h"
#include "indexer/formats/print/issue_name.h"

namespace hemero {

std::optional<double> mean_confidence(const std::vector<PrintedBlock>& blocks) {
  double sum = 0;
  std::uint64_t rated = 0;
  for (const PrintedBlock& block : blocks) {
    sum += block.confidence;
    rated += block.rated;
  }
  if (rated == 0) return std::nullopt;
  const double scale = std::pow(10, Article::decimals);
  return std::round(sum / static_cast<double>(rated) * scale) / scale;
}

SourceItem item_of_page(const InputFile& file, const AltoPage& page, std::size_t count) {
  auto article = std::make_shared<Article>();
  for (const PrintedBlock& block : page.blocks)
    append_zone(*article, block.heading ? ZoneKind::heading : ZoneKind::paragraph, block.text);
  const std::string path = file.path.string();
  if (article->text.empty())
    return Skip{reason::no_text, message("there is neither a title nor a text"), path, 0, 0, {}, false};
  IssueName issue = issue_named_by(file.key);
  const std::string number = page.number.empty() && count > 0 ? std::to_string(count) : page.number;
  article->key = count > 0 ? file.key + "#" + std::to_string(count) : file.key;
  article->path = path;
  article->date = issue.date;
  if (issue.date) article->date_text = to_iso(*issue.date);
  article->title = issue_title(issue.paper.empty() ? file.path.stem().string() : issue.paper, issue.date, number);
  article->source = std::move(issue.paper);
  article->ocr_confidence = mean_confidence(page.blocks);
  Record record{{}, path, file.key, 0, 0};
  record.printed = std::move(article);
  return record;
}

}  // namespace hemero
