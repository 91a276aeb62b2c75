#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/page.h"
#include "query/markup/html.h"

namespace hemero {

/// A text in one line, what is highlighted in it as <mark>.
void add_marked(Html& html, std::string_view text, const std::vector<Range>& marks);

/// The marks of a page, which are numbered: they have the names m1, m2 …
struct NumberedMarks {
  std::size_t count = 0;  ///< of the page
  std::size_t last = 0;   ///< the one that was written last
};

/// The same with the next numbers, and beside each mark the way to those before and behind it.
void add_numbered(Html& html, std::string_view text, const std::vector<Range>& marks, NumberedMarks& numbers);

/// The same of a heading, where nothing stands beside a mark.
void add_numbered_heading(Html& html, std::string_view text, const std::vector<Range>& marks, NumberedMarks& numbers);

/// "11 août 2021", "11 August 2021", as precise as it is known.
std::string shown_date(const Date& date);

/// The same in an element that tells programs.
void add_date(Html& html, const Date& date);

/// "11 août 2021 à 18 h 03 UTC", of a time as the archive keeps it: 2021-08-11T18:03:22Z.
void add_moment(Html& html, std::string_view stored);

/// Date, source, section and authors, as far as they are known.
void add_place(Html& html, const Article& article);

/// The same as a line of its own.
void add_where(Html& html, const Article& article);

}  // namespace hemero
