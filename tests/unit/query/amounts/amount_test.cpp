#include "query/amounts/amount.h"

#include <fmt/format.h>

#include "tests/support/catch.h"
#include "tests/unit/query/quotations/lined_article.h"

namespace hemero {
namespace {

/// The amounts of a text: "10 USD [10], 15 USD [15 dollars]".
std::string amounts_of(std::string_view lines) {
  const Article article = lined_article(lines);
  std::string told;
  for (const Amount& amount : find_amounts(article.text, article.zones)) {
    if (!told.empty()) told += ", ";
    const Range& range = amount.range;
    told += fmt::format("{:.12g} {} [{}]", amount.value, amount.currency,
                        article.text.substr(range.begin, range.end - range.begin));
  }
  return told;
}

struct Row {
  const char* text;
  const char* amounts;
  const char* reason;
};

void check(const Row& row) {
  INFO(row.text << "\n" << row.reason);
  CHECK(amounts_of(row.text) == row.amounts);
}

TEST_CASE("an amount is a number and a currency") {
  const Row rows[] = {
      {"un prêt de 1,5 milliard d'euros", "1500000000 EUR [1,5 milliard d'euros]", "a decimal comma, a scale"},
      {"275.000 euros", "275000 EUR [275.000 euros]", "thousands behind full stops"},
      {"1 254 331 euros et 58 centimes", "1254331.58 EUR [1 254 331 euros et 58 centimes]", "behind blanks; cents"},
      {"1.75 million d’euros", "1750000 EUR [1.75 million d’euros]", "a decimal point"},
      {"351 M€ et 1,4 Md€", "351000000 EUR [351 M€], 1400000000 EUR [1,4 Md€]", "short scales before a sign"},
      {"1,3 M EUR", "1300000 EUR [1,3 M EUR]", "and before a code"},
      {"dix-sept millions d'euros", "17000000 EUR [dix-sept millions d'euros]", "a number in words"},
      {"vingt et un euros", "21 EUR [vingt et un euros]", "of three words"},
      {"quatre-vingt-dix mille dollars", "90000 USD [quatre-vingt-dix mille dollars]", "four before twenty multiplies"},
      {"deux cent cinquante yens", "250 JPY [deux cent cinquante yens]", "hundreds"},
      {"100 mille euros", "100000 EUR [100 mille euros]", "behind figures mille is a scale"},
      {"35 centimes", "0.35 EUR [35 centimes]", "less than one"},
      {"200 000 francs CFA, 12 francs suisses", "200000 XOF [200 000 francs CFA], 12 CHF [12 francs suisses]",
       "what a word behind makes of a currency"},
      {"5 dollars américains et 6 dollars canadiens", "5 USD [5 dollars américains], 6 CAD [6 dollars canadiens]", ""},
      {"10 euros\n20 euros", "10 EUR [10 euros], 20 EUR [20 euros]", "in two paragraphs"},
      {"10 euros\n20 centimes", "10 EUR [10 euros], 0.2 EUR [20 centimes]", "cents are not added over their ends"},
      {"cent\ncent euros", "100 EUR [cent euros]", "nor does a number go over them"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("of a span both bounds are amounts") {
  const Row rows[] = {
      {"entre 10 et 15 millions de dollars", "10000000 USD [10], 15000000 USD [15 millions de dollars]",
       "the scale is of both"},
      {"entre 600 millions et 1 milliard d'euros", "600000000 EUR [600 millions], 1000000000 EUR [1 milliard d'euros]",
       "or each has its own"},
      {"trois à quatre cents euros", "300 EUR [trois], 400 EUR [quatre cents euros]", "so is a hundred in words"},
      {"5-10 euros", "5 EUR [5], 10 EUR [10 euros]", "with a dash"},
      {"entre 2.000 et 3.000 euros", "2000 EUR [2.000], 3000 EUR [3.000 euros]", "printed so it is no year"},
      {"en 2015 et 2.275 euros", "2275 EUR [2.275 euros]", "a year is no bound"},
      {"de 5 à 15.000 euros d'amende", "15000 EUR [15.000 euros]", "whether 5 or 5,000 is not sure"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("what is no amount") {
  const Row rows[] = {
      {"le livre a rencontré un franc succès", "", "franc is an adjective"},
      {"dire deux francs mots", "", ""},
      {"3 millions de spectateurs", "", "no currency"},
      {"des millions d'euros", "", "no number"},
      {"20.000 livres libanaises, 3 livres de beurre", "", "livres without a British word"},
      {"30 francs belges", "", "a currency that is not known"},
      {"le G20 euros", "", "a part of a word"},
      {"15 centimes de dollar", "", "cents of another currency"},
      {"10\neuros", "", "two paragraphs"},
      {"euros", "", "a currency alone"},
      {"", "", "no text"},
  };
  for (const Row& row : rows) check(row);
}

}  // namespace
}  // namespace hemero
