#include "indexer/input/packed_tree.h"

#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "tests/support/catch.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

/// A tar (POSIX.1-1988) of files.
std::string tarred(const std::vector<std::pair<std::string, std::string>>& files) {
  constexpr std::size_t block = 512;
  std::string tar;
  for (const auto& [name, content] : files) {
    std::string head = name;
    head.resize(100, '\0');
    head += fmt::format("{:07o}{}", 0644, '\0');
    head.resize(124, '\0');
    head += fmt::format("{:011o}{}", content.size(), '\0');
    head.resize(148, '\0');
    head.append(8, ' ');
    head += "0";
    head.resize(257, '\0');
    head.append("ustar").append(1, '\0').append("00");
    head.resize(block, '\0');
    unsigned sum = 0;
    for (const char byte : head) sum += static_cast<unsigned char>(byte);
    head.replace(148, 8, fmt::format("{:06o}{} ", sum, '\0'));
    tar += head + content;
    tar.resize((tar.size() + block - 1) / block * block, '\0');
  }
  return tar.append(2 * block, '\0');
}

TEST_CASE("a container is a tree of its files of XML") {
  const TemporaryFolder folder;
  const auto path = folder.write("a.tar", tarred({{"i/toc.xml", "<mets/>"},
                                                  {"i/ocr/1.xml", "<alto>1</alto>"},
                                                  {"i/ocr/2.xml", "<alto>2</alto>"},
                                                  {"i/page.jpg", "<alto/>"},
                                                  {"i.xml", "<rss/>"}}));
  PackedTree tree(path, {});
  CHECK(tree.entries(path) == std::vector<std::filesystem::path>{path / "i", path / "i.xml"});
  CHECK(tree.entries(path / "i") == std::vector<std::filesystem::path>{path / "i/ocr", path / "i/toc.xml"});
  CHECK(tree.entries(path / "x").empty());
  CHECK(tree.is_folder(path / "i/ocr"));
  CHECK_FALSE(tree.is_folder(path / "i.xml"));
  CHECK(tree.is_file(path / "i/ocr/../toc.xml"));
  CHECK_FALSE(tree.is_file(path / "i/page.jpg"));
  CHECK(tree.root(path / "i/toc.xml") == "mets");
  const auto bytes_of = [&](const char* name) { return read_all(*tree.open(path / name), 100); };
  for (int i = 0; i < 100; ++i) {  // what was passed is kept
    CHECK(bytes_of("i/ocr/2.xml") == "<alto>2</alto>");
    CHECK(bytes_of("i/ocr/1.xml") == "<alto>1</alto>");
  }
  CHECK_THROWS_AS(tree.open(path / "i/3.xml"), Error);
}

TEST_CASE("a container that is no file, or damaged, is a tree of what can be read") {
  const TemporaryFolder folder;
  const std::string whole = tarred({{"1.xml", "<alto/>"}, {"2.xml", std::string(2000, ' ') + "<alto/>"}});
  CHECK(PackedTree(folder / "none.tar", {}).entries(folder / "none.tar").empty());
  const auto path = folder.write("cut.tar", whole.substr(0, 2048));
  PackedTree tree(path, {});
  CHECK(tree.is_file(path / "1.xml"));
  CHECK_THROWS_AS(tree.open(path / "2.xml"), Error);
  CHECK(read_all(*tree.open(path / "1.xml"), 100) == "<alto/>");
}

}  // namespace
}  // namespace hemero
