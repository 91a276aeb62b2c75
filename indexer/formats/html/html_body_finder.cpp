#include "indexer/formats/html/html_body_finder.h"

#include <string_view>

namespace hemero {

namespace {

bool is_paragraph_tag(std::string_view tag) {
  return tag == "p" || tag == "li" || tag == "td" || tag == "blockquote" || tag == "pre" || tag == "dd";
}

/// Chooses the element that holds the article.
class BodyFinder {
 public:
  BodyFinder(const HtmlTree& tree, const PageParts& parts, std::uint32_t title)
      : tree_(tree), parts_(parts), titled_article_(titled_article(title)) {}

  FoundBody find() const {
    struct Rule {
      const char* name;
      bool (BodyFinder::*holds)(std::uint32_t) const;
      std::size_t percent;  ///< of the page's good text that the element must hold
    };
    constexpr Rule rules[] = {{"itemprop articleBody", &BodyFinder::is_article_body, 25},
                              {"class of an article's body", &BodyFinder::is_body_part, 50},
                              {"<article> with the title", &BodyFinder::is_titled_article, 25},
                              {"<article>", &BodyFinder::is_article, 50},
                              {"<main>", &BodyFinder::is_main, 50}};
    const std::size_t all = parts_.good_text(0);
    for (const Rule& rule : rules) {
      const std::uint32_t found = richest([&](std::uint32_t element) { return (this->*rule.holds)(element); });
      if (found == 0 || parts_.good_text(found) * 100 < all * rule.percent || has_no_text(found)) continue;
      return {rule.name, whole(found)};
    }
    return {"the element with the most paragraphs", densest(0)};
  }

 private:
  bool is_article_body(std::uint32_t element) const {
    return tree_.attribute(tree_.node(element), "itemprop").find("articleBody") != std::string_view::npos;
  }
  bool is_body_part(std::uint32_t element) const { return parts_.of(element) == PagePart::body; }
  bool is_article(std::uint32_t element) const { return tree_.node(element).tag == "article"; }
  bool is_titled_article(std::uint32_t element) const { return element == titled_article_; }
  bool is_main(std::uint32_t element) const {
    return tree_.node(element).tag == "main" || tree_.attribute(tree_.node(element), "role") == "main";
  }

  /// The outermost <article> around the title, else the first one behind it; 0 for none.
  std::uint32_t titled_article(std::uint32_t title) const {
    std::uint32_t next = 0;
    for (std::uint32_t i = 1; title > 0 && next == 0 && i < tree_.size(); ++i) {
      if (!is_article(i)) continue;
      if (i < title && title < tree_.node(i).end) return i;
      if (i > title) next = i;
    }
    return next;
  }

  /// What belongs to an element for which a rule holds, without what is around the text.
  std::uint32_t whole(std::uint32_t element) const {
    if (is_article_body(element)) return element;
    if (is_article(element)) return with_continuation(element);
    return densest(is_body_part(element) ? with_further_bodies(element) : element);
  }

  bool has_no_text(std::uint32_t element) const {
    const auto range = parts_.blocks_of(element);
    return range.begin == range.end;
  }

  /// Of the elements for which a rule holds the one with the most good text, the first of equal ones; 0 when there is
  /// none.
  template <typename Holds>
  std::uint32_t richest(const Holds& holds) const {
    std::uint32_t best = 0;
    for (std::uint32_t i = 1; i < tree_.size(); ++i) {
      const bool element = tree_.node(i).flow == HtmlFlow::block || tree_.node(i).flow == HtmlFlow::beside;
      if (!element || parts_.of(i) > PagePart::lead || !holds(i)) continue;
      if (best == 0 || parts_.good_text(i) > parts_.good_text(best)) best = i;
    }
    return best;
  }

  /// The element around when the text goes on in one <article> after the other, without another's heading.
  std::uint32_t with_continuation(std::uint32_t article) const {
    const std::uint32_t around = tree_.node(article).parent;
    std::size_t good = 0;
    std::size_t parts = 0;
    for (std::uint32_t i = around + 1; i < tree_.node(around).end; i = tree_.node(i).end) {
      if (!is_article(i) || parts_.of(i) > PagePart::lead || parts_.good_text(i) == 0) continue;
      if (parts > 0 && begins_another(i)) return densest(article);
      good += parts_.good_text(i);
      ++parts;
    }
    const bool all = good * 10 >= parts_.good_text(around) * 9;
    return parts > 1 && all ? around : densest(article);
  }

  /// The element around when the text goes on in other elements of such a class, without a heading or a date between
  /// them, and hardly anywhere else.
  std::uint32_t with_further_bodies(std::uint32_t body) const {
    constexpr int farthest = 8;  // elements around
    std::uint32_t whole = body;
    std::uint32_t around = tree_.node(body).parent;
    for (int i = 0; i < farthest && around > 0; ++i, around = tree_.node(around).parent) {
      const std::size_t good = good_text_of_bodies(around);
      if (good == 0 || good * 10 < parts_.good_text(around) * 9) break;
      if (good > parts_.good_text(whole)) whole = around;
    }
    return whole;
  }

  /// The good text of the elements with the class of a body; 0 when something else begins behind the first of them.
  std::size_t good_text_of_bodies(std::uint32_t around) const {
    std::size_t good = 0;
    for (std::uint32_t i = around + 1; i < tree_.node(around).end; ++i) {
      if (good > 0 && (begins_article(i) || is_article(i))) return 0;
      if (tree_.node(i).flow != HtmlFlow::block || !is_body_part(i)) continue;
      good += parts_.good_text(i);
      i = tree_.node(i).end - 1;
    }
    return good;
  }

  /// An <article> with a heading or a date is another article, or a comment.
  bool begins_another(std::uint32_t article) const {
    for (std::uint32_t i = article + 1; i < tree_.node(article).end; ++i)
      if (begins_article(i)) return true;
    return false;
  }

  bool begins_article(std::uint32_t element) const {
    const std::string_view tag = tree_.node(element).tag;
    return is_heading(tag) || tag == "time";
  }

  /// Goes down as long as one element inside holds nearly all of the good text.
  std::uint32_t densest(std::uint32_t element) const {
    const std::size_t all = parts_.good_text(element);
    for (std::uint32_t i = element + 1; all > 0 && i < tree_.node(element).end;) {
      const HtmlNode& node = tree_.node(i);
      const bool nearly_all = node.flow == HtmlFlow::block && parts_.good_text(i) * 10 >= all * 9;
      if (nearly_all && is_paragraph_tag(node.tag) && !holds_blocks(i)) break;
      if (nearly_all) element = i;
      i = nearly_all ? i + 1 : node.end;
    }
    return element;
  }

  bool holds_blocks(std::uint32_t element) const {
    for (std::uint32_t i = element + 1; i < tree_.node(element).end; ++i)
      if (tree_.node(i).flow == HtmlFlow::block) return true;
    return false;
  }

  const HtmlTree& tree_;
  const PageParts& parts_;
  std::uint32_t titled_article_;
};

}  // namespace

FoundBody find_body_element(const HtmlTree& tree, const PageParts& parts, std::uint32_t title) {
  return BodyFinder(tree, parts, title).find();
}

}  // namespace hemero
