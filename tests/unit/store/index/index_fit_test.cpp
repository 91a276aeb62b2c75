#include "common/store/index/index_fit.h"

#include "tests/unit/store/small_archive.h"

// An index is searched beside the catalogue that it was made of, and beside no copy of it that has gone its own way.

namespace hemero {
namespace {

/// An archive, and a copy of it as it was when the copy was made.
struct Place {
  TemporaryFolder temporary;
  ArchiveFolder here{temporary / "here"};
  ArchiveFolder there{temporary / "there"};

  Place() { add(here, {make_article("k1", "le loup")}); }

  void copy() const { std::filesystem::copy(here.path, there.path, std::filesystem::copy_options::recursive); }

  /// Puts the catalogue of the copy beside the index that is here.
  void take_catalogue() const {
    std::filesystem::copy_file(there.catalogue(), here.catalogue(), std::filesystem::copy_options::overwrite_existing);
  }

  /// Puts the index of the copy beside the catalogue that is here.
  void take_index() const {
    std::filesystem::remove_all(here.index());
    std::filesystem::copy(there.index(), here.index(), std::filesystem::copy_options::recursive);
  }

  void check_refused() const {
    const Article other = make_article("k9", "un ours");
    for (const Error& error : {error_of([&] { ArchiveReader{here}; }), error_of([&] { add(here, {other}); })}) {
      CHECK((error.code() == ErrorCode::other_version));
      CHECK_THAT(error.message(), contains_text("another state"));
      CHECK_THAT(error.hint(), contains_text("rebuild"));
    }
    rebuild(here);
    CHECK_NOTHROW(add(here, {other}));
    CHECK_FALSE(ArchiveReader(here).status().index_behind);
  }
};

TEST_CASE("a catalogue that went its own way is no index's, though it has as many batches or more") {
  for (const int more : {1, 2}) {
    INFO(more);
    const Place place;
    place.copy();
    add(place.here, {make_article("k2", "le renard")});
    for (int i = 0; i < more; ++i) add(place.there, {make_article("k" + std::to_string(3 + i), "le lynx")});
    place.take_catalogue();
    place.check_refused();
  }
}

TEST_CASE("an index from before a rebuild is refused") {
  const Place place;
  place.copy();
  rebuild(place.here);
  place.take_index();
  place.check_refused();
}

TEST_CASE("an older index of the same archive is read, and caught up") {
  const Place place;
  place.copy();
  add(place.here, {make_article("k2", "le renard")});
  add(place.here, {make_article("k1", "la louve")});
  place.take_index();
  CHECK(ArchiveReader(place.here).status().index_behind);
  CHECK(ArchiveReader(place.here).index().versions() == 1);
  add(place.here, {});
  CHECK_FALSE(ArchiveReader(place.here).status().index_behind);
  CHECK(ArchiveReader(place.here).index().versions() == 2);
  CHECK(found(place.here, "louve") == std::vector<std::uint32_t>{3});
}

TEST_CASE("what was written before there were stamps fits, and gets them") {
  const Place place;
  take_stamps_off(place.here);
  CHECK(ArchiveReader(place.here).index().versions() == 1);
  add(place.here, {make_article("k2", "le renard")});
  CHECK(IndexFolder(place.here.index()).list()->stamp != 0);
  CHECK(ArchiveReader(place.here).index().versions() == 2);
}

}  // namespace
}  // namespace hemero
