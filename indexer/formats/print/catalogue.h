#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/dates/date.h"

namespace hemero {

/// "fr" of "fr", "fr-FR", "fre", "fra" and "français"; nothing of other names and of other languages' long codes.
std::string catalogue_language(std::string_view term);

/// What an issue or a page of it is called that has no title: "La Fronde, 1898-02-14, p. 2".
std::string issue_title(const std::string& paper, const std::optional<Date>& date, const std::string& number);

}  // namespace hemero
