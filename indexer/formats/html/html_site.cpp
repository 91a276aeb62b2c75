#include "indexer/formats/html/html_site.h"

#include <utility>

#include "common/text/line_shape.h"
#include "indexer/formats/html/html_find.h"

namespace hemero {

namespace {

constexpr std::size_t shortest_label = 6;  ///< bytes of a host's name that a site's name begins with

std::string letters_of(std::string shape) {
  std::erase(shape, ' ');
  return shape;
}

}  // namespace

Site::Site(const HtmlPage& page) {
  add(page.json_ld.publisher);
  for (const char* name : {"og:site_name", "twitter:site", "dc.publisher"})
    if (const MetaTag* tag = page.find_meta(name)) add(tag->content);
  const MetaTag* application = page.find_meta("application-name");
  const MetaTag* title = page.find_meta("og:title");
  const bool names_page = application != nullptr && title != nullptr && application->content == title->content;
  if (application != nullptr && !names_page) add(application->content);
  const MetaTag* url = page.find_meta("og:url");
  const std::string canonical = link_to(page.tree, "canonical");
  set_host(canonical.empty() && url != nullptr ? url->content : canonical);
}

void Site::add(std::string_view name) {
  if (auto shape = line_shape(name); !shape.empty()) names_.insert(std::move(shape));
}

bool Site::is_called(std::string_view text) const {
  const std::string shape = line_shape(text);
  if (shape.empty() || names_.count(shape) > 0) return !shape.empty();
  const std::string letters = letters_of(shape);
  return letters == host_ || letters == label_ || (label_.size() >= shortest_label && letters.starts_with(label_));
}

void Site::set_host(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme == std::string_view::npos) return;
  std::string_view host = url.substr(scheme + 3);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  host_ = letters_of(line_shape(host));
  const auto end = host.rfind('.');
  if (end == std::string_view::npos) return;
  host = host.substr(0, end);
  label_ = letters_of(line_shape(host.substr(host.rfind('.') + 1)));
}

}  // namespace hemero
