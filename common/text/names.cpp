#include "common/text/names.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/names/near_words.h"
#include "common/text/fold.h"
#include "common/text/tokenizer.h"

namespace hemero {

namespace {

using Words = std::vector<std::string>;

std::string closed_up(const Words& words) { return fmt::format("{}", fmt::join(words, "")); }

bool has_all(const Words& words, const Words& wanted) {
  return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
  });
}

/// How like a name is to what was typed: by how many words it has nearly, the whole being one more, then by how many it
/// has letter by letter; 0 for one that is not like it.
std::size_t likeness(const Words& typed, const Words& name) {
  constexpr std::size_t shortest = 4;  // of shorter words too many are near
  const auto is_near = [&](const std::string& word) {
    return word.size() >= shortest && !near_words(word, name).empty();
  };
  const auto has = [&](const std::string& word) { return has_all(name, {word}); };
  const auto same = static_cast<std::size_t>(std::count_if(typed.begin(), typed.end(), has));
  auto near = static_cast<std::size_t>(std::count_if(typed.begin(), typed.end(), is_near));
  if (!near_words(closed_up(typed), {closed_up(name)}).empty()) ++near;
  return near == 0 ? 0 : near * (typed.size() + 1) + same;
}

}  // namespace

std::vector<std::string> name_words(std::string_view name) {
  Tokenizer tokenizer;
  TokenList tokens;
  tokenizer.tokenize(name, tokens);
  std::vector<std::string> words;
  for (const Token& token : tokens)
    if (token.kind == TokenKind::word) words.push_back(fold(tokens.surface(token)));
  return words;
}

std::vector<std::string> meant_names(std::string_view typed, const std::vector<std::string>& names) {
  const Words wanted = name_words(typed);
  std::vector<std::string> called;
  std::vector<std::string> containing;
  if (wanted.empty()) return called;
  for (const std::string& name : names) {
    const Words words = name_words(name);
    if (closed_up(words) == closed_up(wanted)) called.push_back(name);
    if (has_all(words, wanted)) containing.push_back(name);
  }
  return called.empty() ? containing : called;
}

std::vector<std::string> near_names(std::string_view typed, const std::vector<std::string>& names) {
  constexpr std::size_t most = 3;
  const Words wanted = name_words(typed);
  std::vector<std::pair<std::size_t, std::string>> like;
  for (const std::string& name : names)
    if (const std::size_t score = likeness(wanted, name_words(name)); score > 0) like.emplace_back(score, name);
  std::stable_sort(like.begin(), like.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> near;
  for (const auto& [score, name] : like)
    if (near.size() < most) near.push_back(name);
  return near;
}

}  // namespace hemero
