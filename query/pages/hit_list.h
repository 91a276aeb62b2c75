#pragma once

#include "common/model/page.h"
#include "query/markup/html.h"
#include "query/request/request_address.h"

namespace hemero {

/// A hit as an element of a list: its title, where it stood, its passages, how often it was printed. `kept` are the
/// parameters of the links in it.
void add_hit(Html& html, const Hit& hit, const AddressParameters& kept);

/// What tells programs that keep references the number of an article (unAPI, revision 1); nothing is shown.
void add_reference(Html& html, ArticleId article);

}  // namespace hemero
