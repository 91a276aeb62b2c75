#include "common/store/index/match_counter.h"

#include <xapian.h>

#include <algorithm>
#include <array>
#include <bit>
#include <unordered_set>

namespace hemero {

namespace {

using Clock = std::chrono::steady_clock;
using Kind = CandidateQuery::Kind;

constexpr std::size_t block_size = 4096;  ///< versions: their checks take some 8 ms at most

/// Thrown when the time is over.
struct TimeOver {};

/// Some of the versions of a block, by their distance from its first one.
class VersionSet {
 public:
  static VersionSet all() {
    VersionSet set;
    set.words_.fill(~std::uint64_t{0});
    return set;
  }

  void insert(std::size_t at) { words_[at / 64] |= std::uint64_t{1} << (at % 64); }
  void erase(std::size_t at) { words_[at / 64] &= ~(std::uint64_t{1} << (at % 64)); }
  bool empty() const {
    return std::all_of(words_.begin(), words_.end(), [](std::uint64_t word) { return word == 0; });
  }

  std::size_t size() const {
    std::size_t count = 0;
    for (const std::uint64_t word : words_) count += static_cast<std::size_t>(std::popcount(word));
    return count;
  }

  VersionSet& operator&=(const VersionSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
    return *this;
  }
  VersionSet& operator|=(const VersionSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
    return *this;
  }
  VersionSet& operator-=(const VersionSet& other) {
    for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
    return *this;
  }

  /// Calls `visit` with each of them, ascending; it may erase the one it gets.
  template <typename Visit>
  void each(Visit visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i)
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1)
        visit(i * 64 + static_cast<std::size_t>(std::countr_zero(left)));
  }

 private:
  std::array<std::uint64_t, block_size / 64> words_{};
};

/// A node of a query, and where its posting list has been read to.
struct Node {
  Kind kind = Kind::nothing;
  std::uint32_t check = 0;
  bool checks = false;         ///< it or a node below
  Xapian::doccount most = 0;   ///< versions that it may match
  Xapian::PostingIterator at;  ///< of a term, and of everything
  const std::vector<VersionId>* versions = nullptr;
  std::vector<Node> children;
};

class Counter {
 public:
  Counter(const Xapian::Database& database, const CandidateQuery& query, CandidateCheck* check, Clock::time_point end)
      : database_(database), check_(check), end_(end), all_(database.get_doccount()), root_(node(query)) {}

  /// The matches among a block of versions.
  VersionSet matches(Xapian::docid first) {
    first_ = first;
    return find(root_, VersionSet::all());
  }

 private:
  Node node(const CandidateQuery& query) const {
    Node node;
    node.kind = query.kind;
    node.check = query.check;
    for (const CandidateQuery& child : query.children) node.children.push_back(this->node(child));
    if (query.kind == Kind::term || query.kind == Kind::everything) {
      node.at = database_.postlist_begin(query.term);
      node.most = query.kind == Kind::term ? database_.get_termfreq(query.term) : all_;
    }
    if (query.kind == Kind::listed) {
      node.versions = &query.versions;
      node.most = static_cast<Xapian::doccount>(std::min<std::size_t>(query.versions.size(), all_));
    }
    node.checks = query.kind == Kind::checked;
    const bool must = query.kind == Kind::all || query.kind == Kind::filter;
    if (must) node.most = all_;
    for (const Node& child : node.children) {
      node.checks = node.checks || child.checks;
      node.most = must ? std::min(node.most, child.most) : node.most + child.most;
    }
    if (must) std::stable_sort(node.children.begin(), node.children.end(), is_cheaper);
    return node;
  }

  static bool is_cheaper(const Node& a, const Node& b) { return a.checks != b.checks ? b.checks : a.most < b.most; }

  /// Which of some versions of the block match.
  VersionSet find(Node& node, VersionSet among) {
    switch (node.kind) {
      case Kind::nothing:
        return {};
      case Kind::everything:
      case Kind::term:
        return postings(node, among);
      case Kind::listed:
        return listed(*node.versions) &= among;
      case Kind::all:
      case Kind::filter:
        for (Node& child : node.children)
          if (!among.empty()) among = find(child, among);
        return among;
      case Kind::any:
      case Kind::best:
      case Kind::synonym:
        return any(node, among);
      case Kind::except:
        return without(node, among);
      case Kind::maybe:
      case Kind::scaled:
      case Kind::fixed:
        return find(node.children.front(), among);
      case Kind::checked:
        return checked(node.check, find(node.children.front(), among));
    }
    return {};
  }

  VersionSet any(Node& node, const VersionSet& among) {
    VersionSet found;
    for (Node& child : node.children) found |= find(child, among);
    return found;
  }

