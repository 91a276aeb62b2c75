#include "query/routes/article_reading.h"

#include <algorithm>
#include <charconv>

#include "common/base/message.h"
#include "query/markup/marked_text.h"

namespace hemero {

ArticlePlace ArticleReading::place(const Article& shown) const {
  ArticlePlace place{stored.id, shown, {}, reading.articles()};
  const PageRequest& page = reading.page;
  if (!page.asked.request.text.empty()) place.kept.emplace_back("q", page.asked.request.text);
  if (!page.language.empty()) place.kept.emplace_back("lang", page.language);
  return place;
}

std::optional<ArticleMarks> ArticleReading::marks_in(const Article& shown) const {
  if (reading.page.asked.request.text.empty()) return std::nullopt;
  return marks_of(shown, reading.searcher().plan(reading.search()));
}

std::optional<std::uint32_t> whole_number(std::string_view text) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  const bool is_whole = error == std::errc() && end == text.data() + text.size();
  return is_whole ? std::optional(number) : std::nullopt;
}

std::variant<StoredArticle, Refusal> find_article(PageReading& reading, ArticleId number) {
  ArchiveReader& archive = reading.reader.archive;
  if (auto stored = archive.articles().article(number)) return *std::move(stored);
  const std::vector<Damage>& damages = archive.damages().list();
  const auto damage = std::ranges::find(damages, number, &Damage::article);
  if (damage != damages.end()) return Refusal{500, damage_text(*damage)};
  const auto removal = archive.removal(number);
  if (!removal) return Refusal{404, message("There is no article with this number.")};
  const auto date = parse_iso_date(removal->removed.substr(0, 10));
  return Refusal{410, message("This article was removed on {}.", date ? shown_date(*date) : removal->removed),
                 removal->reason.empty() ? message("no reason was given") : removal->reason};
}

}  // namespace hemero
