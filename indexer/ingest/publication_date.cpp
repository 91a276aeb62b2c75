#include "indexer/ingest/publication_date.h"

namespace hemero {

void keep_publication_date(Article& update, const PublicationDate& known) {
  if (update.date && to_iso(*update.date).starts_with(to_iso(known.date))) return;
  update.date = known.date;
  update.date_text = known.text;
}

}  // namespace hemero
