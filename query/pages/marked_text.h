#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/model/page.h"
#include "query/pages/html.h"

namespace hemero {

/// A text in one line, what is highlighted in it as <mark>. `number` counts these marks: each gets the name m1, m2 …;
/// null: they have none.
void add_marked(Html& html, std::string_view text, const std::vector<Range>& marks, std::size_t* number = nullptr);

/// "11 août 2021", "11 August 2021", as precise as it is known, in an element that tells programs.
void add_date(Html& html, const Date& date);

/// A line of date, source, section and authors, as far as they are known.
void add_where(Html& html, const Article& article);

}  // namespace hemero
