#include "common/store/index/docids.h"

#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

TEST_CASE("versions and the numbers of their documents are told from each other") {
  PartList list;
  for (const std::uint32_t last : {10U, 11U, 500U}) list.parts.push_back({.last = VersionId(last)});
  const Docids docids(list);
  for (const std::uint32_t id : {1U, 10U, 11U, 12U, 500U})
    CHECK(docids.version(docids.docid(VersionId(id))) == VersionId(id));
  CHECK(docids.docid(VersionId(10)) == 28);  // the first of three
  CHECK(docids.docid(VersionId(11)) == 32);  // the second
  CHECK(docids.docid(VersionId(12)) == 36);  // the third
}

TEST_CASE("an index whose documents cannot be numbered is not published") {
  PartList list;
  require_docids(list);
  list.parts.push_back({.last = VersionId(0xFFFF'FFFF)});
  require_docids(list);
  list.parts.push_back({.last = VersionId(0xFFFF'FFFF)});
  CHECK((error_of([&] { require_docids(list); }).code() == ErrorCode::io));
}

}  // namespace
}  // namespace hemero
