#include "query/render/totals.h"

#include "common/base/message.h"

namespace hemero {

namespace {

std::string articles_text(std::uint64_t articles, bool exact) {
  if (!exact) return message("At least {} articles", number_text(articles));
  return articles == 1 ? message("1 article") : message("{} articles", number_text(articles));
}

}  // namespace

std::string totals_text(std::uint64_t articles, bool exact, const std::optional<DistinctTexts>& texts) {
  const std::string text = articles_text(articles, exact);
  if (!texts || texts->count == articles) return text;
  return text + ", " +
         (texts->exact ? message("{} distinct texts", number_text(texts->count))
                       : message("at least {} distinct texts", number_text(texts->count)));
}

}  // namespace hemero
