#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "common/base/message.h"
#include "query/markup/html.h"
#include "query/markup/page_request.h"

namespace hemero {

/// What all pages of an archive have around them.
struct PageFrame {
  std::string title;                  ///< of the page; Hemero's name is added
  std::uint64_t articles = 0;         ///< that the archive has
  std::string path;                   ///< of the page, without its parameters
  AddressParameters parameters = {};  ///< of the page's address
  AddressParameters search = {};      ///< what the field of the search keeps when it is sent
  std::string feed = {};              ///< the address of what is new here; empty for none
  AddressParameters about = {};       ///< what programs that keep references read: names of metadata, and values
};

/// What the head of any page loads.
void add_page_files(Html& html);

/// Begins a page: its head, the way past it, the masthead, the field to search, and <main>.
void begin_page(Html& html, const PageFrame& frame);

/// Links to the pages beside this one; none where it is the only one. `told` says which one it is.
void add_pager(Html& html, const PageFrame& frame, std::size_t page, bool has_next, const std::string& told);

/// Ends it.
void end_page(Html& html, const PageFrame& frame);

}  // namespace hemero
