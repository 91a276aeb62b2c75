#include "query/commands/named_articles.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

#include "common/base/byte_input.h"
#include "common/base/line_reader.h"
#include "common/base/message.h"
#include "common/text/addresses/address.h"
#include "query/language/typed_text.h"

namespace hemero {

namespace {

std::optional<ArticleId> number_of(const std::string& name) {
  std::uint32_t number = 0;
  const char* end = name.data() + name.size();
  const auto read = std::from_chars(name.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? std::optional(ArticleId(number)) : std::nullopt;
}

void tell_missing(CatalogueReader& catalogue, const std::string& name, std::optional<ArticleId> id) {
  const auto removal = id ? catalogue.removal(*id) : std::nullopt;
  if (!removal)
    fmt::print(stderr, "{}\n", message("there is no article {}", name));
  else if (removal->reason.empty())
    fmt::print(stderr, "{}\n", message("the article {} was removed on {}", name, removal->removed));
  else
    fmt::print(stderr, "{}\n",
               message("the article {} was removed on {}: {}", name, removal->removed, removal->reason));
}

}  // namespace

std::vector<std::string> with_listed_names(const std::vector<std::string>& typed) {
  std::vector<std::string> names;
  for (const std::string& name : typed) {
    if (name != "-") {
      names.push_back(name);
      continue;
    }
    const auto input = open_input(name);
    LineReader lines(*input);
    while (const auto line = lines.next())
      if (std::string listed = with_blanks_as(" ", line->text); !listed.empty()) names.push_back(std::move(listed));
  }
  return names;
}

std::vector<StoredArticle> named_articles(CatalogueReader& catalogue, const std::string& name) {
  ArticleReader& articles = catalogue.articles();
  const std::size_t damaged = catalogue.damages().list().size();
  const auto number = number_of(name);
  if (number)
    if (auto stored = articles.article(*number)) return {std::move(*stored)};
  const auto keyed = articles.of_key(name);
  if (keyed)
    if (auto stored = articles.article(*keyed)) return {std::move(*stored)};
  std::vector<StoredArticle> found;
  if (is_address(name))
    for (const ArticleId id : articles.of_address(name))
      if (auto stored = articles.article(id)) found.push_back(std::move(*stored));
  const bool unreadable = catalogue.damages().list().size() > damaged;
  if (found.empty() && !unreadable) tell_missing(catalogue, name, keyed ? keyed : number);
  return found;
}

}  // namespace hemero
