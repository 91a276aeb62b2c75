#pragma once

#include "query/markup/html.h"
#include "query/pages/results_page.h"

namespace hemero {

/// How the words of a search are understood, and all that they reach: each form searches for itself alone, and is
/// dropped by a click. Nothing where there are no words. `search` is the page's address.
void add_understood(Html& html, const Results& results, const AddressParameters& search);

}  // namespace hemero
