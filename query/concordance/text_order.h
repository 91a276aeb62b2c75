#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "common/store/catalogue/stored_article.h"

namespace hemero {

/// What is told of a text, and compared.
struct TextNames {
  ArticleId id{};
  std::string date;  ///< as precise as it is known; empty when it is not
  std::string source;
};

TextNames names_of(const StoredArticle& stored);

/// In which order texts come. Those of one source come from the oldest to the newest, those of one date by their
/// articles' numbers; those without a date are the last.
enum class TextOrder : std::uint8_t { oldest, newest, source };

/// Where each of the texts comes, from 0 on.
std::vector<std::uint32_t> text_ranks(const std::vector<TextNames>& texts, TextOrder order);

/// The number of the paragraph that a byte of an article's text stands in, debris left out, from 1 on.
std::uint32_t paragraph_number(const Article& article, std::uint32_t at);

}  // namespace hemero
