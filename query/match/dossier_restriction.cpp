#include "query/match/dossier_restriction.h"

#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/names/near_words.h"
#include "common/store/user/dossiers.h"

namespace hemero {

namespace {

std::string unknown_dossier(const std::string& typed, Dossiers& dossiers) {
  std::vector<std::string> names;
  for (const Dossier& each : dossiers.list()) names.push_back(each.name);
  const std::vector<std::string> near = near_words(typed, names);
  return near.empty() ? message("there is no dossier “{}” (“hemero-query dossiers” lists them)", typed)
                      : message("there is no dossier “{}”; near: {}", typed, near.front());
}

}  // namespace

void add_dossiers(Restrictions& restrictions, const SearchRequest& request, ArchiveReader& archive) {
  if (request.dossiers.empty()) return;
  Dossiers dossiers(user_data_file(request.user_data, archive.folder()), Missing::leave);
  std::vector<std::string> options;
  std::set<std::string> keys;  // an article may be in several
  bool unknown = true;
  for (const std::string& name : request.dossiers) {
    options.push_back(message("--dossier “{}”", name));
    if (!dossiers.find(name)) {
      restrictions.notices.push_back(unknown_dossier(name, dossiers));
      continue;
    }
    unknown = false;
    for (DossierArticle& article : dossiers.articles(name)) keys.insert(std::move(article.key));
  }
  restrictions.parts.push_back({fmt::format("{}", fmt::join(options, " ")),
                                CandidateQuery::of_versions(archive.versions_of_keys({keys.begin(), keys.end()})),
                                unknown});
}

}  // namespace hemero
