#pragma once

#include "common/model/article.h"

namespace hemero {

/// An article's date of publication as far as it is known.
struct PublicationDate {
  Date date;
  std::string text;  ///< as the record gave it
};

/// Gives an update the date of publication that was known before, unless its own says the same more precisely: what a
/// record calls its date is often that of the update.
void keep_publication_date(Article& update, const PublicationDate& known);

}  // namespace hemero
