#include "common/store/index/index_format.h"

#include <algorithm>
#include <limits>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

TEST_CASE("the term of a word family is its number in as few bytes as it needs") {
  struct Row {
    std::uint32_t family;
    std::string term;
  };
  const Row rows[] = {
      {0, std::string("\x80\x00", 2)},
      {1, "\x80\x01"},
      {0x3FFF, "\xBF\xFF"},
      {0x4000, std::string("\xC0\x40\x00", 3)},
      {0x12345, "\xC1\x23\x45"},
      {0x3EFFFF, "\xFE\xFF\xFF"},
      {0x3F0000, std::string("\xFF\x00\x3F\x00\x00", 5)},
      {std::numeric_limits<std::uint32_t>::max(), "\xFF\xFF\xFF\xFF\xFF"},
  };
  for (const Row& row : rows) {
    INFO(row.family);
    CHECK((family_term(row.family) == row.term));
  }
}

TEST_CASE("different families have different terms, and none starts like the term of a field") {
  std::set<std::string> terms;
  std::size_t families = 0;
  for (std::uint32_t family = 0; family < 0x410000; family += family < 0x5000 ? 1 : 97) {
    const std::string term = family_term(family);
    terms.insert(term);
    ++families;
    if (static_cast<unsigned char>(term[0]) < 0x80) FAIL(family);
  }
  CHECK(terms.size() == families);
}

Date date(const char* iso) {
  const auto parsed = parse_iso_date(iso);
  REQUIRE(parsed);
  return *parsed;
}

TEST_CASE("dates have terms for their year, month and day, and sort as text") {
  CHECK(year_term(2021) == "Y2021");
  CHECK(year_term(944) == "Y0944");
  CHECK(month_term(2021, 8) == "M202108");
  CHECK(day_term(2021, 8, 1) == "D20210801");
  const char* rows[][2] = {{"2021", "2021"},
                           {"2021-08", "202108"},
                           {"2021-08-11", "20210811"},
                           {"2021-08-11T18:03", "202108111803"},
                           {"0944-01-02", "09440102"}};
  for (const auto& [iso, value] : rows) CHECK(date_value(date(iso)) == value);
  CHECK(date_value(date("2021-08-11")) < date_value(date("2021-08-11T00:00")));
  CHECK(date_value(date("0944")) < date_value(date("1944")));
}

TEST_CASE("names are closed up behind their prefix, and cut to what an index takes") {
  CHECK(name_term("XS", "le monde") == "XSlemonde");
  CHECK(name_term("XS", "lemonde") == "XSlemonde");
  CHECK(name_word_term("XS", "monde") == "XS:monde");
  CHECK(name_term("A", "") == "A");
  const std::string endless(1000, 'x');
  CHECK(name_term("XS", endless) == "XS" + std::string(198, 'x'));
  CHECK(name_word_term("XS", endless) == "XS:" + std::string(197, 'x'));
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
  std::set<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) names.insert(entry.path().filename());
  return {names.begin(), names.end()};
}

TEST_CASE("CURRENT names the generation, and switching replaces it whole") {
  const TemporaryFolder folder;
  IndexFolder index(folder.path());
  CHECK_FALSE(index.current());
  CHECK(index.next() == folder / "gen-000001");
  std::filesystem::create_directory(folder / "gen-000001");
  index.switch_to(folder / "gen-000001");
  CHECK(index.current() == folder / "gen-000001");
  CHECK(index.next() == folder / "gen-000002");
  index.switch_to(folder / "gen-000002");
  CHECK(index.current() == folder / "gen-000002");
  CHECK(names_in(folder.path()) == std::vector<std::string>{"CURRENT", "gen-000001"});
}

TEST_CASE("the next generation never names what is there") {
  const TemporaryFolder folder;
  IndexFolder index(folder.path());
  for (const char* name : {"gen-000001", "gen-000002", "gen-000004"}) std::filesystem::create_directory(folder / name);
  CHECK(index.next() == folder / "gen-000003");
  index.switch_to(folder / "gen-000002");
  CHECK(index.next() == folder / "gen-000003");
  std::filesystem::create_directory(folder / "gen-000003");
  CHECK(index.next() == folder / "gen-000005");
}

TEST_CASE("a damaged CURRENT does not stop a rebuild from finding a name") {
  for (const char* content :
       {"", "\n", "x\n", "gen-\n", "gen-abc\n", "gen-99999999999999999999\n", "streams-000001\n"}) {
    const TemporaryFolder folder;
    folder.write("CURRENT", content);
    INFO(content);
    CHECK_THAT(IndexFolder(folder.path()).next().filename().string(), contains_text("gen-"));
  }
}

TEST_CASE("what crashed runs left is removed, what is in use stays") {
  const TemporaryFolder folder;
  IndexFolder index(folder.path());
  for (const char* name : {"gen-000001", "gen-000002", "gen-000003", "building"})
    folder.write(std::string(name) + "/file", "x");
  for (const char* name :
       {"streams-000001", "streams-000001.offsets", "streams-000002", "streams-000002.offsets", "CURRENT.new"})
    folder.write(name, "x");
  index.switch_to(folder / "gen-000002");
  index.remove_all_but(folder / "gen-000002", "streams-000002");
  CHECK(names_in(folder.path()) ==
        std::vector<std::string>{"CURRENT", "gen-000002", "streams-000002", "streams-000002.offsets"});
}

TEST_CASE("what bears no name of ours is never removed") {
  const TemporaryFolder folder;
  const std::vector<std::string> others{"CURRENT.old", "Gen-000001", "building.txt",     "gen-00001", "gen-000001.bak",
                                        "gen-final",   "index.html", "streams-000001.c", "thèse.odt"};
  for (const std::string& name : others) folder.write(name, "precious");
  folder.write("gen-0000000/thèse.odt", "x");
  IndexFolder index(folder.path());
  index.switch_to(folder / "gen-000002");
  index.remove_all_but(folder / "gen-000002", "streams-000002");
  std::vector<std::string> left = others;
  left.emplace_back("CURRENT");
  std::sort(left.begin(), left.end());
  CHECK(names_in(folder.path()) == left);
}

TEST_CASE("a folder that others fill is no index") {
  const TemporaryFolder folder;
  const auto refusal = [&](bool has_catalogue) {
    try {
      IndexFolder(folder / "index").require_ours(has_catalogue);
    } catch (const Error& error) {
      CHECK(error.code() == ErrorCode::cannot_create);
      CHECK_FALSE(error.hint().empty());
      return error.message();
    }
    return std::string();
  };
  CHECK(refusal(false).empty());
  for (const char* name : {"CURRENT", "gen-000001/file", "streams-000001", "streams-000001.offsets", "building/file"})
    folder.write(std::string("index/") + name, "x");
  CHECK(refusal(false).empty());
  folder.write("index/these.odt", "precious");
  CHECK_THAT(refusal(false), contains_text("these.odt"));
  CHECK(refusal(true).empty());
  std::filesystem::create_symlink("/nowhere", folder / "index/gen-000002");
  CHECK_THAT(refusal(true), contains_text("gen-000002"));
  std::filesystem::rename(folder / "index", folder / "elsewhere");
  std::filesystem::create_symlink(folder / "elsewhere", folder / "index");
  CHECK_THAT(refusal(true), contains_text("symbolic link"));
  CHECK_THAT(refusal(false), contains_text("symbolic link"));
}

}  // namespace
}  // namespace hemero
