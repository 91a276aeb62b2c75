#pragma once

#include <cstddef>
#include <string>

#include "common/model/occurrences.h"

namespace hemero {

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
