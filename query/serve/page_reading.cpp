#include "query/serve/page_reading.h"

#include "query/language/typed_text.h"

namespace hemero {

namespace {

constexpr double seconds_to_search = 10;

}  // namespace

SearchRequest PageReading::search() const {
  SearchRequest asked = page.asked.request;
  asked.deadline = seconds_to_search;
  asked.everything = asks_for_everything(asked.text);
  if (asked.everything && asked.order == SortOrder::relevance) asked.order = SortOrder::newest;
  return asked;
}

}  // namespace hemero
