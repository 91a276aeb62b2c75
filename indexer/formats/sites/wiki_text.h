#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// A line of a wiki page that shows something.
struct WikiBlock {
  enum class Kind : std::uint8_t { paragraph, heading };
  Kind kind = Kind::paragraph;
  std::string text;
};

/// What a page of MediaWiki shows, without its markup.
struct WikiText {
  std::vector<WikiBlock> blocks;
  std::vector<std::string> categories;
  std::string date;  ///< the arguments of the first template called date, with blanks between them
};

/// Wiki markup → text. Templates go, but for those that only set words (w, lang, citation, unité …), whose words stay;
/// tables, references, files, galleries and comments go. Of links the label stays, of lists the items. What is left
/// open is text. Takes linear time, however deep braces and brackets are nested.
WikiText read_wiki_text(std::string_view markup);

}  // namespace hemero
