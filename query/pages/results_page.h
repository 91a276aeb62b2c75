#pragma once

#include <string>
#include <vector>

#include "common/model/page.h"
#include "query/markup/kept_forms.h"
#include "query/markup/page_request.h"
#include "query/plan/reached_forms.h"
#include "query/words/related_words.h"

namespace hemero {

/// What a page of results shows.
struct Results {
  Page page;                         ///< with its facets
  std::vector<ReachedWord> words;    ///< what the query reaches
  std::vector<RelatedWord> related;  ///< what goes with its words, where that was learnt
  std::uint64_t articles = 0;        ///< of the archive
  KeptNames dossiers = {};           ///< that its reader has
};

/// Whether there is a page of results behind this one.
bool has_next(const PageRequest& request, const Page& page);

std::string results_page(const PageRequest& request, const Results& results);

}  // namespace hemero
