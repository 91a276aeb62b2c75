#include "query/concordance/dispersion.h"
#include "common/base/message.h"
#include "common/store/folder/archive_option.h"
#include "query/occurrences/occurrence_options.h"
#include "query/render/word_tables.h"
#include "query/request/shown_parameters.h"

namespace hemero {

Command declare(DispersionOptions& options) {
  Command command("dispersion", message("tell how evenly a query's words are spread over time or sources"));
  command.example("hemero-query dispersion --over year grève", message("over the years"));
  declare_occurrences(command, options);
  command.heading(message("How they are shown"));
  command.word(
      "--over",
      std::vector{NamedValue<PartField>{"month", PartField::month}, NamedValue<PartField>{"year", PartField::year},
                  NamedValue<PartField>{"source", PartField::source}},
      options.field, shown_help("over"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const DispersionOptions& options) {
  OccurrenceSearch search(options, ArchiveReader::Use::count);
  const DispersionAnswer answer =
      find_dispersion(options.field, search.request, search.archive, search.searcher, search.deadline);
  print_answer(options, answer.totals,
               {[&] { return render_dispersion_json(answer); }, [&] { return render_dispersion_csv(answer); },
                [&](const TextStyle&) { return render_dispersion_text(answer); }});
  return status_of(answer.totals, answer.totals.occurrences > 0, search.archive);
}

}  // namespace hemero
