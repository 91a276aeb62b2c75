#include "indexer/formats/html/html_authors.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/formats/html/html_find.h"
#include "indexer/formats/html/html_site.h"
#include "indexer/prose/paragraphs.h"
#include "indexer/prose/signature.h"

namespace hemero {

namespace {

constexpr std::size_t most_names = 100;      ///< of authors; each is compared with those before it
constexpr std::size_t longest_list = 640;    ///< bytes of several names
constexpr std::size_t longest_name = 120;    ///< bytes
constexpr std::uint32_t most_in_mark = 100;  ///< nodes of an element that is marked as an author
constexpr std::size_t byline_reach = 12;     ///< blocks before the text in which a byline is looked for

/// The block from which a byline is looked for.
std::size_t first_block(const HtmlPage& page, std::uint32_t element) {
  const std::size_t begin = page.parts.blocks_of(element).begin;
  return begin > byline_reach ? begin - byline_reach : 0;
}

std::string small_letters(std::string_view text) {
  std::string small(text);
  for (char& byte : small)
    if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte | 0x20);
  return small;
}

/// The names in a text that is nothing but names, with or without "par" before them.
std::vector<std::string> names_in(std::string_view text) {
  constexpr std::array<std::string_view, 8> introductions{"par ", "by ",       "von ",     "por ",
                                                          "di ",  "auteur : ", "auteur: ", "text: "};
  if (text.size() > longest_name) return {};
  const std::string line = small_letters(text);
  for (const std::string_view introduction : introductions)
    if (line.starts_with(introduction)) text.remove_prefix(std::min(introduction.size(), text.size()));
  const auto byline = read_byline("Par " + std::string(text));
  if (!byline) return {};
  std::vector<std::string> names = byline->authors;
  std::erase_if(names, [](const std::string& name) { return name.find(' ') == std::string::npos; });
  return names;
}

/// What pages print before a name, without it. "Von" and "Di" are left: they begin names.
std::string_view without_introduction(std::string_view text) {
  constexpr std::array<std::string_view, 4> links{" posts by ", " articles by ", " articles de ", " beiträge von "};
  constexpr std::array<std::string_view, 12> introductions{"par ",        "by ",      "publié par ",   "posted by ",
                                                           "written by ", "auteur :", "auteur\u00A0:", "auteur:",
                                                           "author:",     "autor:",   "von:",          "by:"};
  const std::string small = small_letters(text);
  for (const std::string_view link : links)
    if (const auto at = small.find(link); at != std::string::npos) return trimmed(text.substr(at + link.size()));
  for (const std::string_view introduction : introductions)
    if (small.starts_with(introduction)) return trimmed(text.substr(introduction.size()));
  return text;
}

/// Gathers the authors of an article, each once.
class AuthorFinder {
 public:
  AuthorFinder(const HtmlPage& page, const HtmlBody& body, Article& article, Choices& choices)
      : page_(page), tree_(page.tree), body_(body), site_(page), article_(article), choices_(choices) {}

  void find() {
    find_people();
    if (found() || aside_.empty()) return;
    article_.authors.push_back(aside_.front().value);
    choices_.push_back(aside_.front());
  }

 private:
  void find_people() {
    for (const std::string& name : page_.json_ld.authors) take(name, "json-ld author");
    if (found() || in_meta()) return;
    for (const std::string& name : page_.microdata("author")) take(name, "itemprop author");
    if (found() || in_marks("class author vcard", &AuthorFinder::take_card)) return;
    if (in_marks("rel=author", &AuthorFinder::take_link)) return;
    if (in_marks("link to an author", &AuthorFinder::take_address)) return;
    if (in_bylines()) return;
    in_marks("class author", &AuthorFinder::take_named);
  }

  bool found() const { return !article_.authors.empty(); }

  /// Takes a name, or the names of a list.
  bool take(std::string_view names, const std::string& rule) {
    const std::string_view text = trimmed(names);
    if (text.empty() || text.size() > longest_list) return false;
    bool took = false;
    for (const std::string& name : names_of_signature(without_introduction(text))) took = take_name(name, rule) || took;
    return took;
  }

  /// The site's name is set aside: many say so of every article, also of those that somebody signed.
  bool take_name(const std::string& name, const std::string& rule) {
    if (article_.authors.size() == most_names) return false;
    const bool known = std::any_of(article_.authors.begin(), article_.authors.end(),
                                   [&](const std::string& author) { return name.find(author) != std::string::npos; });
    const bool address = name.starts_with("http://") || name.starts_with("https://") || name.starts_with('@');
    if (known || address || name.size() > longest_name) return false;
    if (site_.is_called(name)) {
      if (aside_.empty()) aside_.push_back({"authors", rule, name});
      return false;
    }
    article_.authors.push_back(name);
    choices_.push_back({"authors", rule, name});
    return true;
  }

