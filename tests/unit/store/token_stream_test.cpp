#include "common/store/streams/token_stream.h"

#include <sys/resource.h>

#include <algorithm>
#include <csignal>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/unit/store/temporary_folder.h"

namespace hemero {
namespace {

using Streams = std::vector<std::pair<std::uint32_t, std::string>>;  // version, codes

/// Writes a file of these, the first version first.
StreamFile write(const std::filesystem::path& file, const Streams& streams) {
  TokenStreamWriter writer(file, VersionId(streams.empty() ? 0 : streams.front().first));
  for (const auto& [version, codes] : streams) writer.append(VersionId(version), codes);
  return writer.sync();
}

std::string codes(const TokenStreamReader& reader, std::uint32_t version) {
  return std::string(reader.codes(VersionId(version)));
}

TEST_CASE("token streams come back by their version") {
  const std::vector<Streams> rows = {
      {{1, "abc"}},
      {{1, "abc"}, {2, "def"}, {3, ""}, {4, "g"}},
      {{7, "seven"}, {100, "hundred"}},
      {{0, "zero"}, {1, std::string(300, 'x')}, {2, std::string("\0\xFF\x80", 3)}},
      {{1, std::string(1'000'000, 'x')}, {2, "behind a buffer"}, {3, std::string(400'000, 'y')}},
  };
  for (const Streams& streams : rows) {
    const TemporaryFolder folder;
    const StreamFile file = write(folder / "s", streams);
    CHECK(file.first == VersionId(streams.front().first));
    CHECK(file.extent.versions == streams.back().first - streams.front().first + 1);
    const TokenStreamReader reader({file});
    std::map<std::uint32_t, std::string> expected(streams.begin(), streams.end());
    for (std::uint32_t version = 0; version < streams.back().first + 3; ++version) {
      CHECK((codes(reader, version) == expected[version]));
      CHECK(reader.holds(VersionId(version)) ==
            std::any_of(streams.begin(), streams.end(), [&](const auto& stream) { return stream.first == version; }));
    }
  }
}

TEST_CASE("versions without a stream are empty, whatever is asked") {
  const TemporaryFolder folder;
  const TokenStreamReader reader({write(folder / "s", {{5, "five"}})});
  for (const std::uint32_t version : {0U, 4U, 6U, 1'000'000U, 0xFFFF'FFFFU}) {
    CHECK(codes(reader, version).empty());
    CHECK_FALSE(reader.holds(VersionId(version)));
  }
}

TEST_CASE("several files are read as one") {
  const TemporaryFolder folder;
  const StreamFile files[] = {write(folder / "a", {{3, "three"}, {5, "five"}}), write(folder / "b", {{6, "six"}}),
                              write(folder / "c", {{100, ""}, {101, "hundred and one"}})};
  const TokenStreamReader reader({files[0], files[1], files[2]});
  const std::map<std::uint32_t, std::string> expected{{3, "three"}, {5, "five"}, {6, "six"}, {101, "hundred and one"}};
  for (std::uint32_t version = 0; version < 110; ++version) {
    const auto found = expected.find(version);
    CHECK(codes(reader, version) == (found != expected.end() ? found->second : ""));
    CHECK(reader.holds(VersionId(version)) == (found != expected.end() || version == 100));
  }
}

TEST_CASE("a byte of a stream belongs to one paragraph") {
  const struct {
    std::string codes;
    std::size_t at;
    std::string paragraph;
    const char* reason;
  } rows[] = {
      {"abc", 1, "abc", "a stream without a break is one paragraph"},
      {"ab\x01"
       "cd",
       1, "ab", "up to the break"},
      {"ab\x01"
       "cd",
       4,
       "\x01"
       "cd",
       "from the break on"},
      {"ab\x01"
       "cd\x01"
       "ef",
       3,
       "\x01"
       "cd",
       "between two"},
      {"a\x90\x01"
       "cd\x01",
       4,
       "a\x90\x01"
       "cd",
       "the last byte of a longer code is no break"},
      {"a\x90\x01"
       "cd",
       1,
       "a\x90\x01"
       "cd",
       "nor is it from in front"},
      {"\x01", 0, "\x01", "nothing but a break"},
  };
  for (const auto& row : rows) {
    INFO(row.reason);
    CHECK((std::string(packed_paragraph(row.codes, row.at)) == row.paragraph));
  }
}

/// Where the surfaces of a set stand, and how many tokens there are; those of no other are looked at where they can be
/// passed over.
struct Places : TokenVisitor {
  const std::set<std::uint32_t>& wanted;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> found = {};  ///< number of the token, its surface
  std::uint32_t tokens = 0;

  bool token(const CodedToken& token) {
    if (wanted.contains(token.surface)) found.emplace_back(tokens, token.surface);
    ++tokens;
    return true;
  }
};

struct FastPlaces : Places {
  const CodeSet& set;
  std::uint32_t passed = 0;

  const CodeSet& codes() const { return set; }
  void pass(std::uint32_t words) {
    tokens += words;
    passed += words;
  }
};

TEST_CASE("tokens that a set of codes does not hold are passed over") {
  std::mt19937 random(11);
  const auto below = [&](std::size_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  std::uint32_t passed = 0;
  for (int round = 0; round < 500; ++round) {
    const std::uint32_t limit = 1U << (3 + below(28));  // codes of one byte to five
    std::set<std::uint32_t> wanted;
    CodeSet set;
    for (std::size_t i = below(5); i > 0; --i) set.insert(surface_code(*wanted.insert(below(limit)).first));
    std::string stream;
    TokenCoder coder(PackedCodeList{stream});
    for (std::size_t i = below(60); i > 0; --i) {
      if (below(9) == 0) coder.start(below(2) == 0 ? Break::sentence : Break::paragraph);
      const std::uint32_t parts = below(8) == 0 ? 2 + below(4) : 0;
      const bool known = below(6) == 0 && !wanted.empty();
      coder.token({known ? *wanted.begin() : below(limit), parts, below(8) == 0});
    }
    const Places slow = read_tokens(PackedCodes(stream), Places{{}, wanted});
    const FastPlaces fast = read_tokens(PackedCodes(stream), FastPlaces{{{}, wanted}, set});
    INFO("round " << round);
    CHECK((fast.found == slow.found));
    CHECK(fast.tokens == slow.tokens);
    passed += fast.passed;
  }
  CHECK(passed > 1000);
}

TEST_CASE("a reader of nothing needs no file") {
  CHECK(codes(TokenStreamReader(std::vector<StreamFile>{}), 0).empty());
  CHECK(codes(TokenStreamReader({StreamFile{"/nowhere/at/all", {}, {}}}), 0).empty());
}

TEST_CASE("a reader sees what was handed over when it was made, and no more") {
  const TemporaryFolder folder;
  TokenStreamWriter writer(folder / "s", VersionId(1));
  writer.append(VersionId(1), "one");
  const StreamFile first = writer.flush();
  const TokenStreamReader before({first});
  writer.append(VersionId(2), "two");
  const StreamFile second = writer.flush();
  CHECK(codes(before, 1) == "one");
  CHECK(codes(before, 2).empty());
  CHECK(codes(TokenStreamReader({first}), 2).empty());
  CHECK(codes(TokenStreamReader({second}), 2) == "two");
}

TEST_CASE("a new file replaces what a killed run left") {
  const TemporaryFolder folder;
  write(folder / "s", {{1, "one"}, {2, "never committed"}, {3, "nor this"}});
  const StreamFile file = write(folder / "s", {{2, "two"}});
  CHECK(std::filesystem::file_size(folder / "s") == file.extent.bytes);
  CHECK(std::filesystem::file_size(folder / "s.offsets") == 8);
  const TokenStreamReader reader({file});
  CHECK(codes(reader, 1).empty());
  CHECK(codes(reader, 2) == "two");
}

TEST_CASE("files that are shorter than what was committed are refused with a hint") {
  for (const char* name : {"s", "s.offsets"}) {
    const TemporaryFolder folder;
    const StreamFile file = write(folder / "s", {{1, "one"}, {2, "two"}});
    std::filesystem::resize_file(folder / name, std::filesystem::file_size(folder / name) - 1);
    const Error error = error_of([&] { TokenStreamReader({file}); });
    INFO(name << ": " << error.message());
    CHECK((error.code() == ErrorCode::bad_data));
    CHECK_THAT(error.message(), contains_text(std::string(folder / name)));
    CHECK_THAT(error.hint(), contains_text("rebuild"));
  }
}

TEST_CASE("files that are missing are refused") {
  const TemporaryFolder folder;
  CHECK((error_of([&] { TokenStreamReader({StreamFile{folder / "s", {}, {100, 2}}}); }).code() == ErrorCode::io));
  CHECK((error_of([&] { TokenStreamWriter(folder / "none" / "s", {}); }).code() == ErrorCode::io));
}

TEST_CASE("a bit that changes costs what is read of it, and is told") {
  const TemporaryFolder folder;
  const StreamFile file = write(folder / "s", {{1, "one"}, {3, ""}, {4, std::string(300, 'x')}, {5, "five"}});
  const std::map<std::uint32_t, std::string> sound{{1, "one"}, {3, ""}, {4, std::string(300, 'x')}, {5, "five"}};
  for (const char* name : {"s", "s.offsets"}) {
    const std::string whole = read_file(folder / name);
    for (std::size_t bit = 0; bit < 8 * whole.size(); ++bit) {
      std::string damaged = whole;
      damaged[bit / 8] = static_cast<char>(damaged[bit / 8] ^ (1 << bit % 8));
      folder.write(name, damaged);
      std::size_t told = 0;
      try {
        const TokenStreamReader reader({file});
        for (std::uint32_t version = 1; version <= 5; ++version) {
          try {
            const std::string read = codes(reader, version);
            const bool held = reader.holds(VersionId(version));
            const auto found = sound.find(version);
            INFO(name << ", bit " << bit << ", version " << version);
            CHECK(held == (found != sound.end()));
            CHECK((!held || read == found->second));
          } catch (const Error& error) {
            told += error.code() == ErrorCode::bad_data;
          }
        }
      } catch (const Error& error) {
        told += error.code() == ErrorCode::bad_data;
      }
      INFO(name << ", bit " << bit);
      CHECK(told >= 1);
    }
    folder.write(name, whole);
  }
}

TEST_CASE("a stream that is lost is told, whichever version’s it was") {
  const TemporaryFolder folder;
  TokenStreamWriter writer(folder / "s", VersionId(7));
  for (std::uint32_t version = 7; version < 3000; version += 2) writer.append_damaged(VersionId(version));
  const TokenStreamReader reader({writer.sync()});
  for (std::uint32_t version = 7; version < 2999; ++version) {
    INFO(version);
    if (version % 2 == 0)
      CHECK_FALSE(reader.holds(VersionId(version)));
    else
      CHECK((error_of([&] { codes(reader, version); }).code() == ErrorCode::bad_data));
  }
}

TEST_CASE("a stream that stands at the place of another version is told") {
  const TemporaryFolder folder;
  const StreamFile file = write(folder / "s", {{1, "one"}, {2, "two"}});
  std::string offsets = read_file(folder / "s.offsets");
  std::rotate(offsets.begin(), offsets.begin() + 8, offsets.end());
  folder.write("s.offsets", offsets);
  CHECK((error_of([&] { codes(TokenStreamReader({file}), 1); }).code() == ErrorCode::bad_data));
}

TEST_CASE("streams of older programs, which have no checksums, are read as far as they lead") {
  const TemporaryFolder folder;
  folder.write("s", std::string("hemstr1\n\x04zero\x7Fone"));
  folder.write("s.offsets", std::string("\x08\0\0\0\0\0\0\0\x0D\0\0\0\0\0\0\0\xFF\xFF\0\0\0\0\0\0", 24));
  const TokenStreamReader reader({StreamFile{folder / "s", VersionId(0), {17, 3}}});
  CHECK(codes(reader, 0) == "zero");
  CHECK(codes(reader, 1) == "one");
  CHECK(codes(reader, 2).empty());
}

TEST_CASE("failed openings leave no file open") {
  const auto count_open = [] {
    return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), std::filesystem::directory_iterator());
  };
  const TemporaryFolder folder;
  const StreamFile file = write(folder / "s", {{1, "one"}});
  std::filesystem::resize_file(folder / "s.offsets", 0);
  std::filesystem::create_directory(folder / "t.offsets");
  const auto before = count_open();
  CHECK_THROWS_AS(TokenStreamWriter(folder / "t", {}), Error);
  CHECK_THROWS_AS(TokenStreamReader({file}), Error);
  CHECK(count_open() == before);
}

/// Whether writing a stream file that may grow no more throws as it should.
bool fails_cleanly_when_full(const std::filesystem::path& file) {
  std::signal(SIGXFSZ, SIG_IGN);
  const rlimit limit{1'000'000, 1'000'000};
  if (setrlimit(RLIMIT_FSIZE, &limit) != 0) return false;
  const Error error = error_of([&] { write(file, {{2, std::string(2'000'000, 'x')}}); });
  return error.code() == ErrorCode::io && write(file, {{2, "two"}}).extent.versions == 1;
}

TEST_CASE("a disk that is full is an error, and the next run goes on") {
  const TemporaryFolder folder;
  permissions(folder.path(), std::filesystem::perms::all);
  CHECK(holds_for_nobody([&] { return fails_cleanly_when_full(folder / "s"); }));
}

}  // namespace
}  // namespace hemero
