#include <xapian.h>

#include <algorithm>
#include <deque>
#include <optional>

#include <fmt/format.h>

#include "common/store/folder/durable_file.h"
#include "common/store/index/index_format.h"
#include "common/store/index/postings_backends.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

using Path = std::filesystem::path;

/// Versions in one small database. Compaction copies the chunks of posting lists as they are: smaller groups make a
/// larger index, larger ones take more memory (docs/decisions/0004-groups-of-2000-versions.md).
constexpr std::size_t group_size = 2000;

constexpr std::size_t row_length = 64;  ///< small databases merged at a time

constexpr int of_a_group =
    Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST | Xapian::DB_DANGEROUS | Xapian::DB_NO_SYNC;

/// Makes small databases of documents that come in ascending order; as soon as 64 stand side by side they become one.
class DocumentGroups {
 public:
  explicit DocumentGroups(Path folder) : folder_(std::move(folder)) {}

  void add(Xapian::docid id, const Xapian::Document& document) {
    if (!open_) begin();
    xapian::writing(row_.back(), [&] { open_->replace_document(id, document); });
    if (++held_ == group_size) end();
  }

  /// The databases that hold everything, in ascending order.
  std::vector<Path> finish() {
    if (open_) end();
    merged_.insert(merged_.end(), row_.begin(), row_.end());
    return std::move(merged_);
  }

 private:
  void begin() {
    row_.push_back(folder_ / fmt::format("group-{:06}", number_++));
    xapian::writing(row_.back(), [&] {
      std::filesystem::create_directories(folder_);
      open_.emplace(row_.back().string(), of_a_group);
    });
  }

  void end() {
    xapian::writing(row_.back(), [&] { open_->commit(); });
    open_.reset();
    held_ = 0;
    if (row_.size() < row_length) return;
    merged_.push_back(folder_ / fmt::format("row-{:06}", number_++));
    xapian::translating(merged_.back(), [&] {
      xapian::compact(row_, merged_.back());
      for (const Path& path : row_) std::filesystem::remove_all(path);
    });
    row_.clear();
  }

  Path folder_;
  std::optional<Xapian::WritableDatabase> open_;  ///< the last one of row_
  std::size_t held_ = 0;                          ///< documents in it
  std::size_t number_ = 0;
  std::vector<Path> row_;
  std::vector<Path> merged_;
};

/// Gives the documents of a database back, from its postings, but for the dead ones: as many at a time as memory holds.
class DocumentReader {
 public:
  DocumentReader(const Xapian::Database& database, const std::vector<VersionId>& dead) : database_(database) {
    for (auto all = database.postlist_begin(""); all != database.postlist_end(""); ++all)
      if (!std::binary_search(dead.begin(), dead.end(), VersionId(*all))) living_.push_back(*all);
  }

  const std::vector<Xapian::docid>& living() const { return living_; }

  /// Calls `take(id, document)` for each living document, ascending; `batch` are in memory at a time.
  template <typename Take>
  void read(std::size_t batch, Take take) const {
    for (auto first = living_.begin(); first != living_.end();) {
      const auto end = first + std::min(static_cast<std::ptrdiff_t>(batch), living_.end() - first);
      const std::vector<Row> rows = rows_of(first, end);
      for (std::size_t i = 0; i < rows.size(); ++i) take(first[static_cast<std::ptrdiff_t>(i)], document_of(rows[i]));
      first = end;
    }
  }

 private:
  using Living = std::vector<Xapian::docid>::const_iterator;

  struct Row {
    std::vector<std::pair<const std::string*, Xapian::termcount>> terms;
    std::string date;
  };

  static Xapian::Document document_of(const Row& row) {
    Xapian::Document document;
    for (const auto& [term, frequency] : row.terms) document.add_term(*term, frequency);
    if (!row.date.empty()) document.add_value(slot::date, row.date);
    return document;
  }

  std::vector<Row> rows_of(Living first, Living end) const {
    std::vector<Row> rows(static_cast<std::size_t>(end - first));
    each_of(first, end, database_.valuestream_begin(slot::date), database_.valuestream_end(slot::date),
            [&](std::size_t row, const auto& value) { rows[row].date = *value; });
    terms_.clear();
    for (auto term = database_.allterms_begin(); term != database_.allterms_end(); ++term) {
      const std::string& name = terms_.emplace_back(*term);
      each_of(first, end, database_.postlist_begin(name), database_.postlist_end(name),
              [&](std::size_t row, const auto& posting) { rows[row].terms.emplace_back(&name, posting.get_wdf()); });
    }
    return rows;
  }