  VersionSet without(Node& node, const VersionSet& among) {
    VersionSet found = find(node.children.front(), among);
    for (std::size_t i = 1; i < node.children.size() && !found.empty(); ++i) found -= find(node.children[i], found);
    return found;
  }

  /// Few versions are looked up in a long posting list, else it is read along.
  VersionSet postings(Node& node, const VersionSet& among) const {
    constexpr std::size_t postings_for_one_look = 8;
    const std::size_t expected = std::size_t{node.most} * block_size / std::max<std::size_t>(1, all_);
    VersionSet found;
    if (among.size() * postings_for_one_look < expected) {
      among.each([&](std::size_t place) {
        if (reach(node.at, first_ + static_cast<Xapian::docid>(place)) == place) found.insert(place);
      });
      return found;
    }
    for (std::size_t place = reach(node.at, first_); place < block_size; place = reach(++node.at, first_))
      found.insert(place);
    return found &= among;
  }

  /// Those of the versions, which are ascending, that are of the block.
  VersionSet listed(const std::vector<VersionId>& versions) const {
    VersionSet found;
    for (auto at = std::lower_bound(versions.begin(), versions.end(), VersionId(first_));
         at != versions.end() && static_cast<std::uint32_t>(*at) - first_ < block_size; ++at)
      found.insert(static_cast<std::uint32_t>(*at) - first_);
    return found;
  }

  /// The place in the block of the first posting from this version on, block_size when it is behind it.
  std::size_t reach(Xapian::PostingIterator& at, Xapian::docid version) const {
    const Xapian::PostingIterator end;
    if (at != end && *at < version) at.skip_to(version);
    return at == end ? block_size : std::min<std::size_t>(block_size, *at - first_);
  }

  VersionSet checked(std::uint32_t check, VersionSet found) {
    constexpr std::size_t checks_between_looks = 64;
    const VersionSet candidates = found;
    candidates.each([&](std::size_t place) {
      if (++asked_ % checks_between_looks == 0 && Clock::now() > end_) throw TimeOver();
      if (!check_->holds(check, VersionId(first_ + place))) found.erase(place);
    });
    return found;
  }

  const Xapian::Database& database_;
  CandidateCheck* check_;
  Clock::time_point end_;
  Xapian::doccount all_;
  Node root_;
  Xapian::docid first_ = 0;  ///< of the block
  std::size_t asked_ = 0;
};

/// Takes the dead versions out of a block's matches.
void erase_dead(VersionSet& found, const CountedPart& part, std::uint64_t first) {
  if (part.dead == nullptr) return;
  auto dead = std::lower_bound(part.dead->begin(), part.dead->end(), VersionId(first));
  for (; dead != part.dead->end() && static_cast<std::uint64_t>(*dead) < first + block_size; ++dead)
    found.erase(static_cast<std::size_t>(*dead) - first);
}

/// Calls `take` with the matches of a part.
template <typename Take>
void count_part(const CountedPart& part, const CandidateQuery& query, CandidateCheck* check, Clock::time_point end,
                Take take) {
  Counter counter(*part.database, query, check, end);
  const Xapian::docid last = part.database->get_lastdocid();
  for (std::uint64_t first = static_cast<std::uint64_t>(part.first); first <= last; first += block_size) {
    if (Clock::now() > end) throw TimeOver();
    VersionSet found = counter.matches(static_cast<Xapian::docid>(first));
    erase_dead(found, part, first);
    found.each([&](std::size_t place) { take(VersionId(first + place)); });
  }
}

/// Calls `take` with the matches of all parts, ascending; false when the time was over before the last one.
template <typename Take>
bool each_match(const std::vector<CountedPart>& parts, const CandidateQuery& query, CandidateCheck* check,
                Clock::time_point end, Take take) {
  try {
    for (const CountedPart& part : parts) count_part(part, query, check, end, take);
  } catch (const TimeOver&) {
    return false;
  }
  return true;
}

}  // namespace

IndexCount count_matches(const std::vector<CountedPart>& parts, const CandidateQuery& query, CandidateCheck* check,
                         const CopyTable& copies, Clock::time_point end) {
  std::unordered_set<const CopyTable::Cluster*> clusters;
  IndexCount count;
  count.exact = each_match(parts, query, check, end, [&](VersionId version) {
    const auto* cluster = copies.cluster(version);
    ++count.matches;
    count.texts += cluster == nullptr || clusters.insert(cluster).second;
  });
  return count;
}

IndexMatches list_matches(const std::vector<CountedPart>& parts, const CandidateQuery& query, CandidateCheck* check,
                          Clock::time_point end) {
  IndexMatches matches;
  matches.exact = each_match(parts, query, check, end, [&](VersionId version) { matches.versions.push_back(version); });
  return matches;
}

}  // namespace hemero
