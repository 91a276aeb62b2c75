#include "query/pages/related_pages.h"

#include "common/base/message.h"
#include "query/pages/article_margin.h"
#include "query/pages/hit_list.h"

namespace hemero {

std::string printings_page(const ArticlePlace& place, const std::vector<Hit>& printings) {
  const std::string what = message("Printings of this text");
  const PageFrame frame = frame_of(place, what, "/parutions");
  Html html;
  begin_beside(html, place, frame, what);
  if (printings.empty())
    html.element("p", message("No other article of this archive has this text."));
  else
    html.element("p", message("Articles whose texts are the same, or nearly, in the order of their publication."));
  add_printings(html, place, printings, printings.size());
  html.close();
  end_page(html, frame);
  return html.document();
}

std::string similar_page(const ArticlePlace& place, const std::vector<Hit>& hits,
                         const std::vector<std::string>& notices) {
  const std::string what = message("On the same subject");
  const PageFrame frame = frame_of(place, what, "/semblables");
  Html html;
  begin_beside(html, place, frame, what);
  for (const std::string& notice : notices) html.element("p", {{"class", "notice"}}, notice);
  if (hits.empty()) html.element("p", message("No article of this archive is similar."));
  AddressParameters kept;  // the words that are marked are none of a query
  for (const auto& each : place.kept)
    if (each.first == "lang") kept.push_back(each);
  if (!hits.empty()) {
    html.open("ol", {{"class", "hits"}});
    for (const Hit& hit : hits) add_hit(html, hit, kept);
    html.close();
  }
  html.close();
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
