#include "query/concordance/dispersion.h"

#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "common/text/names.h"
#include "query/match/distinct_texts.h"
#include "query/match/text_words.h"
#include "query/statistics/dispersion.h"

namespace hemero {

namespace {

struct CountedPart {
  UsePart use;
  std::uint64_t most = 0;  ///< texts with the spelling that is told
  std::map<std::string, std::uint64_t> spellings;
};

/// The parts by what tells them, in their order.
class Parts {
 public:
  Parts(PartField field, const ArchiveColumns& columns) : field_(field), columns_(columns) {}

  /// The part of a text, which is counted for its name; null where its date does not tell it.
  CountedPart* of(VersionId version) {
    if (field_ == PartField::source) return &of_source(std::string(columns_.value(ValueColumn::source, version)));
    const std::string_view date = columns_.value(ValueColumn::date, version);
    const std::size_t length = field_ == PartField::month ? 7 : 4;
    return date.size() < length ? nullptr : &of_time(std::string(date.substr(0, length)));
  }

  const std::map<std::string, CountedPart>& all() const { return parts_; }

 private:
  CountedPart& of_time(const std::string& time) {
    CountedPart& part = parts_[time];
    part.use.value = time;
    return part;
  }

  /// The commonest of the spellings that come is told.
  CountedPart& of_source(const std::string& name) {
    CountedPart& part = parts_[fmt::format("{}", fmt::join(name_words(name), " "))];
    const std::uint64_t times = ++part.spellings[name];
    if (times > part.most) {
      part.most = times;
      part.use.value = name;
    }
    return part;
  }

  PartField field_;
  const ArchiveColumns& columns_;
  std::map<std::string, CountedPart> parts_;
};

SearchRequest everything_under(const SearchRequest& request) {
  SearchRequest all = request;
  all.text.clear();
  all.everything = true;
  return all;
}

}  // namespace

DispersionAnswer find_dispersion(PartField field, const SearchRequest& request, ArchiveReader& archive,
                                 Searcher& searcher, const Deadline& deadline) {
  const OccurrenceSet set = find_occurrences(request, archive, searcher, deadline);
  DispersionAnswer answer{set.totals, field, {}, 0, std::nullopt, std::nullopt};
  std::vector<VersionId> texts = searcher.matches(everything_under(request)).versions;
  if (request.collapse) texts = distinct_texts(texts, set.texts, archive.index());
  Parts parts(field, archive.columns());
  TokenCounts tokens;
  std::vector<CountedPart*> part_of;  // by text
  for (std::size_t i = 0; i < texts.size() && !deadline.over(); ++i) {
    part_of.push_back(parts.of(texts[i]));
    if (part_of.back() != nullptr) part_of.back()->use.words += tokens.add(codes_of(texts[i], archive));
  }
  for (std::size_t i = 0; i < set.list.size(); ++i) {
    const auto text = std::ranges::lower_bound(texts, set.texts[set.list[i].text]) - texts.begin();
    if (static_cast<std::size_t>(text) >= part_of.size()) break;  // the time was over
    CountedPart* part = part_of[static_cast<std::size_t>(text)];
    if (part == nullptr) {
      ++answer.undated;
      continue;
    }
    ++part->use.occurrences;
    part->use.texts += i == 0 || set.list[i].text != set.list[i - 1].text;
  }
  std::vector<PartUse> uses;
  for (const auto& [key, part] : parts.all()) {
    answer.parts.push_back(part.use);
    uses.push_back({static_cast<double>(part.use.occurrences), static_cast<double>(part.use.words)});
  }
  if (const auto spread = dispersion(uses); spread && !deadline.was_over()) {
    answer.dp = spread->dp;
    answer.dp_normalised = spread->normalised;
  }
  note_time(answer.totals, request, deadline);
  return answer;
}

}  // namespace hemero
