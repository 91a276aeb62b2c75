#include "query/match/name_wording.h"

#include <algorithm>
#include <array>

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/model/search_request.h"
#include "common/store/catalogue/source_names.h"
#include "common/text/names.h"

namespace hemero {

namespace {

using Names = std::vector<std::string>;

std::string unknown_author(const std::string& typed, const Names& names) {
  const Names near = near_names(typed, names);
  const std::string what = near.empty() ? message("no author is called “{}”", typed)
                                        : message("no author is called “{}”; near: {}", typed, quoted_names(near));
  return message("{} (“hemero-query list authors” lists them)", what);
}

std::string unknown_section(const std::string& typed, const Names& names) {
  const Names near = near_names(typed, names);
  const std::string what = near.empty() ? message("no section is called “{}”", typed)
                                        : message("no section is called “{}”; near: {}", typed, quoted_names(near));
  return message("{} (“hemero-query list sections” lists them)", what);
}

std::string unknown_language(const std::string& typed, const Names&) {
  return message("no article is in the language “{}” (“hemero-query list languages” lists them)", typed);
}

std::string unknown_site(const std::string& typed, const Names& names) {
  const Names near = near_names(typed, names);
  const std::string what = near.empty()
                               ? message("no article is of the site “{}”", typed)
                               : message("no article is of the site “{}”; near: {}", typed, quoted_names(near));
  return message("{} (“hemero-query facets --fields site” lists them)", what);
}

/// By the order of restricted_fields.
constexpr std::array<NameWording, restricted_fields.size()> wordings{
    NameWording{
        [](const auto& typed) { return message("--source “{}”", typed); },
        [](const auto& typed) { return message("--not-source “{}”", typed); },
        [](const auto& typed, const auto& names) { return unknown_source(typed, names); },
        [](const auto& typed, const auto& names) {
          return message("“{}” is in the name of several sources: {}", typed, names);
        },
    },
    NameWording{
        [](const auto& typed) { return message("--author “{}”", typed); },
        [](const auto& typed) { return message("--not-author “{}”", typed); },
        unknown_author,
        [](const auto& typed, const auto& names) {
          return message("“{}” is in the name of several authors: {}", typed, names);
        },
    },
    NameWording{
        [](const auto& typed) { return message("--section “{}”", typed); },
        [](const auto& typed) { return message("--not-section “{}”", typed); },
        unknown_section,
        [](const auto& typed, const auto& names) {
          return message("“{}” is in the name of several sections: {}", typed, names);
        },
    },
    NameWording{
        [](const auto& typed) { return message("--language “{}”", typed); },
        [](const auto& typed) { return message("--not-language “{}”", typed); },
        unknown_language,
        [](const auto& typed, const auto& names) {
          return message("“{}” is in the name of several languages: {}", typed, names);
        },
    },
    NameWording{
        [](const auto& typed) { return message("--site “{}”", typed); },
        [](const auto& typed) { return message("--not-site “{}”", typed); },
        unknown_site,
        [](const auto& typed, const auto& names) {
          return message("“{}” is in the name of several sites: {}", typed, names);
        },
    },
};

}  // namespace

const NameWording& wording_of(std::string_view field) {
  const auto* const known = std::ranges::find(restricted_fields, field, &RestrictedField::name);
  return wordings[static_cast<std::size_t>(known - restricted_fields.begin())];
}

}  // namespace hemero
