#include <algorithm>
#include <random>
#include <set>

#include "common/text/characters/unicode.h"
#include "common/text/fold.h"
#include "common/text/lexicon.h"
#include "query/answer/searcher.h"
#include "tests/unit/query/press_of_searches.h"

// What must hold for any query: thousands of random ones from a fixed seed, so that a failure comes back.

namespace hemero {
namespace {

/// Makes queries by the grammar and beside it.
class QueryMaker {
 public:
  explicit QueryMaker(unsigned seed) : random_(seed) {}

  std::size_t below(std::size_t limit) { return random_() % limit; }

  template <typename Choices>
  auto one_of(const Choices& choices) {
    return std::data(choices)[below(std::size(choices))];
  }

  std::string word() {
    static const char* const words[] = {
        "grève",  "sncf",   "SNCF",     "réforme",  "retraites", "ministre",   "centrale",  "pari",     "Paris", "maïs",
        "mais",   "marché", "week-end", "O.T.A.N.", "l’OTAN",    "œuvre",      "1 250 000", "7,4",      "20h30", "Łódź",
        "gilets", "jaunes", "la",       "le",       "absent",    "D’Artagnan", "général",   "ambassade"};
    return one_of(words);
  }

  /// What the language knows, nested.
  std::string query(int depth) {
    static const char* const chains[] = {" ",      " ",  " ",        " ET ",      " OU ",
                                         " SAUF ", " -", " PRÈS/6 ", " AVANT/3 ", " NOT "};
    std::string text = operand(depth);
    for (std::size_t more = below(3); more > 0; --more) text += std::string(one_of(chains)) + operand(depth);
    return text;
  }

  /// The same with pieces that do not belong where they stand.
  std::string broken() {
    static const char* const pieces[] = {"(",
                                         ")",
                                         "\"",
                                         "«",
                                         "»",
                                         " ",
                                         "-",
                                         "=",
                                         "*",
                                         "~",
                                         ">=3",
                                         ">2",
                                         "titre:",
                                         "date:2021..2019",
                                         "MÊME:phrase(",
                                         " ET ",
                                         " OU ",
                                         " SAUF ",
                                         " PRÈS/6 ",
                                         "PRÈS/",
                                         ":",
                                         "date:",
                                         "\xE8",
                                         "\xFF",
                                         "😀",
                                         "\u0301",
                                         "\n",
                                         "\u00A0",
                                         "…",
                                         "auteurs:x",
                                         "12 250",
                                         "é",
                                         "a",
                                         "\"a b\"",
                                         "–",
                                         "'",
                                         "\x01",
                                         "MÊME:",
                                         "((("};
    std::string text = query(2);
    for (std::size_t more = below(8); more > 0; --more) {
      const std::size_t at = below(text.size() + 1);
      text.insert(at, one_of(pieces));
    }
    return text;
  }

 private:
  std::string operand(int depth) {
    switch (below(depth > 0 ? 12 : 6)) {
      case 0:
        return "\"" + word() + " " + word() + "\"";
      case 1:
        return (below(2) == 0 ? "=" : "") + word();
      case 2:
        return word() + (below(2) == 0 ? "*" : "~");
      case 3:
        return word() + ">=" + std::to_string(below(5));
      case 6:
        return "(" + query(depth - 1) + ")";
      case 7:
        return "-" + operand(depth - 1);
      case 8:
        return std::string(below(2) == 0 ? "titre:" : "texte:") + operand(depth - 1);
      case 9:
        return std::string(below(2) == 0 ? "MÊME:phrase(" : "SAME:paragraph(") + query(depth - 1) + ")";
      case 10:
        return below(2) == 0 ? "date:2019..2021" : "avant:2020-05-12";
      default:
        return word();
    }
  }

