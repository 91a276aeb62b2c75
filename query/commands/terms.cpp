#include "query/commands/terms.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/store/archive_reader.h"
#include "common/store/folder/archive_option.h"
#include "query/options/exit_status.h"
#include "query/options/limit_option.h"
#include "query/render/term_list.h"
#include "query/request/shown_parameters.h"
#include "query/words/word_list.h"

namespace hemero {

Command declare(TermsOptions& options) {
  Command command("terms", message("list the words of the archive that start so, with their counts"));
  command.example("hemero-query terms ambassad", message("the words that start so"));
  command.example("hemero-query terms -n all --format csv ambassad", message("all of them, for a spreadsheet"));
  command.argument(message("PREFIX"), CommandOption::Kind::text, options.prefix, shown_help("prefix"));
  declare_limit(command, options.limit, options.all, message("words at most, or all (default 10)"));
  declare_table(command, options.format);
  declare_display(command, options.display);
  declare_archive(command, options.archive);
  return command;
}

int run(const TermsOptions& options) {
  ArchiveReader archive(options.archive);
  KnownForms known(archive.vocabulary());
  FormFinder forms(known);
  TermList list = list_terms(options.prefix, forms);
  if (!options.all) list.words.resize(std::min(list.words.size(), options.limit));
  if (options.format == RowFormat::json)
    fmt::print("{}\n", render_terms_json(list));
  else if (options.format == RowFormat::csv)
    fmt::print("{}", render_terms_csv(list));
  else
    show_text(options.display, [&](const TextStyle&) { return render_terms_text(list); });
  return list.words.empty() ? exit_no_hit : 0;
}

}  // namespace hemero
