#include "common/store/backup/backup_manifest.h"

#include "tests/support/catch.h"

namespace hemero {
namespace {

const std::string hash(32, 'a');

BackupManifest manifest_of(const std::vector<std::string>& names) {
  BackupManifest manifest{.archive = "uuid", .format = 6, .articles = 64, .taken = "2026-11-30T12:00:00Z"};
  for (const std::string& name : names) manifest.files.push_back({name, 1000, hash, 1'700'000'000'123'456'789});
  return manifest;
}

TEST_CASE("a manifest is a table that people can read, and comes back from it") {
  const BackupManifest manifest =
      manifest_of({"archive.sqlite", "synonyms.tsv", "index/parts.tsv", "index/part-000001/streams"});
  const std::string text = encode_manifest(manifest);
  CHECK(
      text.starts_with("hemero-backup\t1\narchive\tuuid\nformat\t6\narticles\t64\ntaken\t2026-11-30T12:00:00Z\n"
                       "file\tarchive.sqlite\t1000\taaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\t1700000000123456789\n"));
  CHECK((decode_manifest(text) == manifest));
  for (std::size_t size = 0; size < text.size(); ++size) {
    CHECK_FALSE(decode_manifest(text.substr(0, size)));
    std::string changed = text;
    changed[size] ^= 1;
    CHECK_FALSE(decode_manifest(changed));
  }
}

TEST_CASE("a manifest names what an archive has, and nothing else") {
  const struct {
    std::vector<std::string> names;
    bool right;
    const char* reason;
  } rows[] = {
      {{"archive.sqlite"}, true, "all that a backup needs"},
      {{"archive.sqlite", "index/part-000012/iamglass", "index/dead-000001", "index/copies-000003"}, true, "an index"},
      {{"archive.sqlite", "user.sqlite"}, true, "what a reader keeps"},
      {{}, false, "no catalogue"},
      {{"index/parts.tsv"}, false, "nor here"},
      {{"archive.sqlite", "archive.sqlite"}, false, "two of them"},
      {{"archive.sqlite", "../archive.sqlite"}, false, "above the archive"},
      {{"archive.sqlite", "index/part-000001/../../x"}, false, "the same, hidden"},
      {{"archive.sqlite", "index/part-000001/.."}, false, "the same"},
      {{"archive.sqlite", "index/part-000001/"}, false, "a folder"},
      {{"archive.sqlite", "index/part-000001/.bashrc"}, false, "a hidden file"},
      {{"archive.sqlite", "/etc/passwd"}, false, "elsewhere"},
      {{"archive.sqlite", "index/these.odt"}, false, "no name of ours"},
      {{"archive.sqlite", "lock"}, false, "not kept"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK(decode_manifest(encode_manifest(manifest_of(row.names))).has_value() == row.right);
  }
  BackupManifest other = manifest_of({"archive.sqlite"});
  other.files[0].hash = "../../../../../../../../x";
  CHECK_FALSE(decode_manifest(encode_manifest(other)));
}

TEST_CASE("stored files are known by their names") {
  const auto stored = [](const char* name) { return stored_name({.name = name, .bytes = 0, .hash = hash}); };
  CHECK(stored("archive.sqlite") == "archive.sqlite." + hash);
  CHECK(stored("index/part-000003/streams") == "part-000003.streams." + hash);
  for (const char* name : {"archive.sqlite", "index/part-000003/streams.offsets", "index/parts.tsv"})
    CHECK(is_stored_name(stored(name)));
  for (const std::string_view name : draft_names) CHECK(is_stored_name(name));
  for (const char* name :
       {"these.odt", "new.odt", "new-", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", ".aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "x.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"})
    CHECK_FALSE(is_stored_name(name));
}

}  // namespace
}  // namespace hemero
