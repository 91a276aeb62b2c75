#include "common/store/index/compiled_query.h"

#include <xapian.h>

#include <algorithm>

namespace hemero {

namespace {

/// A check as Xapian sees it: it claims to match everything, so it is asked last, about single candidates.
class CheckSource : public Xapian::PostingSource {
 public:
  CheckSource(CandidateCheck& check, std::uint32_t number) : check_(check), number_(number) {}

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double) override {
    do ++at_;
    while (!ends_if_spent() && at_ <= last_ && !check_.holds(number_, VersionId(at_)));
  }
  void skip_to(Xapian::docid id, double weight) override {
    if (id <= at_) return;
    at_ = id - 1;
    next(weight);
  }
  bool check(Xapian::docid id, double) override {
    at_ = id;
    return at_end() || ends_if_spent() || check_.holds(number_, VersionId(id));
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  CheckSource* clone() const override { return new CheckSource(check_, number_); }

 private:
  bool ends_if_spent() {
    if (!check_.is_spent(number_)) return false;
    at_ = last_ + 1;
    return true;
  }

  CandidateCheck& check_;
  std::uint32_t number_;
  Xapian::doccount count_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

/// All versions, until the time is over. It is asked last, about single candidates.
class DeadlineSource : public Xapian::PostingSource {
 public:
  explicit DeadlineSource(const Deadline& deadline) : deadline_(deadline) {}

  void init(const Xapian::Database& database) override {
    count_ = database.get_doccount();
    last_ = database.get_lastdocid();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return count_; }
  Xapian::doccount get_termfreq_est() const override { return count_; }
  Xapian::doccount get_termfreq_max() const override { return count_; }
  void next(double) override { go_to(at_ + 1); }
  void skip_to(Xapian::docid id, double) override { go_to(std::max(id, at_)); }
  bool check(Xapian::docid id, double) override {
    go_to(id);
    return true;
  }
  bool at_end() const override { return at_ > last_; }
  Xapian::docid get_docid() const override { return at_; }
  DeadlineSource* clone() const override { return new DeadlineSource(deadline_); }

 private:
  void go_to(Xapian::docid id) {
    constexpr std::uint32_t candidates_between_looks = 64;
    const bool looks = asked_++ % candidates_between_looks == 0;
    const bool over = looks ? deadline_.over() : deadline_.was_over();
    at_ = over ? last_ + 1 : id;
  }

  const Deadline& deadline_;
  Xapian::doccount count_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
  std::uint32_t asked_ = 0;
};

/// One document behind the last version, which until() drops. Xapian 1.4 forgets that an OP_MAX all of whose children
/// end at the same step has none left, and asks the first one for its weight when it goes on with the next database:
/// with this one they never do.
class BehindSource : public Xapian::PostingSource {
 public:
  void init(const Xapian::Database& database) override {
    last_ = database.get_lastdocid();
    at_ = 0;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return 0; }
  Xapian::doccount get_termfreq_max() const override { return 0; }
  void next(double) override { at_ = std::max(at_, last_) + 1; }
  void skip_to(Xapian::docid id, double) override { at_ = std::max({at_, last_ + 1, id}); }
  bool at_end() const override { return at_ > last_ + 1; }
  Xapian::docid get_docid() const override { return at_; }
  BehindSource* clone() const override { return new BehindSource; }

 private:
  Xapian::docid last_ = 0;
  Xapian::docid at_ = 0;
};

/// Some versions, in order. Of several databases that are searched as one, each numbers its documents by itself.
class VersionSource : public Xapian::PostingSource {
 public:
  explicit VersionSource(VersionList versions) : versions_(std::move(versions)) {}

  void init(const Xapian::Database& database) override {
    next_ = versions_->begin();
    end_ = std::upper_bound(versions_->begin(), versions_->end(), VersionId(database.get_lastdocid()));
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override { return static_cast<Xapian::doccount>(end_ - next_); }
  void next(double) override {
    if (started_) ++next_;
    started_ = true;
  }
  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    next_ = std::lower_bound(next_, end_, VersionId(id));
  }
  bool at_end() const override { return next_ == end_; }
  Xapian::docid get_docid() const override { return static_cast<Xapian::docid>(*next_); }
  VersionSource* clone() const override { return new VersionSource(versions_); }

 private:
  VersionList versions_;
  std::vector<VersionId>::const_iterator next_;
  std::vector<VersionId>::const_iterator end_;
  bool started_ = false;
};

/// The versions that hold a term, where it adds nothing to the score. Xapian 1.4 reads such a term, where all documents
/// of a database hold it, by the list of all documents under the term's name, and then takes the second chunk of that
/// list for a fault of the database.
class TermSource : public Xapian::PostingSource {
 public:
  explicit TermSource(std::string term) : term_(std::move(term)) {}

  void init(const Xapian::Database& database) override {
    frequency_ = database.get_termfreq(term_);
    at_ = database.postlist_begin(term_);
    started_ = false;
  }
  Xapian::doccount get_termfreq_min() const override { return frequency_; }
  Xapian::doccount get_termfreq_est() const override { return frequency_; }
  Xapian::doccount get_termfreq_max() const override { return frequency_; }
  void next(double) override {
    if (started_) ++at_;
    started_ = true;
  }
  void skip_to(Xapian::docid id, double) override {
    started_ = true;
    at_.skip_to(id);
  }
  bool at_end() const override { return at_ == Xapian::PostingIterator(); }
  Xapian::docid get_docid() const override { return *at_; }
  TermSource* clone() const override { return new TermSource(term_); }

 private:
  std::string term_;
  Xapian::doccount frequency_ = 0;
  Xapian::PostingIterator at_;
  bool started_ = false;
};

/// Compiles the nodes of one query.
class Compiler {
 public:
  Compiler(CandidateCheck* check, const Weigh& weigh, bool scores = true)
      : check_(check), weigh_(weigh), scores_(scores) {}

  Xapian::Query compile(const CandidateQuery& query) const {
    using Kind = CandidateQuery::Kind;
    switch (query.kind) {
      case Kind::nothing:
        return Xapian::Query::MatchNothing;
      case Kind::everything:
        return scaled(0, Xapian::Query::MatchAll);
      case Kind::term:
        return scores_ ? weighed(query, Xapian::Query(query.term)) : source(new TermSource(query.term));
      case Kind::listed:
        return source(new VersionSource(std::make_shared<const std::vector<VersionId>>(query.versions)));
      case Kind::all:
        return all(query, Xapian::Query::OP_AND);
      case Kind::any:
        return all(query, Xapian::Query::OP_OR);
      case Kind::best:
        return best(query);
      case Kind::synonym:
        return weighed(query, Compiler(check_, {}, scores_).all(query, Xapian::Query::OP_SYNONYM));
      case Kind::except:
        return first(query, Xapian::Query::OP_AND_NOT);
      case Kind::maybe:
        return first(query, Xapian::Query::OP_AND_MAYBE);
      case Kind::filter:
        return first(query, Xapian::Query::OP_FILTER);
      case Kind::scaled:
        return scaled(query.factor, compile(query.children.front()));
      case Kind::fixed:
        return filtered(source(new Xapian::FixedWeightPostingSource(query.factor)), scoreless(query.children.front()));
      case Kind::checked:
        return filtered(compile(query.children.front()), source(new CheckSource(*check_, query.check)));
    }
    return {};
  }

 private:
  static Xapian::Query source(Xapian::PostingSource* source) { return Xapian::Query(source->release()); }

  static Xapian::Query scaled(double factor, const Xapian::Query& query) {
    return {Xapian::Query::OP_SCALE_WEIGHT, query, factor};
  }

  static Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter) {
    return {Xapian::Query::OP_FILTER, query, filter};
  }

  Xapian::Query weighed(const CandidateQuery& query, const Xapian::Query& compiled) const {
    return weigh_ ? scaled(weigh_(query), compiled) : compiled;
  }

  std::vector<Xapian::Query> children(const CandidateQuery& query) const {
    std::vector<Xapian::Query> children;
    for (const CandidateQuery& child : query.children) children.push_back(compile(child));
    return children;
  }

  Xapian::Query all(const CandidateQuery& query, Xapian::Query::op operation) const {
    const auto parts = children(query);
    return {operation, parts.begin(), parts.end()};
  }

  Xapian::Query best(const CandidateQuery& query) const {
    auto parts = children(query);
    parts.push_back(source(new BehindSource));
    return {Xapian::Query::OP_MAX, parts.begin(), parts.end()};
  }

  /// The first child combined with the others in turn.
  Xapian::Query first(const CandidateQuery& query, Xapian::Query::op operation) const {
    Xapian::Query compiled = compile(query.children.front());
    for (std::size_t i = 1; i < query.children.size(); ++i)
      compiled = Xapian::Query(
          operation, compiled,
          operation == Xapian::Query::OP_AND_MAYBE ? compile(query.children[i]) : scoreless(query.children[i]));
    return compiled;
  }

  /// What only says which versions match.
  Xapian::Query scoreless(const CandidateQuery& query) const { return Compiler(check_, {}, false).compile(query); }

  CandidateCheck* check_;
  const Weigh& weigh_;
  bool scores_;
};

}  // namespace

Xapian::Query compile(const CandidateQuery& query, CandidateCheck* check, const Weigh& weigh) {
  return Compiler(check, weigh).compile(query);
}

Xapian::Query among(const Xapian::Query& query, VersionList versions) {
  return {Xapian::Query::OP_FILTER, query, Xapian::Query((new VersionSource(std::move(versions)))->release())};
}

Xapian::Query without(const Xapian::Query& query, VersionList versions) {
  if (versions->empty()) return query;
  return {Xapian::Query::OP_AND_NOT, query, Xapian::Query((new VersionSource(std::move(versions)))->release())};
}

Xapian::Query until(const Xapian::Query& query, const Deadline& deadline) {
  return {Xapian::Query::OP_FILTER, query, Xapian::Query((new DeadlineSource(deadline))->release())};
}

}  // namespace hemero
