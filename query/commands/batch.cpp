#include "query/commands/batch.h"

#include <algorithm>
#include <chrono>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/base/json_writer.h"
#include "common/base/line_reader.h"
#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/searcher.h"
#include "query/answer/time_limit.h"
#include "query/exports/query_matrix.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/options/order_options.h"
#include "query/render/render.h"

namespace hemero {

namespace {

struct BatchQuery {
  std::string id;
  std::string text;
};

std::vector<BatchQuery> read_queries(const std::string& path) {
  const auto input = open_input(path);
  LineReader lines(*input);
  std::vector<BatchQuery> queries;
  while (const auto line = lines.next()) {
    if (line->text.empty()) continue;
    const auto tab = line->text.find('\t');
    if (tab == std::string_view::npos)
      throw Error(ErrorCode::bad_data,
                  message("{}:{}: a query id, a tab and a query were expected", path, line->number));
    queries.push_back({std::string(line->text.substr(0, tab)), std::string(line->text.substr(tab + 1))});
  }
  return queries;
}

/// Prints the hits of one query after the other: a line each, or all as the elements of one array.
class AnswerPrinter {
 public:
  explicit AnswerPrinter(BatchOptions::Format format) : format_(format) {}

  void print(const BatchQuery& query, const Page& page) {
    std::string out;
    for (const Hit& hit : page.hits) {
      if (format_ == BatchOptions::Format::trec) {
        out += fmt::format("{} Q0 {} {} {:.6f} hemero\n", visible(query.id), visible(hit.article.key), hit.rank,
                           hit.score);
        continue;
      }
      if (format_ == BatchOptions::Format::json) out += std::exchange(before_, ",\n");
      out += "{\"qid\":";
      JsonWriter(out).value(query.id);
      out += "," + render_json(hit).substr(1);
      if (format_ == BatchOptions::Format::jsonl) out += "\n";
    }
    fmt::print("{}", out);
  }

  void finish() const {
    if (format_ == BatchOptions::Format::json) fmt::print("{}]\n", *before_ == '[' ? "[" : "");
  }

 private:
  BatchOptions::Format format_;
  const char* before_ = "[";  ///< what stands before the next element
};

void tell_notice(const BatchQuery& query, const std::string& notice) {
  fmt::print(stderr, "{}\n", message("Note on {}: {}", query.id, notice));
}

void print_timing(std::vector<double> times) {
  std::sort(times.begin(), times.end());
  const auto percentile = [&](std::size_t percent) {
    return times.empty() ? 0.0 : times[std::min(times.size() - 1, times.size() * percent / 100)];
  };
  std::string line;
  JsonWriter json(line);
  json.begin_object().member("queries", std::uint64_t{times.size()});
  json.key("p50_ms").value(percentile(50), 4).key("p95_ms").value(percentile(95), 4);
  json.key("p99_ms").value(percentile(99), 4).key("max_ms").value(percentile(100), 4).end_object();
  fmt::print(stderr, "{}\n", line);
}

}  // namespace

Command declare(BatchOptions& options) {
  using Form = NamedValue<BatchOptions::Format>;
  Command command("batch", message("answer many queries, one a line: id, tab, query"));
  command.example("hemero-query batch --format matrix queries.tsv > matrix.csv",
                  message("which article matches which query"));
  command.example("hemero-query batch --format unmatched queries.tsv", message("the queries that find nothing"));
  options.request.limit = 100;
  command.argument(message("FILE"), CommandOption::Kind::file, options.file,
                   message("the queries; - for the standard input"));
  declare_matching(command, options.request, options.synonyms);
  declare_restrictions(command, options.request);
  declare_copies(command, options.request.collapse, message("collapse: one article of several with the same text"));
  command.number("-n,--limit", 1, 100000, options.request.limit, message("hits for each query (default 100)"));
  declare_order(command, options.request);
  command.word("--format",
               std::vector{Form{"trec", BatchOptions::Format::trec}, Form{"jsonl", BatchOptions::Format::jsonl},
                           Form{"json", BatchOptions::Format::json}, Form{"matrix", BatchOptions::Format::matrix},
                           Form{"unmatched", BatchOptions::Format::unmatched}},
               options.format,
               message("matrix: CSV of all articles that match and the queries; unmatched: the queries without any"));
  command.flag("--timing", options.timing, message("print the times of the queries on standard error"));
  declare_archive(command, options.archive);
  return command;
}

namespace {

bool counts_all(BatchOptions::Format format) { return format >= BatchOptions::Format::matrix; }

/// Prints the hits of each query.
int print_hits(const BatchOptions& options, const std::vector<BatchQuery>& queries, Searcher& searcher) {
  SearchRequest request = options.request;
  request.with_articles = options.format != BatchOptions::Format::trec;
  request.count_up_to = 0;
  request.count_for = {};
  request.help = false;
  std::vector<double> times;
  int status = 0;
  AnswerPrinter printer(options.format);
  for (const BatchQuery& query : queries) {
    request.text = query.text;
    const Page page = searcher.search(request);
    times.push_back(page.took_ms);
    if (!page.complete && page.hits.empty()) status = exit_cut_short;
    for (const std::string& notice : page.notices) tell_notice(query, notice);
    printer.print(query, page);
  }
  printer.finish();
  if (options.timing) print_timing(std::move(times));
  return status;
}

/// Prints what there is to say of all that matches in full.
int print_all(const BatchOptions& options, const std::vector<BatchQuery>& queries, ArchiveReader& archive,
              Searcher& searcher) {
  SearchRequest request = options.request;
  std::vector<double> times;
  int status = 0;
  QueryMatrix matrix;
  for (const BatchQuery& query : queries) {
    const auto start = std::chrono::steady_clock::now();
    request.text = query.text;
    const MatchSet set = searcher.matches(request);
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    if (!set.complete) status = exit_cut_short;
    for (const std::string& notice : set.notices) tell_notice(query, notice);
    matrix.add(query.id, set.versions);
    if (options.format == BatchOptions::Format::unmatched && set.complete && set.versions.empty())
      fmt::print("{}\t{}\n", query.id, query.text);
  }
  if (options.format == BatchOptions::Format::matrix)
    matrix.write(archive, [](const std::string& row) { fmt::print("{}", row); });
  if (options.timing) print_timing(std::move(times));
  return status;
}

}  // namespace

int run(const BatchOptions& options) {
  const std::vector<BatchQuery> queries = read_queries(options.file);
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline), use_of(options.request));
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  const int status = counts_all(options.format) ? print_all(options, queries, archive, searcher)
                                                : print_hits(options, queries, searcher);
  return archive.damages().empty() || status != 0 ? status : exit_partly;
}

}  // namespace hemero
