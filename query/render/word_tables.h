#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "common/model/occurrences.h"

namespace hemero {

/// How often of a million words.
double per_million(std::uint64_t occurrences, std::uint64_t words);

/// What is compared with what, in a line for people.
std::string compared_text(const KeywordAnswer& answer);

/// The measures of a dispersion, and what they leave out; nothing where there are none.
std::vector<std::string> dispersion_lines(const DispersionAnswer& answer);

// Words beside others, words that tell texts apart, and parts of an archive, for programs and for people. Of words the
// first `limit` are told.

std::string render_collocates_json(const CollocateAnswer& answer, std::size_t limit);
std::string render_collocates_csv(const CollocateAnswer& answer, std::size_t limit);
std::string render_collocates_text(const CollocateAnswer& answer, std::size_t limit);

std::string render_keywords_json(const KeywordAnswer& answer, std::size_t limit);
std::string render_keywords_csv(const KeywordAnswer& answer, std::size_t limit);
std::string render_keywords_text(const KeywordAnswer& answer, std::size_t limit);

std::string render_dispersion_json(const DispersionAnswer& answer);
std::string render_dispersion_csv(const DispersionAnswer& answer);
std::string render_dispersion_text(const DispersionAnswer& answer);

}  // namespace hemero
