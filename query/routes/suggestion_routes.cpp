#include <algorithm>
#include <chrono>

#include "common/base/json_writer.h"
#include "common/text/characters/unicode.h"
#include "query/routes/routes.h"
#include "query/words/forms.h"
#include "query/words/word_list.h"

namespace hemero {

namespace {

constexpr std::size_t most_suggestions = 8;
constexpr std::size_t least_letters = 2;  ///< one begins a tenth of all words
constexpr std::chrono::milliseconds time_to_suggest{200};

}  // namespace

/// What is typed, its last word completed by words of the archive, the most frequent first (OpenSearch Suggestions).
HttpResponse read_suggestions(PageReading& reading) {
  const std::string& typed = reading.page.asked.request.text;
  const std::size_t begin = typed.find_last_of(" '\"(:=-") + 1;
  const std::string last = typed.substr(begin);
  std::string out;
  JsonWriter json(out);
  json.begin_array().value(typed).begin_array();
  if (code_point_count(last) >= least_letters) {
    const Deadline deadline(time_to_suggest);
    KnownForms known(reading.reader.archive.vocabulary());
    std::vector<ListedWord> words = listed_words(FormFinder(known, deadline).prefix(last).surfaces);
    words.resize(std::min(words.size(), most_suggestions));
    for (const ListedWord& word : words) json.value(typed.substr(0, begin) + word.commonest().surface);
  }
  json.end_array().end_array();
  return {200, "application/x-suggestions+json", out};
}

}  // namespace hemero
