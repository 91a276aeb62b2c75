#include "indexer/commands/article_ids.h"

#include <charconv>

#include "common/base/error.h"
#include "common/base/line_reader.h"
#include "common/base/message.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

std::vector<ArticleId> read_article_ids(ByteInput& input, const std::string& name) {
  constexpr std::size_t longest_line = 1000;
  LineReader lines(input, longest_line);
  std::vector<ArticleId> ids;
  while (const auto line = lines.next()) {
    const std::string_view text = trimmed(line->text);
    if (text.empty()) continue;
    std::uint32_t id = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), id);
    if (error != std::errc{} || end != text.data() + text.size())
      throw Error(ErrorCode::bad_data, message("{}:{}: the number of an article was expected", name, line->number),
                  message("“hemero-query search --ids QUERY” prints such a list"));
    ids.emplace_back(ArticleId(id));
  }
  return ids;
}

}  // namespace hemero
