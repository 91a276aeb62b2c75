#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "common/text/characters/charset.h"
#include "indexer/formats/text/scraped_text.h"
#include "indexer/ingest/extractor.h"
#include "indexer/prose/paragraphs.h"
#include "tests/support/catch.h"

// What is taken from the pages of data/sample (sample_pages.tsv beside this file says what a reader takes from them),
// each alone and in its folder, and from the page the project started from, which HEMERO_SHARED leads to.

namespace hemero {
namespace {

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct Expected {
  std::string file, title, date, authors;
  std::size_t paragraphs = 0;
  std::string headings, first, last;
};

std::vector<Expected> expected_pages() {
  std::vector<Expected> pages;
  const std::string table = read_file("tests/unit/indexer/formats/text/sample_pages.tsv");
  for (const auto line : trimmed_lines(table)) {
    if (line.empty() || line.starts_with('#')) continue;
    std::vector<std::string> cells(1);
    for (const char c : line) c == '\t' ? cells.emplace_back() : cells.back() += c;
    REQUIRE(cells.size() == 8);
    for (std::string& cell : cells)
      if (cell == "-") cell.clear();
    pages.push_back({cells[0], cells[1], cells[2], cells[3], std::stoul(cells[4]), cells[5], cells[6], cells[7]});
  }
  return pages;
}

Article extracted(const std::string& path, const FolderLines& folders) {
  Extractor extractor({}, folders);
  Record record{read_file(path), path, path};
  record.format = &text_format;
  auto result = extractor.extract(record);
  REQUIRE(std::holds_alternative<Article>(result));
  return std::get<Article>(std::move(result));
}

std::string joined(const std::vector<std::string>& texts, const std::string& between) {
  std::string all;
  for (const std::string& text : texts) all += (all.empty() ? "" : between) + text;
  return all;
}

std::vector<std::string> texts_of(const Article& article, bool headings_only) {
  std::vector<std::string> texts;
  for (const Zone& zone : article.zones) {
    if (headings_only ? zone.kind != ZoneKind::heading : zone.kind == ZoneKind::debris) continue;
    texts.emplace_back(article.zone_text(zone));
    for (char& c : texts.back())
      if (c == '\n') c = ' ';
  }
  return texts;
}

void check_page(const Article& article, const Expected& expected) {
  INFO(expected.file);
  CHECK(article.title == expected.title);
  CHECK((article.date ? to_iso(*article.date) : "") == expected.date);
  CHECK(joined(article.authors, ", ") == expected.authors);
  const auto texts = texts_of(article, false);
  REQUIRE(texts.size() == expected.paragraphs);
  CHECK(joined(texts_of(article, true), " | ") == expected.headings);
  CHECK(texts.front().starts_with(expected.first));
  CHECK(texts.back().ends_with(expected.last));
}

/// Every line between the first and the last line of the article is in it.
void check_nothing_is_lost(const Article& article, const std::string& path) {
  const std::string page = decode_text(read_file(path)).text;
  const std::string body = joined_zones(article, std::nullopt);
  const auto first = page.find(body.substr(0, 60));
  const auto last = page.find(body.substr(body.size() - 60));
  REQUIRE(first != std::string::npos);
  REQUIRE(last != std::string::npos);
  std::string printed;
  for (const auto line : trimmed_lines(std::string_view(page).substr(first, last + 60 - first)))
    if (!line.empty()) printed += (printed.empty() ? "" : "\n") + std::string(line);
  if (printed.find("Lire aussi") == std::string::npos) CHECK((printed == body));
}

TEST_CASE("the sample pages are read as a reader reads them, alone or in their folder") {
  std::vector<InputFile> files;
  for (const Expected& expected : expected_pages())
    files.push_back({"data/sample/pages/" + expected.file, "", 0, false});
  REQUIRE(files.size() == 26);
  const FolderLines alone({});
  const FolderLines together(files);
  for (const Expected& expected : expected_pages()) {
    const std::string path = "data/sample/pages/" + expected.file;
    check_page(extracted(path, together), expected);
    check_page(extracted(path, alone), expected);
    check_nothing_is_lost(extracted(path, together), path);
  }
}

TEST_CASE("the page the project started from is read whole, without its debris", "[shared]") {
  const char* shared = std::getenv("HEMERO_SHARED");
  const std::filesystem::path folder = std::filesystem::path(shared == nullptr ? "" : shared) / "seed";
  if (shared == nullptr || !std::filesystem::exists(folder)) {
    std::cout << "skipped: HEMERO_SHARED names no folder that holds seed\n";
    return;
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    const Article article = extracted(entry.path().string(), FolderLines({}));
    CHECK(article.title ==
          "Le retrait de l’ambassade américaine à Kaboul est en discussion, selon des sources, alors que "
          "les talibans progressent rapidement en Afghanistan");
    CHECK_FALSE(article.date);
    const auto texts = texts_of(article, false);
    CHECK(texts.size() == 29);  // with the title, 30 of the page's 37 lines
    CHECK(texts.front().starts_with("Ces gains – qui se sont produits"));
    CHECK(texts.back() == "Barbara Starr, Jennifer Hansler et Christian Sierra de CNN ont contribué à ce rapport.");
    const std::string debris = joined_zones(article, ZoneKind::debris);
    CHECK(trimmed_lines(debris).size() == 7);
    CHECK(joined(texts_of(article, true), " | ") ==
          "La situation sécuritaire changeante | Maintien du soutien diplomatique");
  }
}

}  // namespace
}  // namespace hemero
