#include "common/store/catalogue/damages.h"

#include <algorithm>
#include <cstdint>
#include <utility>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"

namespace hemero {

void Damages::note(Damage damage) {
  if (versions_.insert(static_cast<std::uint32_t>(damage.version)).second) list_.push_back(std::move(damage));
}

std::string damage_text(const Damage& damage) {
  const auto version = static_cast<std::uint32_t>(damage.version);
  const auto article = static_cast<std::uint32_t>(damage.article);
  const bool words = damage.kind == Damage::Kind::words;
  if (article == 0 && words)
    return message("version {}: its words in the index are damaged; “hemero-index repair” makes them anew", version);
  if (article == 0) return message("version {} is damaged and cannot be read", version);
  const std::string key = one_sound_line(damage.key);
  const std::string title = one_sound_line(damage.title);
  if (words)
    return message("article {} ({}, “{}”): its words in the index are damaged; “hemero-index repair” makes them anew",
                   article, key, title);
  return damage.kind == Damage::Kind::changed
             ? message("article {} ({}, “{}”) is damaged: it is not what was stored", article, key, title)
             : message("article {} ({}, “{}”) is damaged: its text cannot be read", article, key, title);
}

int tell_damages(const Damages& damages, int status) {
  if (damages.empty()) return status;
  constexpr std::size_t most_named = 20;
  const std::size_t named = std::min(damages.list().size(), most_named);
  for (std::size_t i = 0; i < named; ++i) fmt::print(stderr, "{}\n", damage_text(damages.list()[i]));
  if (const std::size_t others = damages.list().size() - named; others > 0)
    fmt::print(stderr, "{}\n", others == 1 ? message("… and 1 more") : message("… and {} more", others));
  const auto of_words = [](const Damage& damage) { return damage.kind == Damage::Kind::words; };
  if (!std::all_of(damages.list().begin(), damages.list().end(), of_words))  // of which each line has its advice
    fmt::print(stderr, "{}\n", message("add it again from where it came, or run “hemero-index repair”"));
  return exit_partly;
}

}  // namespace hemero
