#include "query/pages/plain_pages.h"
#include "query/routes/routes.h"

namespace hemero {

HttpResponse read_help(PageReading& reading) { return html(help_page(reading.articles(), reading.page.language)); }

HttpResponse read_accessibility(PageReading& reading) {
  return html(accessibility_page(reading.articles(), reading.page.language));
}

HttpResponse read_state(PageReading& reading) {
  return fresh_each_time(html(state_page(reading.reader.archive.status(), reading.articles(), reading.page.language)));
}

}  // namespace hemero