  bool in_meta() {
    for (const std::string_view name :
         {"article:author", "author", "dc.creator", "parsely-author", "citation_author", "byl", "sailthru.author"}) {
      for (const MetaTag& tag : page_.meta)
        if (tag.name == name) take(tag.content, "meta " + tag.name);
      if (found()) return true;
    }
    return false;
  }

  /// The first element near the text for which `take_mark` takes a name, and those beside it: co-authors.
  bool in_marks(const std::string& rule, bool (AuthorFinder::*take_mark)(std::uint32_t, const std::string&)) {
    const std::size_t first = first_block(page_, body_.element);
    std::uint32_t end = tree_.size();
    for (std::uint32_t i = first < page_.blocks.size() ? page_.blocks[first].element : 0; i < end; ++i) {
      const HtmlNode& node = tree_.node(i);
      if (node.flow == HtmlFlow::text || page_.parts.is_apart(i)) continue;
      if (node.end - i > most_in_mark) continue;
      if (!(this->*take_mark)(i, rule)) continue;
      end = std::min(end, tree_.node(node.parent).end);
      i = node.end - 1;
    }
    return found();
  }

  /// hCard and microformats 2: <span class="author vcard"><a class="fn">.
  bool take_card(std::uint32_t index, const std::string& rule) {
    const HtmlNode& node = tree_.node(index);
    const bool author = has_class(tree_, node, "author") || has_class(tree_, node, "post-author");
    const bool card = author && has_class(tree_, node, "vcard");
    if (!card && !has_class(tree_, node, "p-author")) return false;
    for (std::uint32_t i = index + 1; i < node.end; ++i)
      if (tree_.node(i).flow != HtmlFlow::text &&
          (has_class(tree_, tree_.node(i), "fn") || has_class(tree_, tree_.node(i), "p-name")))
        return take(tree_.line_of(i), rule);
    return take(tree_.line_of(index), rule);
  }

  bool take_link(std::uint32_t index, const std::string& rule) {
    const HtmlNode& node = tree_.node(index);
    const std::string_view relations = tree_.attribute(node, "rel");
    const bool marked = node.tag == "a" && (" " + std::string(relations) + " ").find(" author ") != std::string::npos;
    return marked && take(tree_.line_of(index), rule);
  }

  /// <a href="/auteur/claire-vasseur">: a link to the page of an author.
  bool take_address(std::uint32_t index, const std::string& rule) {
    constexpr std::array<std::string_view, 6> folders{"/author/", "/auteur/",  "/auteurs/",
                                                      "/autor/",  "/autoren/", "/autores/"};
    const HtmlNode& node = tree_.node(index);
    if (node.tag != "a") return false;
    const std::string_view href = tree_.attribute(node, "href");
    const bool leads = std::any_of(folders.begin(), folders.end(), [&](std::string_view folder) {
      return href.find(folder) != std::string_view::npos;
    });
    bool took = false;
    if (leads)
      for (const std::string& name : names_in(tree_.line_of(index))) took = take(name, rule) || took;
    return took;
  }

  /// "author", "auteur", "article__author", "authorName": an element of that name that holds names and nothing else.
  bool take_named(std::uint32_t index, const std::string& rule) {
    const std::string_view name = tree_.attribute(tree_.node(index), "class");
    const auto holds = [&](std::string_view word) { return name.find(word) != std::string_view::npos; };
    if (!holds("author") && !holds("Author") && !holds("auteur") && !holds("byline")) return false;
    bool took = false;
    for (const std::string& each : names_in(tree_.line_of(index))) took = take(each, rule) || took;
    return took;
  }

  /// The names in the first byline in the text, else near it.
  bool in_bylines() {
    const auto says_names = [](const Byline& byline) { return !byline.authors.empty(); };
    std::optional<Byline> byline;
    for (const auto& piece : body_.pieces) {
      const HtmlBlock& block = page_.blocks[piece.block];
      if (piece.kind == ZoneKind::debris && !page_.parts.is_apart(block.element)) byline = byline_of(block);
      if (byline && says_names(*byline)) break;
    }
    if (!byline || !says_names(*byline)) byline = find_byline(page_, body_.element, says_names);
    if (byline)
      for (const std::string& author : byline->authors) take(author, "byline");
    return found();
  }

  const HtmlPage& page_;
  const HtmlTree& tree_;
  const HtmlBody& body_;
  const Site site_;
  Article& article_;
  Choices& choices_;
  Choices aside_;
};

}  // namespace

std::optional<Byline> find_byline(const HtmlPage& page, std::uint32_t element, bool (*says)(const Byline&)) {
  const std::size_t end = page.parts.blocks_of(element).end;
  for (std::size_t i = first_block(page, element); i < end; ++i) {
    const HtmlBlock& block = page.blocks[i];
    if (page.parts.is_apart(block.element)) continue;
    if (auto byline = byline_of(block); byline && says(*byline)) return byline;
  }
  return std::nullopt;
}

void find_authors(const HtmlPage& page, const HtmlBody& body, Article& article, Choices& choices) {
  AuthorFinder(page, body, article, choices).find();
}

}  // namespace hemero
