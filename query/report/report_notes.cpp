#include "query/report/report_notes.h"

#include <utility>

#include "common/base/message.h"

namespace hemero {

namespace {

class Notes {
 public:
  Notes(const SearchReport& then, CatalogueReader& catalogue)
      : catalogue_(&catalogue), made_(then.made), same_archive_(then.archive == catalogue.uuid()) {}

  ArticleNote operator()(const ReportedArticle& article) const {
    const auto known = catalogue_->articles().of_key(article.key);
    if (!known) return {};
    const auto stored = catalogue_->articles().article(*known);
    return {stored ? stored->article.title : title_before(article), note(*known, article)};
  }

 private:
  /// Of the version that was found then, where this is the archive of the report.
  std::string title_before(const ReportedArticle& article) const {
    const auto before = catalogue_->articles().version(article.version);
    return before && before->article.key == article.key ? before->article.title : std::string();
  }

  std::string note(ArticleId id, const ReportedArticle& article) const {
    if (std::string why = why_gone(id, *catalogue_); !why.empty()) return why;
    const std::vector<StoredVersion> versions = catalogue_->versions(id);
    const bool was_there = versions.size() > 1 && versions.front().stored < made_;
    const bool is_now = article.version == versions.back().id;
    return was_there && (is_now || same_archive_) ? message("updated") : std::string();
  }

  CatalogueReader* catalogue_;
  std::string made_;
  bool same_archive_;
};

}  // namespace

std::string why_gone(ArticleId article, CatalogueReader& catalogue) {
  const auto removal = catalogue.removal(article);
  if (!removal) return {};
  return removal->reason.empty() ? message("removed on {}", removal->removed)
                                 : message("removed on {}: {}", removal->removed, removal->reason);
}

NoteOf notes_since(const SearchReport& then, CatalogueReader& catalogue) { return Notes(then, catalogue); }

}  // namespace hemero
