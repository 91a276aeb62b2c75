#include "indexer/relating/relate.h"

#include <fmt/format.h>

#include <cstdint>
#include <optional>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/progress.h"
#include "common/base/size_text.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_lock.h"
#include "common/store/folder/archive_option.h"
#include "common/store/folder/folder_state.h"
#include "common/store/related/word_vectors.h"
#include "indexer/relating/text_matrix.h"
#include "indexer/relating/truncated_svd.h"

namespace hemero {

namespace {

TextMatrix read_texts(ArchiveReader& archive) {
  std::optional<Progress> progress;
  return text_matrix(archive, {}, [&](std::uint64_t done, std::uint64_t total) {
    if (!progress) progress.emplace(message("reading"), total, ProgressUnit::articles);
    progress->report(done, done);
  });
}

WordVectors learn(const ArchiveFolder& folder) {
  ArchiveReader archive(folder);
  TextMatrix texts = read_texts(archive);
  if (texts.words.empty())
    throw Error(ErrorCode::bad_data, message("the archive has too few articles to learn which words go together"),
                message("a word must stand in {} texts at least", TextMatrixLimits().least_texts));
  const SvdResult svd = truncated_svd(texts.matrix, {});
  return {LearntState::of(archive.index().list()), texts.matrix.rows(), std::move(texts.words), svd.rows};
}

bool is_of_now(const WordVectors& vectors, const ArchiveFolder& folder) {
  return vectors.state() == LearntState::of(ArchiveReader(folder).index().list());
}

}  // namespace

Command declare(RelateOptions& options) {
  Command command("relate", message("learn which words go together in the articles"));
  command.example("hemero-index relate", message("for “hemero-query related”; again when much was added"));
  declare_archive(command, options.archive);
  return command;
}

int run(const RelateOptions& options) {
  require_archive(options.archive);
  WordVectors vectors = learn(options.archive);  // writers need not wait for it
  const ArchiveLock lock(options.archive);
  if (!is_of_now(vectors, options.archive)) vectors = learn(options.archive);  // what was purged must not come back
  write_word_vectors(options.archive, vectors);
  fmt::print(stderr, "{}\n",
             message("{} words of {} texts were learnt, which takes {}", number_text(vectors.words().size()),
                     number_text(vectors.texts()), size_text(size_of(word_vectors_file(options.archive)))));
  return 0;
}

}  // namespace hemero
