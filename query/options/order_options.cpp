#include "query/options/order_options.h"

#include <utility>
#include <vector>

#include "common/base/message.h"
#include "query/request/shown_parameters.h"

namespace hemero {

void declare_order(Command& command, SearchRequest& request) {
  using Order = NamedValue<SortOrder>;
  command.number("--offset", 0, 1000000, request.offset, message("hits to pass over"));
  command.word("--sort",
               std::vector{Order{"relevance", SortOrder::relevance}, Order{"newest", SortOrder::newest},
                           Order{"oldest", SortOrder::oldest}},
               request.order, shown_help("sort"));
  command.decimal("--recency", 0.1, 100000, request.half_life, message("half-life in days: old articles rank lower"));
  command.number("--snippets", 0, 20, request.snippets, shown_help("snippets"));
  command.flag("--explain", request.explain, message("tell what each score is made of"));
}

CommandOption& declare_copies(Command& command, bool& collapse, std::string help) {
  using Choice = NamedValue<bool>;
  return command.word("--copies", std::vector{Choice{"collapse", true}, Choice{"all", false}}, collapse,
                      std::move(help));
}

}  // namespace hemero
