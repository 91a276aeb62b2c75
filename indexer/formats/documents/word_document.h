#pragma once

#include "common/base/byte_input.h"
#include "indexer/formats/documents/document.h"
#include "indexer/input/format.h"

namespace hemero {

/// A DOCX (Office Open XML, ISO 29500) → its paragraphs, those of tables and text boxes too; deleted and moved text,
/// notes, running heads and comments are left out. Styles tell titles and headings, in whichever language they are
/// named.
ReadDocument read_word_document(ByteInput& input, const InputLimits& limits);

/// Documents of Word, and what other programs write so.
extern const Format docx_format;

}  // namespace hemero
