#pragma once

#include <optional>
#include <string>

#include "common/base/byte_input.h"
#include "indexer/formats/documents/document.h"
#include "indexer/input/format.h"

namespace hemero {

/// A PDF (ISO 32000) → its text, by the program pdftotext of Poppler, which runs beside this one with bounds on its
/// memory and time. Only what is text in the file is read: a scan without it, or one that needs a password, is a fault.
ReadDocument read_pdf(ByteInput& input, const InputLimits& limits);

/// How the pdftotext that would be run calls itself: "pdftotext version 22.12.0"; nothing where there is none.
std::optional<std::string> pdftotext_version();

/// PDFs, an article each.
extern const Format pdf_format;

}  // namespace hemero
