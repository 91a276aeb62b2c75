#include "indexer/formats/databases/export_reader.h"

#include <string>
#include <vector>

#include "indexer/ingest/formats.h"
#include "indexer/ingest/source.h"
#include "tests/support/catch.h"
#include "tests/support/string_input.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Texts = std::vector<std::string>;

Texts cut(const std::string& page, ExportKind kind, std::size_t step = 7) {
  Texts parts;
  StringInput input(page, step);
  ExportReader reader(input, {"a.html", "a.html", 0, true}, kind);
  while (auto item = reader.next()) {
    const auto* record = std::get_if<Record>(&*item);
    parts.push_back(record == nullptr ? "!" + std::get<Skip>(*item).reason : record->bytes);
  }
  return parts;
}

const std::string old_article = "<span class=\"DocPublicationName\">Le Matin</span> texte ";
const std::string factiva = "<div id=\"article-K\" class=\"article frArticle\">texte</div>";

TEST_CASE("exports are cut where their articles begin") {
  CHECK(cut("<html><style></style><article>1</article>\n<article class='x'>2</article></html>",
            ExportKind::europresse) == Texts{"<article>1</article>\n", "<article class='x'>2</article></html>"});
  CHECK(cut("<table>" + old_article + old_article, ExportKind::europresse) == Texts{old_article, old_article});
  CHECK(cut("<style>.DocPublicationName{}</style><p><span class=DocPublicationName>1</span>", ExportKind::europresse) ==
        Texts{"<span class=DocPublicationName>1</span>"});
  CHECK(cut("<div class=\"articles\">" + factiva + factiva, ExportKind::factiva) == Texts{factiva, factiva});
  CHECK(cut("<p><b>1 of 2 DOCUMENTS</b> DOCUMENT <b>\n2 of 2 DOCUMENTS</b>", ExportKind::nexis) ==
        Texts{"<b>1 of 2 DOCUMENTS</b> DOCUMENT ", "<b>\n2 of 2 DOCUMENTS</b>"});
  CHECK(cut("\n  Dokument 1 von 2\n<3\n  Dokument 2 von 2\n4", ExportKind::nexis) ==
        Texts{"  Dokument 1 von 2\n<3\n", "  Dokument 2 von 2\n4"});
  CHECK(cut("<articles><p>none</p>", ExportKind::europresse).empty());
  CHECK(cut("", ExportKind::factiva).empty());
}

TEST_CASE("an article that is too long is passed over, the next one is read") {
  const std::string large = "<article>" + std::string(InputLimits{}.record + (std::size_t{1} << 20), 'x');
  CHECK(cut(large + "<article>2</article>", ExportKind::europresse, 1 << 20) ==
        Texts{"!too_long", "<article>2</article>"});
}

TEST_CASE("exports tell themselves by their content") {
  const std::string page = "<!DOCTYPE html><html><head><title>x</title></head><body>";
  const TemporaryFolder folder;
  folder.write("a.html", page + "<style>" + std::string(100'000, ' ') + "</style>" + factiva);
  folder.write("b.htm", page + "<article>" + old_article + "</article>");
  folder.write("c.html", page + "<article class=\"article\"><p>Une page du web.</p></article>");
  std::vector<std::string_view> formats;
  Source source(list_files({folder.path().string()}).files);
  while (auto item = source.next()) formats.push_back(std::get<Record>(*item).format->name);
  CHECK(formats == std::vector<std::string_view>{"factiva", "europresse", "html"});
}

}  // namespace
}  // namespace hemero
