#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "query/markup/http.h"
#include "query/markup/kept_forms.h"
#include "query/markup/page_request.h"
#include "query/serve/reader_pool.h"

namespace hemero {

/// A request while one reader of the archive answers it.
struct PageReading {
  const HttpRequest& request;
  ReaderPool::Lease& lease;  ///< of the reader, for who needs it longer than this
  PooledReader& reader;
  const ArchiveFolder& folder;
  PageRequest page;
  std::filesystem::path user_data = {};  ///< the file of what the reader keeps; empty where nothing can be kept
  std::string_view rest = {};            ///< of the path, behind what names the route: "42" of "/article/42"

  /// The search that is asked for, as it is answered here: in a bounded time, and all articles where it has no words.
  SearchRequest search() const;

  /// What names all that the answer depends on beside the request: the state of the archive, and where the request asks
  /// for them those of its synonyms and of what the reader keeps.
  std::string state() const;

  Searcher& searcher() { return reader.searcher(page.asked.synonyms); }

  /// What the pages that can put articles into dossiers offer.
  KeptNames dossier_names() const;
  std::uint64_t articles() const { return reader.archive.index().versions(); }
};

}  // namespace hemero