  std::mt19937 random_;
};

std::size_t count_nodes(const QueryNode& node) {
  std::size_t count = 1;
  for (const QueryNode& child : node.children) count += count_nodes(child);
  return count;
}

TEST_CASE("any text is a query, and what is written of it means the same") {
  QueryMaker make(1);
  for (int round = 0; round < 20'000; ++round) {
    const std::string query = round % 2 == 0 ? make.query(4) : make.broken();
    INFO(query);
    const ParsedQuery parsed = parse_query(query);
    REQUIRE(count_nodes(parsed.tree) < 400);
    const std::string written = to_query(parsed.tree);
    INFO(written << "\n" << to_tree(parsed.tree));
    const ParsedQuery again = parse_query(written);
    INFO(to_tree(again.tree));
    REQUIRE(again.tree == parsed.tree);
    const std::set<std::string> distinct(parsed.notices.begin(), parsed.notices.end());
    REQUIRE(distinct.size() == parsed.notices.size());
  }
}

TEST_CASE("random bytes are a query") {
  std::mt19937 random(2);
  const std::string favourites = "ab \"«»()-=*~>:/é\n\xC3\xE2\x80";
  for (int round = 0; round < 20'000; ++round) {
    std::string query(random() % 60, '\0');
    for (char& byte : query)
      byte = random() % 4 == 0 ? static_cast<char>(random() & 0xFF) : favourites[random() % favourites.size()];
    const ParsedQuery parsed = parse_query(query);
    INFO(query << "\n" << to_query(parsed.tree));
    REQUIRE(parse_query(to_query(parsed.tree)).tree == parsed.tree);
    REQUIRE(is_valid_utf8(to_tree(parsed.tree)));
  }
}

ArchiveReader& reader() {
  static PressArchive press(press_of_searches());
  return press.reader();
}

Page search(const std::string& query, MatchMode match, std::size_t offset = 0, std::size_t limit = 100) {
  SearchRequest request;
  request.text = query;
  request.match = match;
  request.offset = offset;
  request.limit = limit;
  request.snippets = 3;
  return Searcher(reader()).search(request);
}

std::vector<std::string> keys_of(const Page& page) {
  std::vector<std::string> keys;
  for (const Hit& hit : page.hits) keys.push_back(hit.article.key);
  return keys;
}

bool is_border(const std::string& text, std::uint32_t at) {
  return at == text.size() || floor_code_point(text, at) == at;
}

void check_ranges(const std::string& text, const std::vector<Range>& ranges) {
  std::uint32_t last = 0;
  for (const Range& range : ranges) {
    REQUIRE(range.begin < range.end);
    REQUIRE(range.end <= text.size());
    REQUIRE((range.begin > last || (range.begin == 0 && last == 0)));
    REQUIRE(is_border(text, range.begin));
    REQUIRE(is_border(text, range.end));
    last = range.end;
  }
}

TEST_CASE("any query can be answered, and highlights are whole characters of what is shown") {
  QueryMaker make(3);
  for (int round = 0; round < 400; ++round) {
    const std::string query = round % 3 == 0 ? make.broken() : make.query(3);
    INFO(query);
    for (const MatchMode mode : {MatchMode::automatic, MatchMode::all, MatchMode::any}) {
      const Page page = search(query, mode);
      REQUIRE(page.exact);
      REQUIRE(page.hits.size() >= page.total);
      for (const Hit& hit : page.hits) {
        check_ranges(hit.article.title, hit.title_highlights);
        for (const Snippet& snippet : hit.snippets) {
          REQUIRE(is_valid_utf8(snippet.text));
          check_ranges(snippet.text, snippet.highlights);
        }
      }
    }
  }
}

TEST_CASE("what is written of a query finds what the query finds") {
  QueryMaker make(4);
  for (int round = 0; round < 400; ++round) {
    const std::string query = make.query(3);
    const std::string written = to_query(parse_query(query).tree);
    INFO(query << "\n" << written);
    for (const MatchMode mode : {MatchMode::automatic, MatchMode::all, MatchMode::any})
      REQUIRE(keys_of(search(query, mode)) == keys_of(search(written, mode)));
  }
}

/// The words of the archive as printed.
std::vector<std::string> printed_words() {
  std::set<std::string> words;
  for (const Piece& piece : press_of_searches())
    for (const std::string& text : {piece.title, piece.lead, piece.text}) {
      TokenList tokens;
      Tokenizer().tokenize(text, tokens);
      for (const Token& token : tokens)
        if (token.kind == TokenKind::word) words.emplace(tokens.surface(token));
    }
  return {words.begin(), words.end()};
}

TEST_CASE("a query typed without accents and capitals finds at least as much") {
  const std::vector<std::string> words = printed_words();
  REQUIRE(words.size() > 100);
  QueryMaker make(5);
  for (int round = 0; round < 800; ++round) {
    std::string typed;
    std::string bare;
    for (std::size_t count = 1 + make.below(2); count > 0; --count) {
      const std::string word = make.one_of(words);
      if (folds_to_stop_word(fold(word))) continue;  // « sûr » and « sur » are two words
      typed += " " + word;
      bare += " " + fold(word);
    }
    const auto found = keys_of(search(typed, MatchMode::all));
    const auto more = keys_of(search(bare, MatchMode::all));
    INFO(typed << " / " << bare);
    for (const std::string& key : found) REQUIRE(std::find(more.begin(), more.end(), key) != more.end());
  }
}

TEST_CASE("more words find no more in mode all, no fewer in mode any") {
  const std::vector<std::string> words = printed_words();
  QueryMaker make(6);
  for (int round = 0; round < 400; ++round) {
    const std::string one = make.one_of(words);
    const std::string two = one + " " + make.one_of(words);
    INFO(two);
    if (is_stop_word(to_lower(one))) continue;  // beside another word it is not asked for
    REQUIRE(search(two, MatchMode::all).total <= search(one, MatchMode::all).total);
    REQUIRE(search(two, MatchMode::any).total >= search(one, MatchMode::any).total);
  }
}

TEST_CASE("pages one after the other are the whole answer") {
  QueryMaker make(7);
  for (int round = 0; round < 100; ++round) {
    const std::string query = make.query(2);
    const std::size_t limit = 1 + make.below(9);
    const MatchMode mode = make.one_of(std::array{MatchMode::automatic, MatchMode::all, MatchMode::any});
    const auto whole = keys_of(search(query, mode));
    std::vector<std::string> all;
    for (std::size_t offset = 0; offset <= whole.size(); offset += limit)
      for (const std::string& key : keys_of(search(query, mode, offset, limit))) all.push_back(key);
    INFO(query << " by " << limit);
    REQUIRE(all == whole);
  }
}

}  // namespace
}  // namespace hemero
