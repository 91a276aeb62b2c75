#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/store/index/postings_backends.h"

// What it costs to write the postings of a part, on one core. Not a test.

namespace hemero {
namespace {

constexpr std::string_view help = R"(usage: hemero-postings-bench FOLDER [VERSIONS]

Writes the postings of so many versions (10,000 unless given) in a folder that is not there yet, in each way there is,
and copies them. The versions are made up: some 190 different words each, as frequent as words are, and 12 names. Prints
the seconds of processor time and the bytes that each took.
)";

constexpr std::size_t memory = std::size_t{256} << 20;

/// A word family's number: the n-th one is as frequent as 1/n.
std::uint32_t family(std::mt19937& random) {
  constexpr double families = 150'000;
  return static_cast<std::uint32_t>(std::pow(families, std::uniform_real_distribution<>(0, 1)(random)));
}

std::vector<IndexedVersion> made_up(std::uint32_t count) {
  std::mt19937 random(1);
  std::vector<IndexedVersion> versions(count);
  for (std::uint32_t i = 0; i < count; ++i) {
    IndexedVersion& version = versions[i];
    version.version = VersionId(i + 1);
    for (int word = 0; word < 250; ++word) version.families.emplace_back(family(random), 1 + random() % 2);
    for (int name = 0; name < 12; ++name) version.names.push_back("K:" + std::to_string(family(random) % 5000));
    version.date = std::to_string(20'000'000 + random() % 250'000);
  }
  return versions;
}

/// Does some work that writes a database, and prints what it took.
template <typename Work>
void print_cost(std::string_view name, const std::filesystem::path& database, Work work) {
  const std::clock_t start = std::clock();
  work(database);
  const double seconds = static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
  fmt::print("{:<22} {:>8.3f} s {:>12} bytes\n", name, seconds, file_size(database / "postlist.glass"));
}

void run(const std::filesystem::path& folder, std::uint32_t count) {
  const auto versions = made_up(count);
  const auto write = [&](auto make, std::size_t allowed) {
    return [&versions, make, allowed](const std::filesystem::path& database) {
      const auto writer = make(database, allowed);
      for (const IndexedVersion& version : versions) writer->add(version);
      writer->finish("marker");
    };
  };
  std::filesystem::create_directories(folder);
  print_cost("by the public API", folder / "public", write(make_library_postings_writer, memory));
  print_cost("directly", folder / "direct", write(make_direct_postings_writer, memory));
  print_cost("directly, in 1 MB", folder / "spilled", write(make_direct_postings_writer, std::size_t{1} << 20));
  print_cost("directly, a copy", folder / "copy", [&](const std::filesystem::path& database) {
    const auto writer = make_direct_postings_writer(database, memory);
    writer->copy(folder / "direct", {});
    writer->finish("marker");
  });
}

}  // namespace
}  // namespace hemero

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (argc < 2 || argc > 3 || first == "--help" || first == "-h") {
    std::fputs(hemero::help.data(), first.starts_with('-') ? stdout : stderr);
    return first.starts_with('-') ? 0 : 2;
  }
  try {
    hemero::run(argv[1], argc > 2 ? static_cast<std::uint32_t>(std::max(1, std::atoi(argv[2]))) : 10'000);
  } catch (const hemero::Error& error) {
    fmt::print(stderr, "hemero-postings-bench: {}\n", error.what());
    return 1;
  }
}
