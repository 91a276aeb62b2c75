#include "common/store/index/copied_postings.h"

#include <xapian.h>

#include "common/store/index/index_format.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

/// Some of a range of versions.
class VersionSet {
 public:
  /// Those that lie in [first, last]; versions come in ascending order.
  VersionSet(std::uint32_t first, std::uint32_t last, const std::vector<VersionId>& versions) : first_(first) {
    if (versions.empty()) return;
    held_.resize(std::size_t{last - first} + 1);
    for (const VersionId version : versions) {
      const auto id = static_cast<std::uint32_t>(version);
      if (id >= first && id <= last) held_[id - first] = true;
    }
  }

  bool contains(std::uint32_t version) const { return !held_.empty() && held_[version - first_]; }

 private:
  std::uint32_t first_;
  std::vector<bool> held_;  ///< empty when none is held
};

class CopiedPostings : public PostingSource {
 public:
  CopiedPostings(std::filesystem::path path, const std::vector<VersionId>& dead)
      : path_(std::move(path)),
        database_(path_.string()),
        dead_(first_document(database_), database_.get_lastdocid(), dead),
        next_(database_.allterms_begin()),
        end_(database_.allterms_end()) {
    for (auto all = database_.postlist_begin(""); all != database_.postlist_end("") && first_ == 0; ++all)
      if (!dead_.contains(*all)) first_ = *all;
  }

  std::uint32_t first() const override { return first_; }

  void each_version(const VersionTaker& take) override {
    xapian::translating(path_, [&] {
      auto value = database_.valuestream_begin(slot::date);
      const auto values_end = database_.valuestream_end(slot::date);
      const auto end = database_.postlist_end("");
      for (auto all = database_.postlist_begin(""); all != end; ++all) {
        const Xapian::docid id = *all;
        const bool is_dated = value != values_end && value.get_docid() == id;
        if (!dead_.contains(id)) take(id, all.get_doclength(), is_dated ? *value : std::string());
        if (is_dated) ++value;
      }
    });
  }

  bool next_term() override {
    return xapian::translating(path_, [&] {
      if (next_ == end_) return false;
      term_ = *next_;
      ++next_;
      return true;
    });
  }

  std::string_view term() const override { return term_; }

  void give_postings(glass::PostingList& list) override {
    xapian::translating(path_, [&] {
      const auto end = database_.postlist_end(term_);
      for (auto posting = database_.postlist_begin(term_); posting != end; ++posting)
        if (!dead_.contains(*posting)) list.add(*posting, posting.get_wdf());
    });
  }

 private:
  /// 0 when there is none.
  static std::uint32_t first_document(const Xapian::Database& database) {
    const auto all = database.postlist_begin("");
    return all == database.postlist_end("") ? 0 : *all;
  }

  std::filesystem::path path_;
  Xapian::Database database_;
  VersionSet dead_;
  Xapian::TermIterator next_;
  Xapian::TermIterator end_;
  std::string term_;
  std::uint32_t first_ = 0;
};

}  // namespace

std::unique_ptr<PostingSource> make_copied_postings(const std::filesystem::path& database,
                                                    const std::vector<VersionId>& dead) {
  return xapian::translating(database, [&] { return std::make_unique<CopiedPostings>(database, dead); });
}

}  // namespace hemero
