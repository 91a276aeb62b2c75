#include "common/store/checking/archive_check.h"

#include <algorithm>
#include <ctime>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/checking/article_check.h"
#include "common/store/checking/catalogue_check.h"
#include "common/store/checking/part_check.h"
#include "common/store/checking/structure_check.h"
#include "common/store/index/index_folder.h"

namespace hemero {

namespace {

/// What is damaged where a look was cut short, and by what file.
struct Place {
  Damaged part;
  const char* file;
};

constexpr Place catalogue{Damaged::catalogue, "archive.sqlite"};
constexpr Place index_place{Damaged::derived, "index"};

/// Lets `look` look in a process of its own. One that died, or gave up, has found something.
Findings looked(const Place& place, const std::function<void(const FindingSender&)>& look) {
  const auto with = [](Findings findings, Finding finding) {
    findings.list.push_back(std::move(finding));
    return findings;
  };
  try {
    const ChildWork done = in_child([&](const SendLine& send) { look(FindingSender(send)); });
    Findings findings = received(done.lines);
    if (!done.died) return findings;
    return with(std::move(findings), {place.part, place.file, {}, message("reading it ended the process that did so")});
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data && error.code() != ErrorCode::io) throw;
    return with({}, {place.part, place.file, {}, error.message()});
  }
}

ArticleCheckLimits limits_of(const ArchiveFolder& folder, const CheckOptions& options) {
  if (!options.time) return {};
  const auto last = std::max(std::uint32_t{1}, static_cast<std::uint32_t>(last_version_of(folder)));
  constexpr std::uint64_t spread = 0x9E3779B97F4A7C15;  // neighbouring seconds begin far from one another
  const std::uint64_t begun = static_cast<std::uint64_t>(std::time(nullptr)) * spread >> 32;
  return {std::chrono::steady_clock::now() + *options.time, VersionId(static_cast<std::uint32_t>(begun % last))};
}

/// The parts, as far as the list can be read.
std::vector<Part> parts_of(const ArchiveFolder& folder) {
  try {
    const auto list = IndexFolder(folder.index()).list();
    return list ? list->parts : std::vector<Part>();
  } catch (const Error&) {
    return {};  // which was found before
  }
}

/// The versions of a part among some.
std::vector<VersionId> of_part(const std::vector<VersionId>& versions, const Part& part) {
  std::vector<VersionId> found;
  std::copy_if(versions.begin(), versions.end(), std::back_inserter(found),
               [&](VersionId version) { return part.first <= version && version <= part.last; });
  std::sort(found.begin(), found.end());
  return found;
}

void check_all(const ArchiveFolder& folder, const CheckOptions& options, Findings& findings) {
  findings.add(looked(catalogue, [&](const FindingSender& sender) { check_catalogue(folder, sender); }));
  findings.add(looked(catalogue, [&](const FindingSender& sender) {
    check_articles(folder, limits_of(folder, options), sender, options.progress);
  }));
  for (const Part& part : parts_of(folder)) {
    const auto known = findings.sums.find(part.folder);
    const auto sum = known != findings.sums.end() ? std::optional(known->second) : std::nullopt;
    findings.add(looked(index_place, [&](const FindingSender& sender) {
      check_part(folder, part, sum, of_part(findings.left_out, part), sender);
    }));
  }
}

}  // namespace

Findings check_archive(const ArchiveFolder& folder, const CheckOptions& options) {
  const std::string state = IndexFolder(folder.index()).state();
  Findings findings = looked(catalogue, [&](const FindingSender& sender) { check_structure(folder, sender); });
  if (options.full) check_all(folder, options, findings);
  if (!findings.list.empty() && IndexFolder(folder.index()).state() != state)
    throw Error(ErrorCode::locked, message("another program changed the archive while it was looked at"),
                message("try again when it has finished"));
  return findings;
}

}  // namespace hemero
