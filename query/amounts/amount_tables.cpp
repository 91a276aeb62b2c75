#include "query/amounts/amount_tables.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <vector>

#include "common/text/table_rows.h"

namespace hemero {

namespace {

using Values = std::unordered_map<std::string, double>;

Values values_of(std::string_view kind) {
  Values values;
  for (const auto& row : table_rows("amount_words"))
    if (row.at(0) == kind)
      for (const std::string_view word : cell_words(row.at(1)))
        values[std::string(word)] = std::stod(std::string(row.at(2)));
  return values;
}

std::optional<double> value_in(const Values& values, const std::string& word) {
  const auto found = values.find(word);
  return found == values.end() ? std::nullopt : std::optional(found->second);
}

/// What a word names alone, and with words behind it.
struct CurrencyWord {
  std::optional<std::string_view> code;
  bool is_sign = false;
  bool is_cents = false;
  std::vector<std::pair<std::vector<std::string_view>, std::string_view>> qualified;
};

std::unordered_map<std::string, CurrencyWord> read_currencies() {
  std::unordered_map<std::string, CurrencyWord> words;
  for (const auto& row : table_rows("amount_words")) {
    if (row.at(0).ends_with("scale") || row.at(0) == "number") continue;
    for (const std::string_view word : cell_words(row.at(1))) {
      CurrencyWord& currency = words[std::string(word)];
      if (row.at(0) == "qualified") {
        for (const std::string_view behind : cell_words(row.at(2)))
          currency.qualified.emplace_back(split(behind, '_'), row.at(3) == "-" ? "" : row.at(3));
      } else {
        currency.code = row.at(2);
        currency.is_sign = row.at(0) == "sign";
        currency.is_cents = row.at(0) == "cents";
      }
    }
  }
  return words;
}

bool follow(std::span<const AmountWord> words, std::size_t at, const std::vector<std::string_view>& wanted) {
  if (wanted.size() > words.size() - std::min(at, words.size())) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i)
    if (words[at + i].lower != wanted[i] || words[at + i].is_paragraph) return false;
  return true;
}

}  // namespace

std::optional<double> number_word(const std::string& word) {
  static const Values values = values_of("number");
  return value_in(values, word);
}

std::optional<double> scale_word(const std::string& word, bool before_sign) {
  static const Values values = values_of("scale");
  static const Values sign_values = values_of("sign scale");
  const auto value = value_in(values, word);
  return value || !before_sign ? value : value_in(sign_values, word);
}

std::optional<NamedCurrency> currency_at(std::span<const AmountWord> words, std::size_t at) {
  static const auto currencies = read_currencies();
  const auto found = currencies.find(words[at].lower);
  if (found == currencies.end()) return std::nullopt;
  for (const auto& [behind, code] : found->second.qualified)
    if (follow(words, at + 1, behind)) return NamedCurrency{code, at + 1 + behind.size(), false, false};
  if (!found->second.code) return std::nullopt;
  return NamedCurrency{*found->second.code, at + 1, found->second.is_sign, found->second.is_cents};
}

std::vector<std::string> currency_codes() {
  std::set<std::string> codes;
  for (const auto& row : table_rows("amount_words"))
    if (!row.at(0).ends_with("scale") && row.at(0) != "number" && row.back() != "-") codes.emplace(row.back());
  return {codes.begin(), codes.end()};
}

}  // namespace hemero
