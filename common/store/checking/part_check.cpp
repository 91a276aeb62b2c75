#include "common/store/checking/part_check.h"

#include <algorithm>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/manifest.h"
#include "common/store/index/dead_versions.h"
#include "common/store/index/part_content.h"

namespace hemero {

namespace {

class PartLook {
 public:
  PartLook(const ArchiveFolder& folder, const Part& part, const FindingSender& sender)
      : index_(folder.index()), part_(part), sender_(sender) {}

  /// Whether what is looked at afterwards can be read at all.
  bool check_files() {
    file_ = part_.folder + "/" + manifest_name;
    const auto damaged = damaged_files(index_ / part_.folder, Look::bytes);
    file_ = part_.folder;
    for (const std::string& file : damaged)
      found(part_.folder + "/" + file, message("it is missing, or other than it was"));
    if (!damaged.empty()) return false;
    if (read_manifest(index_ / part_.folder)) return true;
    const std::size_t faults = faults_in_part(index_ / part_.folder);
    if (faults > 0) found(part_.folder, message("the index in {} is damaged: {}", part_.folder, faults));
    return faults == 0;
  }

  void check_streams() {
    const TokenStreamReader streams({{index_ / part_.streams, part_.first, part_.extent}});
    const auto first = static_cast<std::uint64_t>(part_.first);
    for (std::uint64_t number = 0; number < part_.extent.versions; ++number) try {
        streams.codes(VersionId(static_cast<std::uint32_t>(first + number)));
      } catch (const Error& error) {
        found(part_.streams, error.message());
      }
  }

  void check_sum(std::optional<std::uint64_t> sum, std::vector<VersionId> left_out) {
    if (!sum) return;
    if (!part_.dead.empty()) {
      const auto dead = DeadVersions::read(index_, part_).versions();
      left_out.insert(left_out.end(), dead.begin(), dead.end());
      std::sort(left_out.begin(), left_out.end());
    }
    if (sum_of_part(index_ / part_.folder, left_out) != *sum)
      found(part_.folder, message("it does not hold the terms of its articles"));
  }

  /// Something about the file that is being looked at.
  void found(const std::string& what) { found(file_, what); }

 private:
  void found(const std::string& file, const std::string& what) {
    sender_.found({Damaged::derived, "index/" + file, {}, what});
  }

  std::filesystem::path index_;
  std::string file_;  ///< that is being looked at
  const Part& part_;
  const FindingSender& sender_;
};

}  // namespace

void check_part(const ArchiveFolder& folder, const Part& part, std::optional<std::uint64_t> sum,
                std::vector<VersionId> left_out, const FindingSender& sender) {
  PartLook look(folder, part, sender);
  try {
    if (!look.check_files()) return;
    look.check_streams();
    look.check_sum(sum, std::move(left_out));
  } catch (const Error& error) {
    if (error.code() != ErrorCode::bad_data && error.code() != ErrorCode::io) throw;
    look.found(error.message());
  }
}

}  // namespace hemero
