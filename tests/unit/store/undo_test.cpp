#include "common/store/writing/undo.h"

#include "tests/unit/store/small_archive.h"

namespace hemero {
namespace {

using Titles = std::map<std::string, std::string>;                 // key → title
using Changes = std::vector<std::pair<std::string, std::string>>;  // key, title that is put; "" removes, "!x" insists

struct Place {
  TemporaryFolder temporary;
  ArchiveFolder folder{temporary / "archive"};

  /// One run.
  void change(const Changes& changes) const {
    TestRun run(folder);
    for (const auto& [key, title] : changes) {
      if (title.empty())
        run.remove(static_cast<std::uint32_t>(number(folder, "SELECT id FROM article WHERE key = '" + key + "'")));
      else if (title.front() == '!')
        run.restore(make_article(key, title.substr(1)));
      else
        run.put(make_article(key, title));
    }
    run.finish();
  }

  UndoCounts undo(std::int64_t run) const {
    ArchiveWriter writer(folder, {.create = false});
    Undo undo = writer.undo(run);
    std::size_t steps = 0;
    while (undo.next()) ++steps;
    CHECK(steps == undo.steps());
    undo.finish();
    return undo.counts();
  }

  Titles current() const {
    sqlite::Connection connection = open_catalogue(folder, sqlite::Access::read);
    sqlite::Statement rows =
        connection.prepare("SELECT key, title FROM article JOIN version ON version.id = version_id");
    Titles titles;
    while (rows.step()) titles.emplace(rows.text(0), rows.text(1));
    return titles;
  }
};

TEST_CASE("a run is taken back article by article") {
  const struct {
    std::vector<Changes> runs;
    std::int64_t undone;
    Titles expected;
    UndoCounts counts;
    const char* reason;
  } rows[] = {
      {{{{"k1", "un"}, {"k2", "deux"}}}, 1, {}, {2, 0, 0}, "what was added goes"},
      {{{{"k1", "un"}}, {{"k1", "deux"}}}, 2, {{"k1", "un"}}, {0, 1, 0}, "what was replaced comes back"},
      {{{{"k1", "un"}}, {{"k1", ""}}}, 2, {{"k1", "un"}}, {0, 1, 0}, "what was removed comes back"},
      {{{{"k1", "un"}}, {{"k1", "deux"}, {"k2", "x"}}}, 2, {{"k1", "un"}}, {1, 1, 0}, "both"},
      {{{{"k1", "un"}}, {{"k1", "deux"}, {"k1", "trois"}}}, 2, {{"k1", "un"}}, {0, 1, 0}, "two versions of one run"},
      {{{{"k1", "un"}}, {{"k1", "deux"}}}, 1, {{"k1", "deux"}}, {0, 0, 1}, "a later run has changed it, and stands"},
      {{{{"k1", "un"}}, {{"k1", "deux"}}, {{"k1", ""}}}, 2, {}, {0, 0, 1}, "a later run has removed it"},
      {{{{"k1", "un"}}, {{"k1", ""}}, {{"k1", "!deux"}}}, 3, {}, {1, 0, 0}, "removed as it was before"},
      {{{{"k1", "un"}}, {}}, 2, {{"k1", "un"}}, {0, 0, 0}, "a run that did nothing"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const Place place;
    for (const Changes& changes : row.runs) place.change(changes);
    const UndoCounts counts = place.undo(row.undone);
    CHECK((place.current() == row.expected));
    CHECK(counts.removed == row.counts.removed);
    CHECK(counts.put_back == row.counts.put_back);
    CHECK(counts.left == row.counts.left);
    const RunRecord run = read_runs(place.folder).back();
    CHECK(run.undoes == row.undone);
    CHECK(run.removed == static_cast<std::int64_t>(row.counts.removed));
    CHECK(run.updated == static_cast<std::int64_t>(row.counts.put_back));
    CHECK(ArchiveReader(place.folder).index().versions() == row.expected.size());
  }
}

TEST_CASE("an undo can be taken back") {
  const Place place;
  place.change({{"k1", "un"}});
  place.change({{"k1", "deux"}, {"k2", "deux"}});
  place.undo(2);
  place.undo(3);
  CHECK((place.current() == Titles{{"k1", "deux"}, {"k2", "deux"}}));
}

TEST_CASE("what an undo removes may be added again, unless it was removed for good before") {
  for (const bool removed_before : {false, true}) {
    INFO(removed_before);
    const Place place;
    place.change({{"k1", "un"}});
    if (removed_before) place.change({{"k1", ""}});
    if (removed_before) place.change({{"k1", "!un"}});
    place.undo(removed_before ? 3 : 1);
    const auto expected = removed_before ? PutOutcome::refused : PutOutcome::added;
    CHECK((add(place.folder, {make_article("k1", "un")}).front() == expected));
  }
}

TEST_CASE("an undo that is not finished leaves the archive as it was") {
  const Place place;
  place.change({{"k1", "un"}, {"k2", "deux"}});
  const IndexContent before = content_of(place.folder);
  {
    ArchiveWriter writer(place.folder, {.create = false});
    Undo undo = writer.undo(1);
    CHECK(undo.next());
  }
  add(place.folder, {});
  CHECK((content_of(place.folder) == before));
}

TEST_CASE("a run that never was is told before anything is opened to be written") {
  const Place place;
  place.change({{"k1", "un"}});
  require_run(place.folder, 1);
  const Error error = error_of([&] { require_run(place.folder, 2); });
  CHECK((error.code() == ErrorCode::usage));
  CHECK_THAT(error.hint(), contains_text("hemero-index imports"));
}

TEST_CASE("an undo that was cut short is ended by the next that writes, whatever that is") {
  const struct {
    std::optional<std::int64_t> then;  ///< the run that is undone next; without one, articles are added
    Titles expected;
    const char* reason;
  } rows[] = {
      {std::nullopt, {{"k1", "un"}, {"k3", "trois"}}, "the run is undone first"},
      {2, {{"k1", "un"}}, "the same one"},
      {1, {{"k1", "un"}}, "another one, behind the run that was begun with"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    const Place place;
    place.change({{"k1", "un"}});
    place.change({{"k1", "deux"}, {"k2", "x"}});
    {
      sqlite::Connection connection = open_catalogue(place.folder, sqlite::Access::write);
      note_undo(connection, 2);  // as the first batch of an undo is committed with it
    }
    CHECK(ArchiveReader(place.folder).status().undo_pending == 2);
    row.then ? static_cast<void>(place.undo(*row.then)) : place.change({{"k3", "trois"}});
    CHECK(place.current() == row.expected);
    CHECK_FALSE(ArchiveReader(place.folder).status().undo_pending);
  }
}

}  // namespace
}  // namespace hemero
