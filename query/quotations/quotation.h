#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/model/article.h"
#include "common/model/page.h"
#include "common/model/quotations.h"

namespace hemero {

/// Something that a text quotes as said or written by somebody.
struct Quotation {
  Range range;          ///< bytes of the text between the marks, blanks left out; never empty
  std::string speaker;  ///< as the text prints the name; empty where none is known
  SpeakerSource source = SpeakerSource::none;
};

/// What the paragraphs of a text quote, in order, none within another. Titles, charges and single words in quotation
/// marks are no quotations, nor is what stands in debris; a quotation may go over into the next paragraphs. Requires
/// valid UTF-8, and zones that are those of the text. Takes time in proportion to the text. Thread-safe.
std::vector<Quotation> find_quotations(std::string_view text, const std::vector<Zone>& zones);

}  // namespace hemero
