#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "query/markup/layout.h"

namespace hemero {

// What the pages have in common that look at all that a search finds: its curve, its words, where they stand.

/// The frame of such a page. Its field searches with what narrows the search, and without what only this page has.
PageFrame instrument_frame(const PageRequest& request, const std::string& what, std::string path,
                           std::uint64_t articles);

/// True for a search that asks for more than every article of some kind.
bool asks_for_words(const PageRequest& request);

/// Links to all of these pages of a search, each in an <li>, the one that is shown marked. Those that look at places
/// of words are left out where it has none.
void add_instrument_links(Html& html, const AddressParameters& search, bool has_words, std::string_view shown);

/// The heading of such a page and these links, with the way back to the articles.
void add_instrument_head(Html& html, const PageFrame& frame, const std::string& what, bool has_words);

/// Values that a parameter of the page may have, and how they are told.
using Choices = std::vector<std::pair<std::string_view, std::string>>;

/// Links to the same page with each of these values, the one that is chosen marked, behind a word that says of what.
void add_choices(Html& html, const PageFrame& frame, const PageRequest& request, std::string_view parameter,
                 const std::string& label, const Choices& choices);

/// Whether words of grammar are told, and whether capitals tell words apart.
void add_word_choices(Html& html, const PageFrame& frame, const PageRequest& request);

/// Fields that stay as they are when a form of this page is sent, but for these names.
void add_kept_fields(Html& html, const PageFrame& frame, std::initializer_list<std::string_view> names);

/// Links to what the page tells, for programs: of each form the ending of its path and its name.
void add_downloads(Html& html, const PageFrame& frame,
                   std::initializer_list<std::pair<std::string_view, std::string>> forms);

void add_notices(Html& html, const std::vector<std::string>& notices);

/// Begins a table in a region that is scrolled by keys as well, for it may be wider than the page, with its heads.
void begin_table(Html& html, const std::string& name, std::string_view kind, std::span<const std::string> heads);

/// Ends it.
void end_table(Html& html);

/// A cell of a number.
void add_number(Html& html, const std::string& number);

}  // namespace hemero
