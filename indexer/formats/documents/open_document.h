#pragma once

#include "common/base/byte_input.h"
#include "indexer/formats/documents/document.h"
#include "indexer/input/format.h"

namespace hemero {

/// An ODT (OpenDocument, ISO 26300) → its paragraphs, those of tables and text boxes too; deleted text, notes and
/// comments are left out.
ReadDocument read_open_document(ByteInput& input, const InputLimits& limits);

/// Documents of LibreOffice, and what other programs write so.
extern const Format odt_format;

}  // namespace hemero
