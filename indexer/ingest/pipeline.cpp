#include "indexer/ingest/pipeline.h"

#include <utility>

#include "common/base/error.h"
#include "common/base/stop_signal.h"
#include "common/store/catalogue/catalogue_writer.h"
#include "common/store/catalogue/place.h"
#include "indexer/formats/documents/document.h"
#include "indexer/formats/named/export_line.h"
#include "indexer/ingest/article_excess.h"

namespace hemero {

namespace {

// A batch is big enough to make the queues' cost vanish and small enough to keep few articles in flight.
constexpr std::size_t batch_records = 32;
constexpr std::size_t batch_bytes = std::size_t{512} << 10;
constexpr unsigned batches_per_job = 5;  ///< in flight: read, being prepared, or waiting for their turn

/// What one preparing thread needs.
class Preparer {
 public:
  Preparer(const Pipeline::Options& options, const FolderLines& folders)
      : extractor_(options.extract, folders),
        limits_(options.extract.article),
        analyzer_({.words = limits_.words, .distinct_words = limits_.distinct_words}) {
    if (options.archive) stored_.emplace(*options.archive);
  }

  Prepared prepare(SourceItem item) {
    if (auto* skip = std::get_if<Skip>(&item)) return std::move(*skip);
    const Record& record = std::get<Record>(item);
    try {
      return prepare(record);
    } catch (const OverLimit& error) {
      return refuse(record, reason::too_long, error.message(), record.line > 0 ? record.bytes : "");
    }
  }

 private:
  Prepared prepare(const Record& record) {
    if (record.format == &export_format) return prepare_exported(record);
    auto extracted = extractor_.extract(record);
    if (auto* skip = std::get_if<Skip>(&extracted)) return std::move(*skip);
    PreparedArticle prepared{std::get<Article>(std::move(extracted)), {}, {}};
    prepared.notes = {record.format->name, extractor_.repaired(), extractor_.left_out()};
    prepared.hash = content_hash(prepared.article);
    prepared.placed = file_of_place(prepared.article.key) == file_of_place(record.key);
    const auto place = stored_ && prepared.placed ? stored_->placed(prepared.article, prepared.hash) : std::nullopt;
    if (place || (stored_ && !prepared.placed && stored_->holds(prepared.article.key, prepared.hash)))
      return UnchangedArticle{std::move(prepared.article), prepared.hash, false, std::move(prepared.notes), place};
    analyze(prepared);
    return prepared;
  }

  Prepared prepare_exported(const Record& record) {
    auto event = exports_.read(record);
    if (auto* skip = std::get_if<Skip>(&event)) return std::move(*skip);
    if (auto* removal = std::get_if<HistoricRemoval>(&event)) return std::move(*removal);
    auto& version = std::get<HistoricVersion>(event);
    if (auto excess = excess_of(version.article, limits_)) throw OverLimit(std::move(*excess));
    const Hash128 hash = content_hash(version.article);
    if (stored_ && stored_->holds_version(version.article.key, hash, version.number))
      return UnchangedArticle{std::move(version.article), hash, true, {record.format->name}};
    PreparedArticle prepared{std::move(version.article), hash, {}, true, version.restored, {record.format->name}};
    analyze(prepared);
    return prepared;
  }

  /// Without the lines that its site repeats, which are stored nevertheless.
  void analyze(PreparedArticle& prepared) {
    const std::vector<Zone> as_extracted = prepared.article.zones;
    if (stored_) stored_->lines().mark(prepared.article);
    prepared.analyzed = analyzer_.analyze(prepared.article);
    prepared.article.zones = as_extracted;
  }

  Extractor extractor_;
  ExportLineReader exports_;
  ArticleLimits limits_;
  ArticleAnalyzer analyzer_;
  std::optional<CatalogueLookup> stored_;
};

}  // namespace

Pipeline::Pipeline(Source source, const FolderLines& folders, Options options)
    : source_(std::move(source)),
      folders_(folders),
      options_(std::move(options)),
      tickets_(batches_per_job * options_.jobs),
      records_(batches_per_job * options_.jobs),
      results_(batches_per_job * options_.jobs + 1),
      preparing_(options_.jobs) {
  for (unsigned i = 0; i < batches_per_job * options_.jobs; ++i) tickets_.push({});
  try {
    threads_.emplace_back([this] { read(); });
    for (unsigned i = 0; i < options_.jobs; ++i) threads_.emplace_back([this] { prepare(); });
  } catch (...) {
    stop();  // those that could be started
    throw;
  }
}

Pipeline::~Pipeline() { stop(); }

void Pipeline::stop() {
  records_.cancel();
  results_.cancel();
  tickets_.cancel();
  for (std::thread& thread : threads_) thread.join();
}

void Pipeline::read() {
  try {
    read_batches();
  } catch (...) {
    fail(0);
  }
}

void Pipeline::read_batches() {
  Batch batch;
  std::size_t bytes = 0;
  const auto send = [&] {
    batch.bytes_read = source_.bytes_read();
    const std::uint64_t number = batch.number;
    const bool taken = tickets_.pop() && records_.push(std::exchange(batch, {}));
    batch.number = number + 1;
    bytes = 0;
    return taken;
  };
  while (!stop_requested()) {
    auto item = source_.next();
    if (!item) break;
    bytes += size_of(*item);
    batch.items.push_back(std::move(*item));
    if ((batch.items.size() >= batch_records || bytes >= batch_bytes) && !send()) return;
  }
  if (!batch.items.empty()) send();
  records_.close();
}

void Pipeline::prepare() {
  std::uint64_t number = 0;
  try {
    Preparer preparer(options_, folders_);
    while (auto batch = records_.pop()) {
      number = batch->number;
      Results results{number, {}, batch->bytes_read, nullptr};
      for (SourceItem& item : batch->items) results.items.push_back(preparer.prepare(std::move(item)));
      if (!results_.push(std::move(results))) break;
    }
  } catch (...) {
    fail(number);
  }
  if (--preparing_ == 0) results_.close();
}

/// Hands the exception being handled to the caller of next(), and ends the work.
void Pipeline::fail(std::uint64_t number) {
  results_.push({number, {}, 0, std::current_exception()});
  records_.cancel();
}

std::optional<Prepared> Pipeline::next() {
  while (at_ == current_.size()) {
    auto turn = early_.find(turn_);
    if (turn == early_.end()) {
      auto results = results_.pop();
      if (!results) return std::nullopt;
      if (results->error) std::rethrow_exception(results->error);
      turn = early_.emplace(results->number, std::move(*results)).first;
      if (turn->first != turn_) continue;
    }
    current_ = std::move(turn->second.items);
    bytes_read_ = turn->second.bytes_read;
    early_.erase(turn);
    tickets_.push({});
    at_ = 0;
    ++turn_;
  }
  return std::move(current_[at_++]);
}

}  // namespace hemero
