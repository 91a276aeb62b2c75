#include "indexer/input/passed_over.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

TEST_CASE("what describes a folder, a package or a site is no article") {
  for (const char* path : {"README",
                           "in/readme.md",
                           "LISEZMOI.txt",
                           "SHA256SUMS",
                           "a.zip.md5",
                           "Thumbs.db",
                           "desktop.ini",
                           "bagit.txt",
                           "bag-info.txt",
                           "fetch.txt",
                           "manifest-sha256.txt",
                           "tagmanifest-md5.txt",
                           "datapackage.json",
                           "datapackage-digest.json",
                           "pages/pages.jsonl",
                           "in/pages/extraPages.jsonl",
                           "indexes/index.cdx.gz",
                           "index.cdxj",
                           "robots.txt",
                           "site/robots.txt"}) {
    INFO(path);
    CHECK(describes_folder(path));
  }
}

TEST_CASE("what has nearly such a name is read") {
  for (const char* path : {"robots.html", "Les robots.txt", "manifest.txt", "manifest-2019.txt", "pages.jsonl",
                           "in/pages.jsonl", "desktop.html", "thumbs.txt", "bag.txt", "package.json"}) {
    INFO(path);
    CHECK_FALSE(describes_folder(path));
  }
}

TEST_CASE("hidden names") {
  CHECK(is_hidden(".DS_Store"));
  CHECK(is_hidden("__MACOSX"));
  CHECK_FALSE(is_hidden("MACOSX"));
  CHECK_FALSE(is_hidden(""));
}

}  // namespace
}  // namespace hemero
