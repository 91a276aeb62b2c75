#include "query/pages/dossiers_page.h"

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/one_line.h"
#include "query/markup/kept_forms.h"
#include "query/markup/layout.h"
#include "query/markup/marked_text.h"

namespace hemero {

namespace {

constexpr std::string_view path = "/dossiers";

PageFrame frame_of(std::string title, const PageRequest& page, std::uint64_t articles) {
  PageFrame frame{std::move(title), articles, std::string(path), parameters_of(page)};
  frame.search = language_of(page);
  return frame;
}

class DossierWriter {
 public:
  DossierWriter(const std::string& name, const PageRequest& page)
      : name_(name), language_(language_of(page)), here_(address_of(path, language_)) {}

  std::string write(const std::vector<FiledArticle>& filed, const PageFrame& frame) {
    begin_page(html_, frame);
    html_.open("div", {{"class", "reading"}}).element("h1", name_);
    html_.element("p", {{"class", "where"}}, message("{} articles", number_text(filed.size())));
    add_tools();
    html_.open("ol", {{"class", "filed"}});
    for (std::size_t i = 0; i < filed.size(); ++i) add_article(filed[i], i + 1);
    html_.close();
    add_changes();
    html_.close();
    end_page(html_, frame);
    return html_.document();
  }

 private:
  void add_tools() {
    const auto add = [&](const std::string& address, const std::string& told) {
      html_.open("li").element("a", {{"href", address}}, told).close();
    };
    html_.open("ul", {{"class", "tools"}, {"aria-label", message("Dossier")}});
    add(here_, message("All dossiers"));
    add(address_of("/recherche", with(language_, "dossier", name_)), message("Search in it"));
    for (const auto& [ending, told] :
         {std::pair{"ris", "RIS"}, std::pair{"bib", "BibTeX"}, std::pair{"csl.json", "CSL-JSON"},
          std::pair{"excel.csv", "CSV"}, std::pair{"txm.zip", "TXM"}})
      add(address_of(fmt::format("{}.{}", path, ending), {{"name", name_}}), told);
    html_.close();
  }

  void add_article(const FiledArticle& article, std::size_t number) {
    html_.open("li").open("p");
    if (article.hit) {
      const Article& now = article.hit->article;
      const std::string address = fmt::format("/article/{}", static_cast<std::uint32_t>(article.hit->id));
      html_.element("a", {{"href", address_of(address, language_)}},
                    now.title.empty() ? message("(no title)") : one_line(now.title));
      html_.close();
      add_where(html_, now);
    } else {
      html_.text(one_line(article.filed.key)).close();
      html_.element("p", {{"class", "missing"}},
                    article.why_gone.empty() ? message("no longer in the archive") : article.why_gone);
    }
    if (article.updated) html_.element("p", {{"class", "missing"}}, message("updated"));
    if (!article.filed.tags.empty())
      html_.element("p", {{"class", "copies"}}, fmt::format("{}", fmt::join(article.filed.tags, " · ")));
    if (!article.filed.note.empty()) html_.element("p", article.filed.note);
    add_article_changes(article.filed, number);
    html_.close();
  }

  void add_article_changes(const DossierArticle& filed, std::size_t number) {
    const AddressParameters which{{"name", name_}, {"key", filed.key}};
    html_.open("details").element("summary", message("Change"));
    AddressParameters note = which;
    note.emplace_back("do", "note");
    open_form(html_, here_, note);
    add_line(html_, {fmt::format("tags-{}", number), "tags", message("more tags, with commas between them")});
    add_line(html_, {fmt::format("note-{}", number), "note", message("note"), filed.note});
    html_.element("button", message("Keep it so")).close();
    for (const std::string& tag : filed.tags) {
      AddressParameters untag = which;
      untag.insert(untag.end(), {{"do", "untag"}, {"tag", tag}});
      add_button(html_, here_, untag, message("Take the tag {} off", tag));
    }
    AddressParameters take = which;
    take.emplace_back("do", "take");
    add_button(html_, here_, take, message("Take this article out"));
    html_.close();
  }

  void add_changes() {
    html_.open("details").element("summary", message("Change the dossier"));
    open_form(html_, here_, {{"do", "rename"}, {"name", name_}});
    add_line(html_, {"new-name", "new", message("new name"), name_, {}, true});
    html_.element("button", message("Rename")).close();
    add_button(html_, here_, {{"do", "delete"}, {"name", name_}}, message("Delete this dossier"));
    html_.close();
  }

  const std::string& name_;
  AddressParameters language_;
  std::string here_;
  Html html_;
};

}  // namespace

std::string dossiers_page(const std::vector<Dossier>& dossiers, const PageRequest& page, std::uint64_t articles) {
  const PageFrame frame = frame_of(message("Dossiers"), page, articles);
  const AddressParameters language = language_of(page);
  Html html;
  begin_page(html, frame);
  html.open("div", {{"class", "reading"}}).element("h1", message("Dossiers"));
  html.open("p").element("a", {{"href", address_of("/recherches", language)}}, message("Saved searches")).close();
  if (dossiers.empty())
    html.element("p", message("There is no dossier. The page of each article has “Put this article into a dossier”."));
  html.open("ul", {{"class", "kept"}});
  for (const Dossier& each : dossiers) {
    html.open("li").open("h2");
    html.element("a", {{"href", address_of(path, with(language, "name", each.name))}}, each.name).close();
    html.element("p", {{"class", "where"}}, message("{} articles", number_text(each.articles))).close();
  }
  html.close().close();
  end_page(html, frame);
  return html.document();
}

std::string dossier_page(const std::string& name, const std::vector<FiledArticle>& filed, const PageRequest& page,
                         std::uint64_t articles) {
  return DossierWriter(name, page).write(filed, frame_of(name, page, articles));
}

}  // namespace hemero
