#include "common/store/index/postings_writer.h"

#include <xapian.h>

#include <algorithm>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/index/postings_backends.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

namespace {

/// Versions of libxapian that were seen to read our tables: those of Debian 12 and Ubuntu 24.04, and of Debian 13.
constexpr std::string_view tested_libraries[] = {"1.4.22", "1.4.29"};

}  // namespace

std::unique_ptr<PostingsWriter> make_postings_writer(const std::filesystem::path& database, std::size_t memory) {
  return (writes_postings_directly() ? make_direct_postings_writer : make_library_postings_writer)(database, memory);
}

bool writes_postings_directly() {
  const std::string running = xapian::library_version();
  return std::find(std::begin(tested_libraries), std::end(tested_libraries), running) != std::end(tested_libraries);
}

void require_counts(const std::filesystem::path& database, const WrittenCounts& written) {
  xapian::translating(database, [&] {
    const Xapian::Database opened(database.string());
    if (opened.get_doccount() != written.versions || opened.get_total_length() != written.length ||
        (written.versions != 0 && opened.get_lastdocid() != written.last))
      throw Error(ErrorCode::bug, message("the index in {} does not hold what was written", database.string()),
                  message("run “hemero-index rebuild”"));
  });
}

}  // namespace hemero
