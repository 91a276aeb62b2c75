#include "query/pages/problem_page.h"

#include <fmt/format.h>

#include "query/markup/layout.h"

namespace hemero {

std::string problem_page(const ProblemKind& kind, std::uint64_t articles, const std::string& language) {
  PageFrame frame{kind.title(), articles, address_of_problem(kind)};
  if (!language.empty()) frame.parameters.emplace_back("lang", language);
  frame.search = frame.parameters;
  Html html;
  begin_page(html, frame);
  html.open("div", {{"class", "reading"}}).element("h1", kind.title()).open("dl", {{"class", "facts"}});
  html.element("dt", "type").open("dd").element("code", frame.path).close();
  html.element("dt", "status").element("dd", fmt::format("{}", kind.status));
  if (const std::string hint = kind.hint(); !hint.empty()) html.element("dt", "hint").element("dd", hint);
  html.close().close();
  end_page(html, frame);
  return html.document();
}

}  // namespace hemero
