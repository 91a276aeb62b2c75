#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/error.h"
#include "common/text/article_analysis.h"
#include "tests/bench/best_of.h"

// How fast French is analysed, on one core. Not a test.

namespace hemero {
namespace {

constexpr std::string_view help = R"(usage: hemero-text-bench FILE [ROUNDS]

Prints how many megabytes (10^6 bytes) of text the analysis of French takes in by second of processor time, the best of
ROUNDS rounds (5 unless given). FILE is UTF-8 text: a paragraph a line, articles separated by an empty line, the first
line of each its title.

  tokens      cut into tokens, nothing else
  forms       tokens, and the fold and the stem of each, remembered from one occurrence to the next as indexing does;
              60 MB/s is what we ask for in a release build
  each anew   tokens, and the fold and the stem of each, never remembered
  articles    whole articles as they are indexed: forms, counts and the token stream
)";

std::string read_file(const char* path) {
  const auto input = open_input(path);
  std::string text;
  std::vector<char> room(1 << 20);
  while (const std::size_t count = input->read(room)) text.append(room.data(), count);
  return text;
}

/// The lines of a text, empty ones too.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

std::vector<Article> articles_of(const std::vector<std::string_view>& lines) {
  std::vector<Article> articles;
  bool between = true;
  for (const std::string_view line : lines) {
    if (line.empty()) {
      between = true;
    } else if (between) {
      articles.emplace_back().title = line;
      between = false;
    } else {
      append_zone(articles.back(), ZoneKind::paragraph, line);
    }
  }
  return articles;
}

/// Each function below reads everything once and returns the number of tokens.
std::size_t cut_tokens(const std::vector<std::string_view>& lines) {
  Tokenizer tokenizer;
  TokenList tokens;
  std::size_t count = 0;
  for (const std::string_view line : lines) {
    tokenizer.tokenize(line, tokens);
    count += tokens.tokens().size();
  }
  return count;
}

std::size_t make_forms(const std::vector<std::string_view>& lines) {
  struct Known {
    std::string surface;
    WordForm form;
  };
  Tokenizer tokenizer;
  TokenList tokens;
  Analyzer analyzer;
  SurfaceTable table;
  std::deque<Known> known;
  std::size_t count = 0;
  std::size_t term_bytes = 0;
  for (const std::string_view line : lines) {
    tokenizer.tokenize(line, tokens);
    for (const Token& token : tokens) {
      const std::string_view surface = tokens.surface(token);
      const auto text_of = [&](std::uint32_t number) -> std::string_view { return known[number].surface; };
      std::uint32_t number = table.find(surface, text_of);
      if (number == SurfaceTable::absent) {
        number = table.insert(surface);
        known.push_back({std::string(surface), analyzer.analyze(surface)});
      }
      term_bytes += known[number].form.term.size();
    }
    count += tokens.tokens().size();
  }
  return term_bytes > 0 ? count : 0;
}

std::size_t make_forms_anew(const std::vector<std::string_view>& lines) {
  Tokenizer tokenizer;
  TokenList tokens;
  Analyzer analyzer;
  std::size_t count = 0;
  for (const std::string_view line : lines) {
    tokenizer.tokenize(line, tokens);
    for (const Token& token : tokens)
      if (!analyzer.analyze(tokens.surface(token)).term.empty()) ++count;
  }
  return count;
}

std::size_t analyze_articles(const std::vector<Article>& articles) {
  ArticleAnalyzer analyzer;
  std::size_t count = 0;
  for (const Article& article : articles)
    for (const SurfaceUse& use : analyzer.analyze(article).uses) count += use.occurrences;
  return count;
}

void run(const char* path, int rounds) {
  const std::string text = read_file(path);
  const auto lines = lines_of(text);
  const auto articles = articles_of(lines);
  fmt::print("{:.1f} MB, {} articles\n", static_cast<double>(text.size()) / 1e6, articles.size());
  print_best_of(rounds, "tokens", text.size(), "tokens", [&] { return cut_tokens(lines); });
  print_best_of(rounds, "forms", text.size(), "tokens", [&] { return make_forms(lines); });
  print_best_of(1, "each anew", text.size(), "tokens", [&] { return make_forms_anew(lines); });
  print_best_of(rounds, "articles", text.size(), "tokens", [&] { return analyze_articles(articles); });
}

}  // namespace
}  // namespace hemero

int main(int argc, char** argv) {
  const std::string_view first = argc > 1 ? argv[1] : "";
  if (argc < 2 || argc > 3 || first == "--help" || first == "-h") {
    std::fputs(hemero::help.data(), first.starts_with('-') ? stdout : stderr);
    return first.starts_with('-') ? 0 : 2;
  }
  try {
    hemero::run(argv[1], argc > 2 ? std::max(1, std::atoi(argv[2])) : 5);
  } catch (const hemero::Error& error) {
    fmt::print(stderr, "hemero-text-bench: {}\n", error.what());
    return 1;
  }
}
