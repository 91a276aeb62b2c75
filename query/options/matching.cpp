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
#include "query/request/request_address.h"

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
      request.match, search_help("match"));
  command.flag("--ocr", request.misread, search_help("ocr"));
  command.flag("--synonyms", synonyms, search_help("synonyms"));
}

void declare_matching(Command& command, SearchRequest& request, bool& synonyms) {
  declare_words(command, request, synonyms);
  declare_deadline(command, request.deadline);
}

void declare_restrictions(Command& command, SearchRequest& request) {
  command.date("--from", request.from, search_help("from"));
  command.date("--to", request.to, search_help("to"));
  const auto add_to = [](std::vector<std::string>& names) {
    return [&names](const std::string& name) {
      if (!is_blank(name)) names.push_back(name);
    };
  };
  command.texts("--source", message("NAME"), add_to(request.sources.any), search_help("source"));
  command.texts("--not-source", message("NAME"), add_to(request.sources.none), search_help("not-source"));
  command.texts("--author", message("NAME"), add_to(request.authors.any), search_help("author"));
  command.texts("--not-author", message("NAME"), add_to(request.authors.none), search_help("not-author"));
  command.texts("--section", message("PATH"), add_to(request.sections.any), search_help("section"));
  command.texts("--not-section", message("PATH"), add_to(request.sections.none), search_help("not-section"));
  command.texts("--language", message("CODE"), add_to(request.languages.any), search_help("language"));
  command.texts("--not-language", message("CODE"), add_to(request.languages.none), search_help("not-language"));
  command.texts("--site", message("HOST"), add_to(request.sites.any), search_help("site"));
  command.texts("--not-site", message("HOST"), add_to(request.sites.none), search_help("not-site"));
  command.texts(
      "--without", message("FIELD"), [&request](const std::string& field) { read_lacking(request, field); },
      search_help("without"));
  command.texts("--dossier", message("NAME"), add_to(request.dossiers), search_help("dossier"));
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
