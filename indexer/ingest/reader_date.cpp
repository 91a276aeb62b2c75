#include "indexer/ingest/reader_date.h"

#include "common/base/dates/date_reader.h"

namespace hemero {

DateOrder date_order_of(const Format& format, std::span<const Record> first, const NamedFields& fields) {
  DateOrder order = DateOrder::day_first;
  if (format.dates == nullptr) return order;
  for (const std::string& text : format.dates(first, fields)) {
    const auto told = told_order(text);
    if (told == DateOrder::day_first) return *told;
    if (told) order = *told;
  }
  return order;
}

void settle_date(Article& article, DateOrder order, const TimeZone& zone, Choices& choices) {
  if (!article.date) return;
  const Date read = *article.date;
  if (order == DateOrder::month_first) article.date = parse_date(article.date_text, order).value_or(read);
  if (*article.date != read) choices.push_back({"date", "the file writes the month first", article.date_text});
  const Date local = zone.local(*article.date);
  article.date->offset.reset();
  if (local != *article.date) choices.push_back({"date", "in " + zone.name(), article.date_text});
  article.date = local;
}

}  // namespace hemero
