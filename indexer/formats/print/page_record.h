#pragma once

#include <cstddef>

#include "indexer/formats/print/alto_page.h"
#include "indexer/input/file_list.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// A page of print that no file of an issue describes → its article. It is called as its folders call the issue
/// (issue_name.h), else as its file, and by its number. `count` tells the pages of a file apart, from 1; 0 for a file
/// of one page.
SourceItem item_of_page(const InputFile& file, const AltoPage& page, std::size_t count);

/// The mean certainty of the words of blocks, from 0 to 1, rounded as articles keep it; nothing when none has one.
std::optional<double> mean_confidence(const std::vector<PrintedBlock>& blocks);

}  // namespace hemero
