#include "query/pages/version_pages.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/model/field.h"
#include "common/text/characters/one_line.h"
#include "query/markup/marked_text.h"

namespace hemero {

namespace {

using Change = DiffLine::Change;

std::string two_versions(std::uint64_t from, std::uint64_t to) { return fmt::format("/versions/{}..{}", from, to); }

/// The label of a field by its name: "titre".
std::string field_label(const std::string& name) {
  const auto* field = std::ranges::find(article_fields, name, &ArticleField::name);
  return std::string(field != article_fields.end() && field->label != nullptr ? translated(field->label) : name);
}

/// "2 sentences added, 1 sentence removed, changed: title".
std::string told(const DiffCounts& changes) {
  std::vector<std::string> parts;
  const auto add = [&](std::size_t count, const std::string& one, const std::string& many) {
    if (count > 0) parts.push_back(count == 1 ? one : many);
  };
  add(changes.added, message("1 sentence added"), message("{} sentences added", changes.added));
  add(changes.removed, message("1 sentence removed"), message("{} sentences removed", changes.removed));
  std::vector<std::string> labels;
  for (const std::string& field : changes.fields) labels.push_back(field_label(field));
  if (!labels.empty()) parts.push_back(message("changed: {}", fmt::format("{}", fmt::join(labels, ", "))));
  return parts.empty() ? message("nothing that is read") : fmt::format("{}", fmt::join(parts, ", "));
}

/// A run of lines of one kind: what is the same, what was taken away, what came.
class DifferenceWriter {
 public:
  DifferenceWriter(Html& html, const std::vector<DiffLine>& lines) : html_(html), lines_(lines) {}

  /// False where nothing differs.
  bool write() {
    bool skipped = false;
    bool any = false;
    for (std::size_t i = 0; i < lines_.size();) {
      if (!is_shown(i)) {
        skipped = true;
        ++i;
        continue;
      }
      if (skipped && any) html_.element("p", {{"class", "gap"}}, "…");
      skipped = false;
      any = true;
      i = write_run(i);
    }
    return any;
  }

 private:
  /// A field that is as it was says nothing beside one that changed.
  bool is_shown(std::size_t at) const {
    const bool is_sentence = lines_[at].field == "text";
    return is_near_change(lines_, at) && (is_sentence || lines_[at].change != Change::same);
  }

  /// Returns where the next run begins.
  std::size_t write_run(std::size_t begin) {
    const DiffLine& first = lines_[begin];
    std::size_t end = begin;
    while (end < lines_.size() && lines_[end].change == first.change && lines_[end].field == first.field &&
           is_shown(end))
      ++end;
    html_.open("div", {{"class", first.change == Change::same      ? "run"
                                 : first.change == Change::removed ? "run removed"
                                                                   : "run added"}});
    if (first.change != Change::same) html_.element("p", {{"class", "label"}}, label(first));
    html_.open("p");
    for (std::size_t i = begin; i < end; ++i) write_line(lines_[i], i > begin);
    html_.close().close();
    return end;
  }

  /// "retiré", "titre : ajouté".
  static std::string label(const DiffLine& line) {
    const std::string change = line.change == Change::removed ? message("taken away") : message("added");
    return line.field == "text" ? change : message("{}: {}", field_label(line.field), change);
  }

  void write_line(const DiffLine& line, bool follows) {
    if (follows) html_.text(" ");
    const std::string text = one_line(line.text);
    if (line.change == Change::same)
      html_.text(text);
    else
      html_.element(line.change == Change::removed ? "del" : "ins", text);
  }

  Html& html_;
  const std::vector<DiffLine>& lines_;
};

void add_neighbours(Html& html, const ArticlePlace& place, const ComparedVersions& versions) {
  html.open("ul", {{"class", "tools"}, {"aria-label", message("Versions")}});
  const auto add = [&](const std::string& page, const std::string& name) {
    html.open("li").element("a", {{"href", place.address(page)}}, name).close();
  };
  if (versions.from > 1) add(two_versions(versions.from - 1, versions.from), message("the change before"));
  if (versions.to < versions.count) add(two_versions(versions.to, versions.to + 1), message("the next change"));
  for (const std::uint64_t number : {versions.from, versions.to})
    add(fmt::format("/version/{}", number), message("version {} in full", number));
  add("/versions", message("all versions"));
  html.close();
}

}  // namespace

std::string versions_page(const ArticlePlace& place, const std::vector<ListedVersion>& versions) {
  const std::string what = message("Versions");
  const PageFrame frame = frame_of(place, what, "/versions");
  Html html;
  begin_beside(html, place, frame, what);
  html.open("ol", {{"class", "versions"}});
  for (const ListedVersion& version : versions) {
    html.open("li").open("h2");
    html.element("a", {{"href", place.address(fmt::format("/version/{}", version.number))}},
                 message("Version {}", version.number));
    if (version.stored.current) html.text(" ").element("span", {{"class", "which"}}, message("the current one"));
    html.close().open("p", {{"class", "where"}}).text(message("read on "));
    add_moment(html, version.stored.stored);
    html.close();
    if (version.stored.title != place.article.title) html.element("p", one_line(version.stored.title));
    if (version.number > 1)
      html.open("p")
          .element("a", {{"href", place.address(two_versions(version.number - 1, version.number))}},
                   version.changes ? told(*version.changes) : message("what it changed"))
          .close();
    html.close();
  }
  html.close().close();
  end_page(html, frame);
  return html.document();
}

std::string difference_page(const ArticlePlace& place, const ComparedVersions& versions) {
  const std::string what = message("From version {} to version {}", versions.from, versions.to);
  const PageFrame frame = frame_of(place, what, two_versions(versions.from, versions.to));
  Html html;
  begin_beside(html, place, frame, what);
  add_neighbours(html, place, versions);
  html.open("div", {{"class", "difference"}, {"lang", place.article.language.empty() ? "fr" : place.article.language}});
  const bool differs = DifferenceWriter(html, versions.lines).write();
  html.close();
  if (!differs) html.element("p", message("The versions are the same."));
  html.close();
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
