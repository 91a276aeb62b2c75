#include "common/store/copies/placed_articles.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/store/catalogue/place.h"
#include "common/text/edited_text.h"
#include "common/text/fold.h"

namespace hemero {

namespace {

/// Texts that are looked at for an article: those that stood at its place, and those of its file that share words with
/// it. Results and weather reports have thousands of both.
constexpr std::size_t most_at_place = 8;
constexpr std::size_t most_meeting = 64;

/// Articles with the version they have, or had when they were removed; a condition is to follow.
constexpr std::string_view last_states =
    "SELECT article.id, version.id, key, title, coalesce(date, ''), run_id FROM version JOIN article ON article.id = "
    "version.article_id AND version.id = coalesce(article.version_id, (SELECT version_id FROM removal "
    "WHERE removal.article_id = article.id ORDER BY removal.id DESC LIMIT 1)) WHERE ";

/// True when both are known and of different days, months or years.
bool differ(const std::string& a, const std::string& b) {
  constexpr std::size_t day_length = 10;
  const std::string_view day_a = std::string_view(a).substr(0, day_length);
  const std::string_view day_b = std::string_view(b).substr(0, day_length);
  return !day_a.starts_with(day_b) && !day_b.starts_with(day_a);
}

}  // namespace

PlacedArticles::PlacedArticles(sqlite::Connection& connection, CopiesWriter& copies, ArticleReader& reader)
    : copies_(copies),
      reader_(reader),
      by_content_(connection.prepare(fmt::format("{} content_hash = ?1 ORDER BY key <> ?2, article.version_id IS NULL, "
                                                 "article.id",
                                                 last_states))),
      at_place_(connection.prepare(fmt::format("{} key = ?1 OR (key > ?1 || '~' AND key < ?1 || char(127)) "
                                               "ORDER BY version.id DESC LIMIT ?2",
                                               last_states))),
      by_version_(connection.prepare(fmt::format("{} version.id = ?1", last_states))),
      has_key_(connection.prepare("SELECT 1 FROM article WHERE key = ?1")),
      versions_(connection.prepare("SELECT id FROM version WHERE article_id = ?1 ORDER BY id DESC")) {}

void PlacedArticles::begin_run(std::int64_t run) {
  run_ = run;
  claimed_.clear();
}

PlacedArticles::Candidate PlacedArticles::candidate_of(const sqlite::Statement& row) {
  return {row.id<ArticleId>(0),     row.id<VersionId>(1),     std::string(row.text(2)),
          std::string(row.text(3)), std::string(row.text(4)), row.integer(5)};
}

std::optional<PlacedKey> PlacedArticles::same(const Article& article, const Hash128& content) {
  const std::string_view bytes(reinterpret_cast<const char*>(content.data()), content.size());
  std::optional<Candidate> found;
  by_content_.with(sqlite::Blob{bytes}, article.key);
  while (by_content_.step()) {
    Candidate candidate = candidate_of(by_content_);
    if (!is_same_article(article, candidate.key)) continue;
    const bool here = file_of_place(candidate.key) == file_of_place(article.key);
    if (here) claim(candidate.article);
    if (!found || (here && file_of_place(found->key) != file_of_place(article.key))) found = std::move(candidate);
  }
  if (!found) return std::nullopt;
  claim(found->article);
  return PlacedKey{found->article, std::move(found->key)};
}

std::optional<PlacedKey> PlacedArticles::edited(const Article& article, const AnalyzedArticle& analyzed, bool dates) {
  double best = 0;
  std::optional<PlacedKey> found;
  for (Candidate& candidate : candidates(article, analyzed)) {
    const double alike = likeness(article, analyzed, candidate, dates);
    if (alike <= best) continue;
    best = alike;
    found = {candidate.article, std::move(candidate.key)};
  }
  return found;
}

/// Those that stood at the article's place, the newest first, then those of its file that share words with it.
std::vector<PlacedArticles::Candidate> PlacedArticles::candidates(const Article& article,
                                                                  const AnalyzedArticle& analyzed) {
  std::vector<Candidate> found;
  at_place_.with(article.key, std::uint64_t{most_at_place});
  while (at_place_.step()) found.push_back(candidate_of(at_place_));
  const auto meeting = copies_.meeting_of_earlier_runs(analyzed.signature);
  const std::size_t first = meeting.size() - std::min(meeting.size(), most_meeting);
  for (std::size_t i = meeting.size(); i-- > first;)
    by_version_.with(static_cast<std::uint32_t>(meeting[i])).for_first([&](const sqlite::Statement& row) {
      if (file_of_place(row.text(2)) == file_of_place(article.key)) found.push_back(candidate_of(row));
    });
  std::erase_if(found, [&](const Candidate& candidate) {
    return candidate.run == run_ || claimed_.contains(static_cast<std::uint32_t>(candidate.article));
  });
  return found;
}

/// Titles, days and signatures tell most articles apart before their texts are read.
double PlacedArticles::likeness(const Article& article, const AnalyzedArticle& analyzed, const Candidate& candidate,
                                bool dates) {
  const bool other_day = differ(article.date ? to_iso(*article.date) : "", candidate.date);
  const bool other_issue = other_day && !dates && file_of_place(article.key) != article.key;
  const bool same_title = fold(article.title) == fold(candidate.title);
  if (other_issue && !same_title) return 0;
  if (!(same_title && !other_day) && !copies_.signature(candidate.version).meets(analyzed.signature)) return 0;
  const auto stored = reader_.version(candidate.version);
  if (!stored) return 0;
  // The same words say the same day, however earlier programs read them.
  const bool other_words = stored->article.date_text != article.date_text;
  const double alike = edit_likeness(compared_words(analyzed), compared_words(analyzer_.analyze(stored->article)),
                                     other_day && other_words);
  return other_issue && other_words && alike > 0 && !has_date_of_another(candidate.article) ? 0 : alike;
}

bool PlacedArticles::has_date_of_another(ArticleId article) {
  std::vector<VersionId> versions;
  versions_.with(static_cast<std::uint32_t>(article));
  while (versions_.step()) versions.emplace_back(versions_.id<VersionId>(0));
  const auto words = [&](const StoredArticle& stored) { return compared_words(analyzer_.analyze(stored.article)); };
  auto later = reader_.version(versions.front());
  if (!later) return false;
  const std::optional<Date> date = later->article.date;
  for (std::size_t i = 1; i < versions.size(); ++i) {
    auto earlier = reader_.version(versions[i]);
    if (!earlier) continue;
    if (edit_likeness(words(*earlier), words(*later), false) == 0) return earlier->article.date == date;
    later = std::move(earlier);
  }
  return false;
}

std::string PlacedArticles::new_key(const std::string& place, const Hash128& content,
                                    const std::unordered_set<std::string>& waiting) {
  const std::string mark = fmt::format("{:02x}", fmt::join(content, ""));
  std::string key = place;
  const auto is_taken = [&] { return waiting.contains(key) || has_key_.with(key).for_first([](const auto&) {}); };
  for (std::size_t digits = place_mark_digits; is_taken() && digits <= mark.size(); digits += place_mark_digits)
    key = place + "~" + mark.substr(0, digits);
  return key;
}

}  // namespace hemero
