#pragma once

#include <vector>

#include "common/command/command.h"
#include "common/model/facet.h"
#include "common/model/search_request.h"
#include "common/store/folder/archive_folder.h"
#include "query/options/display.h"
#include "query/options/rows.h"
#include "query/render/facets.h"

namespace hemero {

/// hemero-query facets
struct FacetsOptions {
  ArchiveFolder archive;
  SearchRequest request;
  bool synonyms = false;
  std::vector<FacetField> fields;  ///< none given: source, year, section, author
  std::size_t limit = usual_facet_values;
  RowFormat format = RowFormat::text;
  Display display;
};

/// Declares an option whose values are names of facets, with commas between them.
CommandOption& declare_facet_fields(Command& command, std::string_view option, std::vector<FacetField>& chosen,
                                    std::string help);

Command declare(FacetsOptions& options);
int run(const FacetsOptions& options);

}  // namespace hemero
