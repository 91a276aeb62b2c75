#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/command/command.h"
#include "common/model/search_request.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_folder.h"
#include "query/words/synonyms.h"

namespace hemero {

// What the commands share that take queries.

/// Declares the options that say how words match: --match, --ocr and --synonyms.
void declare_words(Command& command, SearchRequest& request, bool& synonyms);

/// The same, and how long that may take.
void declare_matching(Command& command, SearchRequest& request, bool& synonyms);

/// Declares the options that leave out articles whatever their words: --from, --to, --source, --author,
/// --section, --language, --site, the same with “not”, --without and --dossier; also --user-data, where the command has
/// none.
void declare_restrictions(Command& command, SearchRequest& request);

/// How an archive is opened for a request: all names but those of sources stand in its columns.
ArchiveReader::Use use_of(const SearchRequest& request);

/// Declares --deadline, in seconds.
void declare_deadline(Command& command, std::optional<double>& deadline);

/// Prints the notices of a query on standard error.
void tell_notices(const std::vector<std::string>& notices);

/// Tells that the time was over before all was found; the exit status of that.
int tell_cut_short(const SearchRequest& request);

/// The synonyms a search is to know: none unless they are asked for.
SynonymTable synonyms_of(const ArchiveFolder& archive, bool asked);

}  // namespace hemero
