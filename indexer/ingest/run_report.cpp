#include "indexer/ingest/run_report.h"

#include <fmt/format.h>

#include "common/base/json_writer.h"
#include "common/base/message.h"
#include "common/base/visible.h"
#include "common/text/characters/unicode.h"

namespace hemero {

namespace {

constexpr std::uint64_t most_shown = 100;
constexpr std::size_t longest_shown = 4096;  ///< bytes of a path, and of what a message takes over from a file

/// Of what is longer, both ends.
std::string shortened(std::string_view text) {
  if (text.size() <= longest_shown) return std::string(text);
  const std::string_view end = text.substr(floor_code_point(text, text.size() - longest_shown / 2));
  return std::string(text.substr(0, floor_code_point(text, longest_shown / 2))).append("…").append(end);
}

}  // namespace

std::string place_and_message(const Skip& skip) {
  const std::string path = visible(shortened(skip.path));
  const std::string text = visible(shortened(skip.message));
  if (skip.line > 0) return fmt::format("{}:{}: {}", path, skip.line, text);
  return text.find(path) != std::string::npos ? text : fmt::format("{}: {}", path, text);
}

RunReport::RunReport(const std::string& rejects, const std::string& files, Progress& progress)
    : progress_(progress), start_(std::chrono::steady_clock::now()) {
  if (!rejects.empty()) rejects_.emplace(rejects);
  if (!files.empty()) files_.emplace(files);
}

std::uint64_t RunReport::refused() const {
  const auto count = counts_.skipped.find(reason::removed);
  return count != counts_.skipped.end() ? count->second : 0;
}

void RunReport::skip(const Skip& skip) {
  ++counts_.skipped[skip.reason];
  path_failed_ = path_failed_ || skip.whole_path;
  if (rejects_) reject(skip);
  if (files_) files_->add(skip);
  if (++shown_ > most_shown) return;
  progress_.clear();
  fmt::print(stderr, "{}\n", place_and_message(skip));
  if (shown_ == most_shown)
    fmt::print(stderr, "{}\n", message("more records are skipped; --rejects FILE lists them all"));
}

void RunReport::note(const std::string& text) {
  progress_.clear();
  fmt::print(stderr, "{}\n", visible(text));
}

void RunReport::reject(const Skip& skip) {
  std::string line;
  JsonWriter json(line);
  json.begin_object();
  json.member("file", skip.path).member("line", skip.line).member("offset", skip.offset);
  json.member("reason", skip.reason).member("message", skip.message).member("record", skip.bytes);
  json.end_object();
  line += '\n';
  rejects_->write(line);
}

void RunReport::read(const Article& article, const ReadingNotes& notes) {
  if (files_) files_->add(article, notes.format, notes.repaired);
  if (article.text.empty()) ++without_text_;
  if (!article.date) ++without_date_;
}

void RunReport::count(PutOutcome outcome) {
  switch (outcome) {
    case PutOutcome::added:
      ++counts_.added;
      break;
    case PutOutcome::updated:
      ++counts_.updated;
      break;
    case PutOutcome::unchanged:
      ++counts_.unchanged;
      break;
    case PutOutcome::refused:
      ++counts_.skipped[reason::removed];
      break;
  }
}

/// What the counts of the last line do not say.
void RunReport::tell_counts() {
  const auto tell = [](std::uint64_t count, const std::string& text) {
    if (count > 0) fmt::print(stderr, "{}\n", text);
  };
  tell(counts_.removed, counts_.removed == 1 ? message("1 article removed, as the export says")
                                             : message("{} articles removed, as the export says", counts_.removed));
  tell(refused(), refused() == 1
                      ? message("1 article was removed and stays so; --restore brings it back")
                      : message("{} articles were removed and stay so; --restore brings them back", refused()));
  tell(redated_,
       redated_ == 1
           ? message("1 article had the date of a text that stood in its place; it has its own now")
           : message("{} articles had dates of texts that stood in their places; they have their own now", redated_));
  tell(elsewhere_, elsewhere_ == 1 ? message("1 article known under another path")
                                   : message("{} articles known under another path", elsewhere_));
  tell(repeated_, repeated_ == 1 ? message("1 record says the same as another one")
                                 : message("{} records say the same as others", repeated_));
}

void RunReport::finish() {
  tell_counts();
  std::string reasons;
  for (const auto& [reason, records] : counts_.skipped)
    reasons += fmt::format("{}{} {}", reasons.empty() ? " (" : ", ", translated(reason), records);
  if (!reasons.empty()) reasons += ')';
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start_;
  std::string line = message("{} added, {} updated, {} unchanged, {} skipped{} in {} s", counts_.added, counts_.updated,
                             counts_.unchanged, counts_.skipped_in_all(), reasons, number_text(seconds.count(), 1));
  if (without_text_ > 0) line += message(", without text: {}", without_text_);
  if (without_date_ > 0) line += message(", without date: {}", without_date_);
  fmt::print(stderr, "{}\n", line);
  if (rejects_) rejects_->finish();
  if (files_) files_->finish();
}

}  // namespace hemero