  /// Calls `take(row, iterator)` where a list of Xapian stands on a living document of [first, end).
  template <typename Iterator, typename Take>
  static void each_of(Living first, Living end, Iterator list, const Iterator& list_end, Take take) {
    const Living begin = first;
    if (list != list_end) list.skip_to(*first);
    for (; list != list_end; ++list) {
      first = std::lower_bound(first, end, docid_of(list));
      if (first == end) return;
      if (*first == docid_of(list)) take(static_cast<std::size_t>(first - begin), list);
    }
  }

  static Xapian::docid docid_of(const Xapian::PostingIterator& posting) { return *posting; }
  static Xapian::docid docid_of(const Xapian::ValueIterator& value) { return value.get_docid(); }

  const Xapian::Database& database_;
  std::vector<Xapian::docid> living_;
  mutable std::deque<std::string> terms_;
};

class LibraryPostingsWriter : public PostingsWriter {
 public:
  LibraryPostingsWriter(Path database, std::size_t memory)
      : database_(std::move(database)),
        groups_(database_.string() + ".groups"),
        batch_(std::max(group_size, memory / version_memory)),
        added_(groups_ / "added") {}

  ~LibraryPostingsWriter() override {
    std::error_code ignored;  // the owner of the folder removes what is left
    std::filesystem::remove_all(groups_, ignored);
  }

  void add(IndexedVersion version) override {
    const auto id = static_cast<std::uint32_t>(version.version);
    added_.add(id, xapian::make_document(version));
    std::uint64_t length = 0;
    for (const auto& [family, frequency] : version.families) length += frequency;
    count(1, length, id);
    if (first_added_ == 0) first_added_ = id;
  }

  void copy(const Path& database, const std::vector<VersionId>& dead) override {
    xapian::translating(database, [&] {
      const Xapian::Database source(database.string());
      const DocumentReader reader(source, dead);
      if (reader.living().empty()) return;
      if (reader.living().size() == source.get_doccount()) {
        parts_.push_back({reader.living().front(), {database}});
        count(source.get_doccount(), source.get_total_length(), reader.living().back());
        return;
      }
      DocumentGroups groups(groups_ / fmt::format("copied-{:06}", parts_.size()));
      reader.read(batch_, [&](Xapian::docid id, const Xapian::Document& document) {
        groups.add(id, document);
        std::uint64_t length = 0;
        for (auto term = document.termlist_begin(); term != document.termlist_end(); ++term) length += term.get_wdf();
        count(1, length, id);
      });
      parts_.push_back({reader.living().front(), groups.finish()});
    });
  }

  void finish(std::string_view marker) override {
    if (first_added_ != 0) parts_.push_back({first_added_, added_.finish()});
    std::sort(parts_.begin(), parts_.end(), [](const Part& a, const Part& b) { return a.first < b.first; });
    std::vector<Path> paths;
    for (const Part& part : parts_) paths.insert(paths.end(), part.databases.begin(), part.databases.end());
    xapian::translating(database_, [&] {
      if (!paths.empty()) xapian::compact(paths, database_);
      Xapian::WritableDatabase database(database_.string(),
                                        Xapian::DB_CREATE_OR_OPEN | Xapian::DB_BACKEND_GLASS | Xapian::DB_NO_TERMLIST);
      database.set_metadata(postings_marker_key, std::string(marker));
      database.commit();
    });
    sync_folder(database_);
    require_counts(database_, counts_);
  }

 private:
  /// Databases of ascending documents from `first` on.
  struct Part {
    Xapian::docid first;
    std::vector<Path> databases;
  };

  /// Bytes that a version takes while a copied part is turned into documents, roughly.
  static constexpr std::size_t version_memory = 8 << 10;

  void count(std::uint64_t versions, std::uint64_t length, std::uint32_t last) {
    counts_.versions += versions;
    counts_.length += length;
    counts_.last = std::max(counts_.last, last);
  }

  Path database_;
  Path groups_;
  std::size_t batch_;
  DocumentGroups added_;
  Xapian::docid first_added_ = 0;
  std::vector<Part> parts_;
  WrittenCounts counts_;
};

}  // namespace

std::unique_ptr<PostingsWriter> make_library_postings_writer(const Path& database, std::size_t memory) {
  return std::make_unique<LibraryPostingsWriter>(database, memory);
}

}  // namespace hemero
