#pragma once

#include <string>
#include <string_view>

#include "common/model/article.h"

namespace hemero {

/// Appends what a fragment of HTML holds to the article: headings, paragraphs, list items; as debris what names itself
/// so (share buttons, captions) and known lines of debris. A fragment without tags is plain text, in which entities may
/// stand: its lines are paragraphs.
void append_fragment(Article& article, std::string_view fragment);

/// Puts a summary before the text as its lead. One that the text repeats as its first paragraph counts once; one that
/// is only the beginning of the text, cut off, is left out; without a text it is the text.
void add_summary(Article& article, std::string_view summary);

/// The text of markup in UTF-8 that is an article's body and nothing else: its blocks, a blank line between them.
std::string text_of_fragment(std::string_view markup);

}  // namespace hemero
