#include "query/pages/dispersion_page.h"

#include "common/text/characters/one_line.h"
#include "query/markup/instruments.h"
#include "query/render/concordance.h"
#include "query/render/word_tables.h"

namespace hemero {

std::string dispersion_page(const PageRequest& request, const DispersionAnswer& answer, std::uint64_t articles) {
  const PageFrame frame = instrument_frame(request, message("Dispersion"), "/dispersion", articles);
  Html html;
  begin_page(html, frame);
  add_instrument_head(html, frame, message("Dispersion"), true);
  html.element("p", {{"class", "where"}}, occurrences_text(answer.totals));
  add_notices(html, answer.totals.notices);
  html.open("div", {{"class", "options"}});
  add_choices(html, frame, request, "over", message("over"),
              {{"month", message("months")}, {"year", message("years")}, {"source", message("sources")}});
  html.close();
  for (const std::string& line : dispersion_lines(answer)) html.element("p", line);
  if (answer.dp) {
    html.element("p", {{"class", "where"}},
                 message("DP (Gries 2008) is 0 where each part has as many as its words let expect, and near 1 where "
                         "all stand in one part."));
    const std::string heads[] = {std::string(translated(part_name(answer.field))), message("occurrences"),
                                 message("texts"), message("words"), message("per million")};
    begin_table(html, message("Dispersion"), "figures", heads);
    for (const UsePart& part : answer.parts) {
      html.open("tr").element("td", part.value.empty() ? message("(none)") : one_line(part.value));
      for (const std::string& cell : {number_text(part.occurrences), number_text(part.texts), number_text(part.words),
                                      number_text(per_million(part.occurrences, part.words), 1)})
        add_number(html, cell);
      html.close();
    }
    end_table(html);
  }
  add_downloads(html, frame, {{"csv", "CSV"}, {"json", "JSON"}});
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
