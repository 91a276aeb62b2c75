#include "indexer/input/file_list.h"

#include <sys/stat.h>

#include <string>
#include <vector>

#include "indexer/ingest/formats.h"
#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Names = std::vector<std::string>;

Names keys(const FileList& list) {
  Names keys;
  for (const InputFile& file : list.files) keys.push_back(file.key);
  return keys;
}

Names reasons(const FileList& list) {
  Names reasons;
  for (const Skip& skip : list.skips) reasons.push_back(skip.reason);
  return reasons;
}

TEST_CASE("folders are walked in the order of their names, hidden files passed over") {
  const TemporaryFolder folder;
  for (const char* name : {"b.txt", "a.txt", "B.txt", "é.txt", "a/z.jsonl", "a/b/c.txt", "a-b.txt", ".hidden.txt",
                           ".git/x.txt", "10.txt", "9.txt"})
    folder.write(name, "x");
  const FileList list = list_files({folder.path().string()});
  CHECK(keys(list) ==
        Names{"10.txt", "9.txt", "B.txt", "a/b/c.txt", "a/z.jsonl", "a-b.txt", "a.txt", "b.txt", "é.txt"});
  CHECK(list.skips.empty());
  CHECK(list.bytes == 9);
  for (const InputFile& file : list.files) {
    CHECK(file.path == folder.path() / file.key);
    CHECK_FALSE(file.named);
  }
}

TEST_CASE("in a folder the name tells what is read; a file that is named is always") {
  const TemporaryFolder folder;
  const Names read = {"a.txt",    "a.text",      "a.html",    "a.htm", "a.jsonl", "a.ndjson", "a.json",
                      "a.txt.gz", "a.jsonl.zst", "a.html.gz", "a.xml", "a.rss",   "a.atom",   "a.rdf",
                      "a.nitf",   "a.newsml",    "a.xml.gz",  "a.csv", "a.tsv",   "a.warc",   "a.warc.gz"};
  const Names passed = {"a.css", "a", "a.gz", "a.txt.bak", "a.png.zst"};
  for (const Names& names : {read, passed})
    for (const std::string& name : names) folder.write(name, "x");
  const FileList walked = list_files({folder.path().string()});
  CHECK(walked.files.size() == read.size());
  CHECK(reasons(walked) == Names(passed.size(), reason::unknown_format));
  for (const Skip& skip : walked.skips) CHECK_FALSE(skip.whole_path);
  for (const Names& names : {read, passed})
    for (const std::string& name : names) {
      const FileList named = list_files({(folder / name).string()});
      CHECK(keys(named) == Names{name});
      CHECK(named.files.front().named);
    }
}

TEST_CASE("keys are relative to the path that was given") {
  const TemporaryFolder folder;
  folder.write("press/2021/a.txt", "x");
  struct Row {
    std::string path;
    std::string key;
  };
  const std::string base = folder.path().string();
  const Row rows[] = {{base, "press/2021/a.txt"},
                      {base + "/", "press/2021/a.txt"},
                      {base + "/press", "2021/a.txt"},
                      {base + "/press/2021/a.txt", "a.txt"},
                      {base + "/press/../press/2021", "a.txt"}};
  for (const Row& row : rows) CHECK(keys(list_files({row.path})) == Names{row.key});
}

TEST_CASE("paths come in the order they were given; - is the standard input") {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  folder.write("b.txt", "xx");
  const std::string a = (folder / "a.txt").string();
  const std::string b = (folder / "b.txt").string();
  CHECK(keys(list_files({b, a})) == Names{"b.txt", "a.txt"});
  CHECK(list_files({b, a}).bytes == 3);
  const FileList with_input = list_files({b, "-", a});
  CHECK(keys(with_input) == Names{"b.txt", "-", "a.txt"});
  CHECK(with_input.bytes == 0);  // nobody knows how much comes
}

TEST_CASE("the size of compressed files tells nothing about the work") {
  const TemporaryFolder folder;
  folder.write("a.txt", "x");
  folder.write("b.txt.gz", "xx");
  CHECK(list_files({folder.path().string()}).bytes == 0);
}

TEST_CASE("links are followed, but never back into a folder above") {
  const TemporaryFolder folder;
  folder.write("a/b/c.txt", "x");
  folder.write("other/d.txt", "x");
  create_directory_symlink(folder / "other", folder / "a" / "link");
  create_directory_symlink(folder / "a", folder / "a" / "b" / "up");
  create_directory_symlink(".", folder / "a" / "self");
  create_symlink(folder / "other" / "d.txt", folder / "a" / "e.txt");
  const FileList list = list_files({(folder / "a").string()});
  CHECK(keys(list) == Names{"b/c.txt", "e.txt", "link/d.txt"});
  CHECK(reasons(list) == Names{reason::folder_loop, reason::folder_loop});
  CHECK_FALSE(list.skips.front().whole_path);
  CHECK_THAT(list.skips.front().message, contains_text("b/up"));
}

TEST_CASE("what is not there or leads nowhere is skipped as a whole path") {
  const TemporaryFolder folder;
  create_symlink(folder / "nowhere", folder / "broken.txt");
  create_symlink(folder / "round.txt", folder / "round.txt");
  for (const char* name : {"missing.txt", "missing/deep/x", "broken.txt", "round.txt"}) {
    INFO(name);
    const FileList list = list_files({(folder / name).string()});
    CHECK(list.files.empty());
    REQUIRE(reasons(list) == Names{reason::unreadable});
    CHECK(list.skips.front().whole_path);
    CHECK_THAT(list.skips.front().message, contains_text((folder / name).string()));
  }
  CHECK_THAT(list_files({(folder / "missing.txt").string()}).skips.front().message, contains_text("it does not exist"));
}

TEST_CASE("an empty path is no path") { CHECK(reasons(list_files({""})) == Names{reason::unreadable}); }

TEST_CASE("what may not be read is skipped, and the rest is not") {
  const TemporaryFolder folder;
  folder.write("open/a.txt", "x");
  folder.write("closed/b.txt", "x");
  using std::filesystem::perms;
  permissions(folder.path(), perms::owner_all | perms::others_exec | perms::others_read);
  permissions(folder / "closed", perms::none);
  const auto skips_closed = [&] {
    const FileList list = list_files({folder.path().string()});
    return keys(list) == Names{"open/a.txt"} && reasons(list) == Names{reason::unreadable};
  };
  const auto skips_inside = [&] {
    const FileList list = list_files({(folder / "closed" / "b.txt").string()});
    return list.files.empty() && list.skips.size() == 1 && list.skips.front().whole_path &&
           list.skips.front().message.find("permission denied") != std::string::npos;
  };
  CHECK(holds_for_nobody(skips_closed));
  CHECK(holds_for_nobody(skips_inside));
  permissions(folder / "closed", perms::owner_all);
}

TEST_CASE("a pipe in a folder is not waited for") {
  const TemporaryFolder folder;
  REQUIRE(mkfifo((folder / "pipe.txt").c_str(), 0600) == 0);
  folder.write("a.txt", "x");
  CHECK(keys(list_files({folder.path().string()})) == Names{"a.txt"});
}

}  // namespace
}  // namespace hemero
