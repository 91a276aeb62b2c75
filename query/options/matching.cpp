#include "query/options/matching.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "query/answer/time_limit.h"
#include "query/language/typed_text.h"
#include "query/options/exit_status.h"
#include "query/options/user_data_option.h"
#include "query/request/lacking_fields.h"

namespace hemero {

namespace {

/// Throws Error (usage) for what articles need not lack.
void read_lacking(SearchRequest& request, const std::string& field) {
  if (!ask_for_lacking(request, field))
    throw Error(ErrorCode::usage, message("“{}” is nothing that --without knows", field),
                message("there are {}", fmt::format("{}", fmt::join(fields_that_may_lack(), ", "))));
}

}  // namespace

void declare_words(Command& command, SearchRequest& request, bool& synonyms) {
  using Mode = NamedValue<MatchMode>;
  command.word(
      "--match",
      std::vector{Mode{"auto", MatchMode::automatic}, Mode{"all", MatchMode::all}, Mode{"any", MatchMode::any}},
      request.match, message("auto: all words, or some where few articles hold all"));
  command.flag("--ocr", request.misread, message("texts were read by machine: near spellings count too"));
  command.flag("--synonyms", synonyms, message("search for listed synonyms too: USA, États-Unis"));
}

void declare_matching(Command& command, SearchRequest& request, bool& synonyms) {
  declare_words(command, request, synonyms);
  declare_deadline(command, request.deadline);
}

void declare_restrictions(Command& command, SearchRequest& request) {
  command.date("--from", request.from, message("published on this day, month or year, or later"));
  command.date("--to", request.to, message("published on this day, month or year, or earlier"));
  const auto add_to = [](std::vector<std::string>& names) {
    return [&names](const std::string& name) {
      if (!is_blank(name)) names.push_back(name);
    };
  };
  command.texts("--source", message("NAME"), add_to(request.sources.any),
                message("only articles of this source; given again, of either"));
  command.texts("--not-source", message("NAME"), add_to(request.sources.none), message("no articles of this source"));
  command.texts("--author", message("NAME"), add_to(request.authors.any),
                message("only articles by this author; given again, by either"));
  command.texts("--not-author", message("NAME"), add_to(request.authors.none), message("no articles by this author"));
  command.texts("--section", message("PATH"), add_to(request.sections.any),
                message("only articles of this section and those below it: societe, societe/education"));
  command.texts("--not-section", message("PATH"), add_to(request.sections.none),
                message("no articles of this section or below it"));
  command.texts("--language", message("CODE"), add_to(request.languages.any),
                message("only articles in this language, by its code or name: fr, French; given again, in either"));
  command.texts("--not-language", message("CODE"), add_to(request.languages.none),
                message("no articles in this language"));
  command.texts("--site", message("HOST"), add_to(request.sites.any),
                message("only articles of this site and those below it: lemonde.fr, blogs.lemonde.fr"));
  command.texts("--not-site", message("HOST"), add_to(request.sites.none),
                message("no articles of this site or below it"));
  command.texts(
      "--without", message("FIELD"), [&request](const std::string& field) { read_lacking(request, field); },
      message("articles that have no source, author, section, language, site or date; beside --source A: of A, or of "
              "none"));
  command.texts("--dossier", message("NAME"), add_to(request.dossiers),
                message("only articles of this dossier of yours; given again, of either"));
  if (command.option("--user-data") == nullptr) declare_user_data(command, request.user_data);
}

ArchiveReader::Use use_of(const SearchRequest& request) {
  const bool reads_columns = std::ranges::any_of(restricted_fields, [&](const RestrictedField& field) {
    return field.filter != &SearchRequest::sources && !(request.*field.filter).empty();
  });
  return reads_columns ? ArchiveReader::Use::count : ArchiveReader::Use::search;
}

void declare_deadline(Command& command, std::optional<double>& deadline) {
  constexpr double usual = 10;
  constexpr double longest = 86400;
  deadline = usual;
  command.decimal("--deadline", 0, longest, deadline,
                  message("seconds after which what was found so far is the answer (default 10; 0: never)"));
}

void tell_notices(const std::vector<std::string>& notices) {
  for (const std::string& notice : notices) fmt::print(stderr, "{}\n", message("Note: {}", notice));
}

int tell_cut_short(const SearchRequest& request) {
  tell_notices({time_notice(request.deadline)});
  return exit_cut_short;
}

SynonymTable synonyms_of(const ArchiveFolder& archive, bool asked) {
  return asked ? SynonymTable::of_archive(archive) : SynonymTable();
}

}  // namespace hemero
