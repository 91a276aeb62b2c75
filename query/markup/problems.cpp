#include "query/markup/problems.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "common/base/message.h"

namespace hemero {

namespace {

constexpr std::array kinds{
    ProblemKind{"bad-request", 400, [] { return message("This address asks for nothing that there is."); },
                [] { return message("go back, or search anew"); }},
    ProblemKind{"no-key", 401, [] { return message("Only who has the key may read here."); },
                [] { return message("open the address that “hemero-query serve” printed: it has the key"); }},
    ProblemKind{"not-kept", 403, [] { return message("Nothing can be kept from here."); },
                [] { return message("go back to the page, load it anew and send it again"); }},
    ProblemKind{"not-found", 404, [] { return message("There is no such page."); },
                [] { return message("search for it"); }},
    ProblemKind{"not-allowed", 405, [] { return message("Nothing can be changed here."); },
                [] { return message("only GET and HEAD are answered"); }},
    ProblemKind{"not-acceptable", 406, [] { return message("There is no such format."); },
                [] { return message("ris and bibtex are there"); }},
    ProblemKind{"taken", 409, [] { return message("This name is taken."); },
                [] { return message("go back, and choose another name"); }},
    ProblemKind{"removed", 410, [] { return message("This article was removed."); }, [] { return std::string(); }},
    ProblemKind{"old-cursor", 410, [] { return message("The archive has changed since this list was begun."); },
                [] { return message("begin it anew: “start” says where"); }},
    ProblemKind{"too-long", 413, [] { return message("This is too long to be kept."); },
                [] { return message("go back, and shorten it"); }},
    ProblemKind{"misdirected", 421, [] { return message("This server does not answer under that name."); },
                [] { return message("open it by the address that “hemero-query serve” printed"); }},
    ProblemKind{"busy", 503, [] { return message("Too many people are searching at this moment."); },
                [] { return message("try again in a few seconds"); }},
    ProblemKind{"failed", 500, [] { return message("This page cannot be shown."); }, [] { return std::string(); }},
};

}  // namespace

std::span<const ProblemKind> problem_kinds() { return kinds; }

const ProblemKind* named_problem(std::string_view name) {
  const auto* named = std::ranges::find(kinds, name, &ProblemKind::name);
  return named == kinds.end() ? nullptr : named;
}

const ProblemKind& problem_kind(std::string_view name, unsigned status) {
  if (const ProblemKind* named = named_problem(name)) return *named;
  const auto* usual = std::ranges::find(kinds, status, &ProblemKind::status);
  return usual == kinds.end() ? kinds.back() : *usual;
}

std::string address_of_problem(const ProblemKind& kind) { return fmt::format("/api/v1/problems/{}", kind.name); }

}  // namespace hemero
