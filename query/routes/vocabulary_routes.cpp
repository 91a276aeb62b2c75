#include <algorithm>

#include "query/pages/vocabulary_page.h"
#include "query/routes/routes.h"

namespace hemero {

namespace {

std::uint64_t articles_with(const ListedWord& word, PageReading& reading) {
  SearchRequest request = reading.search();
  request.text = listed_word_query(word);
  request.everything = false;
  return reading.searcher().matches(request).versions.size();
}

}  // namespace

HttpResponse read_vocabulary(PageReading& reading) {
  ShownWords shown;
  const std::string begins = reading.page.value("prefix");
  if (!begins.empty()) {
    KnownForms known(reading.reader.archive.vocabulary());
    FormFinder forms(known);
    TermList list = list_terms(begins, forms);
    std::vector<ListedWord>& words = list.words;
    shown.distinct = list.distinct;
    const std::size_t begin = std::min(words.size(), (reading.page.page - 1) * words_a_page);
    const std::size_t end = std::min(words.size(), begin + words_a_page);
    for (std::size_t i = begin; i < end; ++i) {
      const std::uint64_t articles = articles_with(words[i], reading);
      shown.words.push_back({std::move(words[i]), articles});
    }
  }
  return html(vocabulary_page(reading.page, shown, reading.articles()));
}

}  // namespace hemero
