#include <random>
#include <set>
#include <string>
#include <vector>

#include "tests/unit/store/database_content.h"
#include "tests/unit/store/temporary_folder.h"

// However a part's database came about (added at once or copied in pieces, with much memory or little, by either back
// end), it holds what the versions say, Xapian finds no fault with it, and pages are the same to the last bit.

namespace hemero {
namespace {

/// Numbers of 32 bits.
class Random {
 public:
  using result_type = std::uint32_t;

  explicit Random(unsigned seed) : engine_(seed) {}

  static constexpr result_type min() { return 0; }
  static constexpr result_type max() { return UINT32_MAX; }
  result_type operator()() { return static_cast<result_type>(engine_()); }

 private:
  std::mt19937 engine_;
};

using Versions = std::vector<IndexedVersion>;

/// A number below `end`, small ones more often.
std::uint32_t skewed(Random& random, std::uint32_t end) {
  const std::uint32_t limit = 1 + random() % end;
  return random() % limit;
}

std::uint32_t frequency(Random& random) {
  switch (random() % 20) {
    case 0:
      return 0;
    case 1:
      return random() % 100'000;
    default:
      return 1 + skewed(random, 300);
  }
}

std::string name(Random& random) {
  static const char* const prefixes[] = {"A:", "A", "XS", "K:", "H", "Y", "D"};
  std::string name = prefixes[random() % std::size(prefixes)];
  const std::size_t size = random() % 8 == 0 ? 200 : 2 + random() % 6;
  while (name.size() < size) name += static_cast<char>(random() % 4 == 0 ? random() % 256 : 'a' + random() % 3);
  for (char& c : name)
    if (c == '\0') c = 'z';
  return name;
}

/// An archive of its own kind: how long its texts are, how many words it has, how wide the gaps between its ids.
Versions random_versions(Random& random) {
  const std::uint32_t count = skewed(random, 6000);
  const std::uint32_t longest = 1 + random() % (count > 1000 ? 20 : 200);
  const std::uint32_t families = random() % 2 == 0 ? 50 : 5'000'000;
  const std::uint32_t widest_gap = random() % 2 == 0 ? 1 : 1 + random() % 500;
  std::uint32_t id = random() % 3 == 0 ? (1U << 21) - count / 2 : 1 + random() % 100;
  Versions versions;
  for (std::uint32_t i = 0; i < count; ++i, id += 1 + random() % widest_gap) {
    IndexedVersion& version = versions.emplace_back();
    version.version = VersionId(id);
    for (std::uint32_t word = skewed(random, longest + 1); word != 0; --word)
      version.families.emplace_back(skewed(random, families), frequency(random));
    for (std::uint32_t names = random() % 4; names != 0; --names) version.names.push_back(name(random));
    if (random() % 4 != 0) version.date = std::to_string(2000 + random() % 25);
  }
  return versions;
}

std::size_t random_memory(Random& random) {
  constexpr std::size_t memories[] = {1, 500'000, 1 << 20, 64 << 20};
  return memories[random() % std::size(memories)];
}

/// A part's versions, cut out of all, and those of them that are dead.
struct Piece {
  Versions versions;
  std::vector<VersionId> dead;
  bool is_added = false;  ///< not copied
};

std::vector<Piece> random_pieces(Random& random, const Versions& versions) {
  std::vector<Piece> pieces(1 + random() % 4);
  for (std::size_t i = 0; i < versions.size(); ++i) {
    Piece& piece = pieces[i * pieces.size() / versions.size()];
    piece.versions.push_back(versions[i]);
  }
  if (random() % 4 != 0) pieces[random() % pieces.size()].is_added = true;
  for (Piece& piece : pieces) {
    const std::uint32_t one_in = random() % 3 == 0 ? 0 : 1 + random() % 40;
    for (const IndexedVersion& version : piece.versions)
      if (!piece.is_added && one_in != 0 && random() % one_in == 0) piece.dead.push_back(version.version);
  }
  return pieces;
}

Versions living(const std::vector<Piece>& pieces) {
  Versions living;
  for (const Piece& piece : pieces)
    for (const IndexedVersion& version : piece.versions)
      if (!std::binary_search(piece.dead.begin(), piece.dead.end(), version.version)) living.push_back(version);
  return living;
}

void add(PostingsWriter& writer, const Versions& versions) {
  for (const IndexedVersion& version : versions) writer.add(version);
}

/// Writes each copied piece as a part, and then all of them as one, in random order.
void write_merged(const PostingsBackend& backend, const std::vector<Piece>& pieces, const TemporaryFolder& folder,
                  const std::string& path, Random random) {
  const auto writer = backend.make(folder / path, random_memory(random));
  std::vector<std::size_t> order(pieces.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::shuffle(order.begin(), order.end(), random);
  for (const std::size_t i : order) {
    if (pieces[i].is_added) {
      add(*writer, pieces[i].versions);
      continue;
    }
    const auto part = folder / (path + "-part-" + std::to_string(i));
    const auto of_part = postings_backends[random() % std::size(postings_backends)].make(part, random_memory(random));
    add(*of_part, pieces[i].versions);
    of_part->finish("of a part");
    writer->copy(part, pieces[i].dead);
  }
  writer->finish("marker");
}

std::vector<std::vector<std::string>> random_queries(Random& random, const DatabaseContent& content) {
  std::vector<std::string> terms;
  for (const auto& [term, found] : content.terms) terms.push_back(term);
  std::vector<std::vector<std::string>> queries(terms.empty() ? 0 : 20);
  for (auto& query : queries)
    for (std::uint32_t i = 1 + random() % 4; i != 0; --i) query.push_back(terms[random() % terms.size()]);
  return queries;
}

TEST_CASE("postings are the same whichever way they were written") {
  for (unsigned seed = 1; seed <= 40; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const std::vector<Piece> pieces = random_pieces(random, random_versions(random));
    ExpectedContent model("marker");
    for (const IndexedVersion& version : living(pieces)) model.add(version);
    const DatabaseContent expected = model.content();
    const auto queries = random_queries(random, expected);
    const TemporaryFolder temporary;
    std::vector<std::filesystem::path> paths;
    for (const PostingsBackend& backend : postings_backends) {
      INFO(backend.name);
      paths.push_back(temporary / ("merged " + std::string(backend.name)));
      write_merged(backend, pieces, temporary, paths.back().filename(), random);
      paths.push_back(temporary / ("whole " + std::string(backend.name)));
      const auto writer = backend.make(paths.back(), random_memory(random));
      add(*writer, living(pieces));
      writer->finish("marker");
    }
    for (const auto& path : paths) {
      INFO(path.filename());
      CHECK((content_of_database(path) == expected));
      CHECK(faults_of_database(path).empty());
      for (const auto& query : queries)
        CHECK((page_of_database(path, query) == page_of_database(paths.front(), query)));
    }
  }
}

TEST_CASE("tables written directly depend on the versions alone, byte for byte") {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    INFO("seed " << seed);
    Random random(seed);
    const std::vector<Piece> pieces = random_pieces(random, random_versions(random));
    const TemporaryFolder temporary;
    const PostingsBackend direct{"directly", make_direct_postings_writer};
    write_merged(direct, pieces, temporary, "merged", random);
    const auto writer = direct.make(temporary / "whole", 64 << 20);
    add(*writer, living(pieces));
    writer->finish("marker");
    for (const char* file : {"/postlist.glass", "/iamglass"})
      CHECK((read_file(temporary / ("merged" + std::string(file))) ==
             read_file(temporary / ("whole" + std::string(file)))));
  }
}

}  // namespace
}  // namespace hemero
