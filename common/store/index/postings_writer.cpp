#include "common/store/index/postings_writer.h"

#include <xapian.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/index/postings_backends.h"
#include "common/store/index/xapian_access.h"

namespace hemero {

std::unique_ptr<PostingsWriter> make_postings_writer(const std::filesystem::path& database, std::size_t memory) {
  return make_library_postings_writer(database, memory);
}

bool writes_postings_directly() { return false; }

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
