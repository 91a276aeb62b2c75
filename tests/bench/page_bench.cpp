#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/base/line_reader.h"
#include "common/store/archive_reader.h"
#include "query/answer/searcher.h"
#include "tests/bench/page_phases.h"

// How long a page takes as readers get it by default. Not a test.

namespace hemero {
namespace {

constexpr std::string_view help = R"(usage: hemero-page-bench ARCHIVE QUERIES [PASSES]

Asks every query PASSES times (3 unless given) in one process, as `hemero-query search` asks without options: ten
articles with passages, the total counted, words in doubt looked up. Prints how many milliseconds the pages took, all of
them and those of the first pass, which finds little in memory; then where the time of a page goes, phase by phase.
QUERIES has one a line; what stands before a tab is its class.
)";

struct TimedQuery {
  std::string kind;
  std::string text;
};

std::vector<TimedQuery> read_queries(const char* path) {
  const auto input = open_input(path);
  LineReader lines(*input);
  std::vector<TimedQuery> queries;
  while (const auto line = lines.next()) {
    const auto tab = line->text.find('\t');
    const bool classed = tab != std::string_view::npos;
    queries.push_back({std::string(classed ? line->text.substr(0, tab) : "query"),
                       std::string(classed ? line->text.substr(tab + 1) : line->text)});
    if (queries.back().kind == "phrase") queries.back().text = '"' + queries.back().text + '"';
  }
  return queries;
}

void print_percentiles(std::string_view name, std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto percentile = [&](std::size_t percent) {
    return times[std::min(times.size() - 1, times.size() * percent / 100)];
  };
  fmt::print("{:<14} {:>6} {:>9.2f} {:>9.2f} {:>9.2f} {:>9.2f}\n", name, times.size(), percentile(50), percentile(95),
             percentile(99), times.back());
}

void run(const char* folder, const char* path, int passes) {
  ArchiveReader archive{ArchiveFolder{folder}};
  Searcher searcher(archive);
  const auto queries = read_queries(path);
  std::map<std::string, std::vector<double>> by_kind;
  std::vector<double> all;
  std::vector<double> first;
  std::size_t exact = 0;
  for (int pass = 0; pass < passes; ++pass) {
    for (const TimedQuery& query : queries) {
      SearchRequest request;
      request.text = query.text;
      const Page page = searcher.search(request);
      exact += page.exact ? 1 : 0;
      by_kind[query.kind].push_back(page.took_ms);
      all.push_back(page.took_ms);
      if (pass == 0) first.push_back(page.took_ms);
    }
  }
  if (all.empty()) return;
  fmt::print("{:<14} {:>6} {:>9} {:>9} {:>9} {:>9}   milliseconds\n", "class", "pages", "p50", "p95", "p99", "most");
  for (const auto& [kind, times] : by_kind) print_percentiles(kind, times);
  print_percentiles("first pass", first);
  print_percentiles("all", all);
  fmt::print("exact totals: {} of {}\n", exact, all.size());
  PagePhases phases(archive);
  for (const TimedQuery& query : queries) phases.measure(query.kind, query.text);
  phases.print();
}

}  // namespace
}  // namespace hemero

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (argc < 3 || argc > 4) {
    std::fputs(hemero::help.data(), first.starts_with("-h") || first == "--help" ? stdout : stderr);
    return first.starts_with("-h") || first == "--help" ? 0 : 2;
  }
  try {
    hemero::run(argv[1], argv[2], argc > 3 ? std::max(1, std::atoi(argv[3])) : 3);
  } catch (const hemero::Error& error) {
    fmt::print(stderr, "hemero-page-bench: {}\n", error.what());
    return 1;
  }
}
