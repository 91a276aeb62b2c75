#include "query/passages/paragraphs.h"

#include <string>

#include "query/answer/searcher.h"
#include "tests/support/catch.h"
#include "tests/unit/query/press_archive.h"

namespace hemero {
namespace {

struct Row {
  const char* text;
  const char* query;
  const char* read;  ///< the paragraphs, joined
  const char* reason;
};

const Row rows[] = {
    {"Un.\nLa grève.\nDeux.\nDes grèves.", "grève", "Un.|La grève.|Des grèves.",
     "the first, and those with any form of the word"},
    {"La grève.\nDeux.\nTrois.", "grève", "La grève.", "the first one once"},
    {"Un.\n% La grève.\nUne grève.", "grève", "Un.|Une grève.", "never debris"},
    {"Un.\n***\nLa grève.\nDeux.", "grève", "Un.|***|La grève.|Deux.", "all where one holds no word"},
    {"Un.\nLe maire.\nLe préfet.\nLe maire et le préfet.", "maire préfet",
     "Un.|Le maire.|Le préfet.|Le maire et le préfet.", "any word of the query"},
    {"Un.\nLe maire.\nLe maire de Lyon.\nDe Lyon.", "\"maire de Lyon\"", "Un.|Le maire.|Le maire de Lyon.",
     "of a phrase those with its rarest word"},
    {"Un.\nLui-même vient.\nOn lui dit.\nLa grève.", "lui grève", "Un.|Lui-même vient.|La grève.",
     "a word of grammar beside another only in a compound"},
    {"Un.\nLe train.\nLa grève.", "grève NOT train", "Un.|La grève.", "nothing that is excluded"},
};

TEST_CASE("an article's stream tells which of its paragraphs can match") {
  for (const Row& row : rows) {
    INFO(row.query << ": " << row.reason);
    // Others make the words of the phrase as rare as they should be.
    PressArchive press({{.key = "a", .title = "La grève du maire", .text = row.text},
                        {.key = "b", .text = "De Lyon, de Lyon et de Lyon."}});
    SearchRequest request;
    request.text = row.query;
    request.match = MatchMode::any;
    const QueryPlan plan = Searcher(press.reader()).plan(request);
    const auto stored = press.reader().articles().version(VersionId(1));
    REQUIRE(stored);
    const ParagraphFinder finder(plan);
    const auto joined = [&](std::string_view codes) {
      std::string texts;
      for (const Zone& zone : finder.worth_reading(stored->article, codes))
        texts += (texts.empty() ? "" : "|") + stored->article.text.substr(zone.begin, zone.end - zone.begin);
      return texts;
    };
    CHECK(joined(press.reader().streams().codes(VersionId(1)).value()) == row.read);
    const std::string all = joined({});
    CHECK(std::count(all.begin(), all.end(), '|') >=
          std::count(row.read, row.read + std::string(row.read).size(), '|'));
  }
}

}  // namespace
}  // namespace hemero
