#include "query/commands/facets.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/answer/facets.h"
#include "query/answer/time_limit.h"
#include "query/language/typed_text.h"
#include "query/options/exit_status.h"
#include "query/options/matching.h"
#include "query/render/facets.h"

namespace hemero {

namespace {

/// The fields of these names, which have commas between them.
std::vector<FacetField> read_fields(const std::string& names) {
  std::vector<FacetField> read;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(',', begin), names.size());
    const std::string_view name = std::string_view(names).substr(begin, end - begin);
    const auto* const known = std::find(std::begin(facet_names), std::end(facet_names), name);
    if (known == std::end(facet_names))
      throw Error(ErrorCode::usage, message("“{}” is nothing that articles are counted by", name),
                  message("there are {}", fmt::format("{}", fmt::join(facet_names, ", "))));
    read.push_back(static_cast<FacetField>(known - std::begin(facet_names)));
    begin = end + 1;
  }
  return read;
}

}  // namespace

CommandOption& declare_facet_fields(Command& command, std::string_view option, std::vector<FacetField>& chosen,
                                    std::string help) {
  const auto take = [&chosen](const std::string& names) {
    const std::vector<FacetField> more = read_fields(names);
    chosen.insert(chosen.end(), more.begin(), more.end());
  };
  return command.texts(option, message("NAMES"), take, std::move(help));
}

Command declare(FacetsOptions& options) {
  Command command("facets", message("count the articles that match by source, year, section, author …"));
  command.example("hemero-query facets \"gilets jaunes\"", message("by source, year, section and author"));
  command.example("hemero-query facets --fields month --format csv grève", message("by month, as a table"));
  command.query(message("QUERY"), options.request.text, message("as for search; without words, every article"))
      .required = false;
  command.heading(message("Which articles"));
  declare_matching(command, options.request, options.synonyms);
  declare_restrictions(command, options.request);
  command.heading(message("How they are counted"));
  declare_facet_fields(
      command, "--fields", options.fields,
      message("source, section, author, language, site, year, month, day (default source,year,section,author)"));
  command.number("-n,--limit", 1, 1000000, options.limit,
                 message("values of each field (default 10); times are all told"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const FacetsOptions& options) {
  ArchiveReader archive(options.archive, time_to_open(options.request.deadline), ArchiveReader::Use::count);
  SearchRequest request = options.request;
  request.everything = asks_for_everything(request.text);
  Searcher searcher(archive, synonyms_of(options.archive, options.synonyms));
  const std::vector<FacetField> usual{FacetField::source, FacetField::year, FacetField::section, FacetField::author};
  const FacetAnswer answer = count_facets(options.fields.empty() ? usual : options.fields, request, archive, searcher);
  if (options.format != RowFormat::json) tell_notices(answer.notices);
  if (options.format == RowFormat::json)
    fmt::print("{}\n", render_facets_json(answer, options.limit));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", render_facets_csv(answer, options.limit));
  else
    show_text(options.display, [&](const TextStyle&) { return render_facets_text(answer, options.limit); });
  if (!answer.complete) return exit_cut_short;
  if (!archive.damages().empty()) return exit_partly;  // the notices tell
  return answer.total == 0 ? exit_no_hit : 0;
}

}  // namespace hemero
