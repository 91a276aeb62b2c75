#include "common/store/index/part_content.h"

#include <xapian.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/base/hash.h"
#include "common/store/index/index_format.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

std::uint64_t mixed(std::uint64_t number) {
  number = (number ^ number >> 31) * 0x9E3779B97F4A7C15;
  number = (number ^ number >> 29) * 0xC2B2AE3D27D4EB4F;
  return number ^ number >> 32;
}

bool holds(const std::vector<VersionId>& versions, Xapian::docid id) {
  return std::binary_search(versions.begin(), versions.end(), VersionId(id));
}

void add_values(const Xapian::Database& database, const std::vector<VersionId>& but_for, PostingSum& sum) {
  auto date = database.valuestream_begin(slot::date);
  const auto dates_end = database.valuestream_end(slot::date);
  for (auto all = database.postlist_begin(""); all != database.postlist_end(""); ++all) {
    const bool is_dated = date != dates_end && date.get_docid() == *all;
    if (!holds(but_for, *all)) sum.add_values(*all, all.get_doclength(), is_dated ? *date : std::string());
    if (is_dated) ++date;
  }
}

}  // namespace

void PostingSum::add(std::uint64_t term_hash, std::uint32_t version, std::uint32_t frequency) {
  value_ += mixed(mixed(term_hash + version) + frequency);
}

void PostingSum::add_values(std::uint32_t version, std::uint32_t length, const std::string& date) {
  constexpr std::uint64_t no_term = 0;
  add(mixed(no_term + length) ^ hash64(date), version, length);
}

void PostingSum::add(const IndexedVersion& version) {
  const auto id = static_cast<std::uint32_t>(version.version);
  std::map<std::uint32_t, std::uint32_t> frequencies;
  std::uint32_t length = 0;
  for (const auto& [family, frequency] : version.families) {
    frequencies[family] += frequency;
    length += frequency;
  }
  for (const auto& [family, frequency] : frequencies) add(hash64(family_term(family)), id, frequency);
  for (const std::string& name : std::set(version.names.begin(), version.names.end())) add(hash64(name), id, 0);
  add_values(id, length, version.date);
}

std::uint64_t versions_in_part(const std::filesystem::path& part) {
  return xapian::translating(part, [&] { return std::uint64_t{Xapian::Database(part.string()).get_doccount()}; });
}

std::uint64_t sum_of_part(const std::filesystem::path& part, const std::vector<VersionId>& but_for) {
  return xapian::translating(part, [&] {
    const Xapian::Database database(part.string());
    PostingSum sum;
    add_values(database, but_for, sum);
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
      const std::uint64_t hash = hash64(*term);
      const auto end = database.postlist_end(*term);
      for (auto posting = database.postlist_begin(*term); posting != end; ++posting)
        if (!holds(but_for, *posting)) sum.add(hash, *posting, posting.get_wdf());
    }
    return sum.value();
  });
}

std::size_t faults_in_part(const std::filesystem::path& part) {
  return xapian::translating(part, [&] { return Xapian::Database::check(part.string()); });
}

}  // namespace hemero
