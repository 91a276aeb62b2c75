#pragma once

#include <vector>

#include "common/command/command.h"
#include "common/model/facet.h"
#include "common/model/search_request.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"

namespace hemero {

/// hemero-query search
struct SearchOptions {
  ArchiveFolder archive;
  SearchRequest request;
  bool synonyms = false;
  bool all = false;          ///< -n all: every article that matches in full, none that holds some of the words
  bool says_copies = false;  ///< --copies was given; else `all` has each of several copies
  bool only_count = false;
  bool only_ids = false;   ///< the number of each article that matches, nothing else
  bool selective = false;  ///< a query that only excludes is an error
  RowForm form;
  std::vector<FacetField> facets;  ///< that are told below the hits
  Display display;
};

/// Declares --copies, which of several copies are meant.
void declare_copies(Command& command, SearchOptions& options);

/// Declares the options that say which of the hits are shown, in which order, and what is told of them.
void declare_shown(Command& command, SearchOptions& options);

Command declare(SearchOptions& options);
int run(const SearchOptions& options);

}  // namespace hemero
