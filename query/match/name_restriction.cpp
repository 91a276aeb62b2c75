#include "query/match/name_restriction.h"

#include <set>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/base/quoted_names.h"
#include "common/store/catalogue/source_names.h"
#include "common/store/index/index_format.h"
#include "common/text/names.h"
#include "query/match/section_path.h"

namespace hemero {

namespace {

/// How a restriction to names is spoken of.
struct Wording {
  std::string (*option)(const std::string& typed);
  std::string (*other_option)(const std::string& typed);
  std::string (*unknown)(const std::string& typed, const std::vector<std::string>& names);
  std::string (*several)(const std::string& typed, const std::string& names);
  const char* lacking;
};

std::string unknown_author(const std::string& typed, const std::vector<std::string>& names) {
  const std::vector<std::string> near = near_names(typed, names);
  const std::string what = near.empty() ? message("no author is called “{}”", typed)
                                        : message("no author is called “{}”; near: {}", typed, quoted_names(near));
  return message("{} (“hemero-query list authors” lists them)", what);
}

std::string unknown_section(const std::string& typed, const std::vector<std::string>& names) {
  const std::vector<std::string> near = near_names(typed, names);
  const std::string what = near.empty() ? message("no section is called “{}”", typed)
                                        : message("no section is called “{}”; near: {}", typed, quoted_names(near));
  return message("{} (“hemero-query list sections” lists them)", what);
}

const Wording source_wording{
    [](const auto& typed) { return message("--source “{}”", typed); },
    [](const auto& typed) { return message("--not-source “{}”", typed); },
    [](const auto& typed, const auto& names) { return unknown_source(typed, names); },
    [](const auto& typed, const auto& names) {
      return message("“{}” is in the name of several sources: {}", typed, names);
    },
    "--without source",
};

const Wording author_wording{
    [](const auto& typed) { return message("--author “{}”", typed); },
    [](const auto& typed) { return message("--not-author “{}”", typed); },
    unknown_author,
    [](const auto& typed, const auto& names) {
      return message("“{}” is in the name of several authors: {}", typed, names);
    },
    "--without author",
};

const Wording section_wording{
    [](const auto& typed) { return message("--section “{}”", typed); },
    [](const auto& typed) { return message("--not-section “{}”", typed); },
    unknown_section,
    [](const auto& typed, const auto& names) {
      return message("“{}” is in the name of several sections: {}", typed, names);
    },
    "--without section",
};

CandidateQuery any_of(std::vector<CandidateQuery> queries) {
  if (queries.empty()) return {};
  return CandidateQuery::group(CandidateQuery::Kind::any, std::move(queries));
}

CandidateQuery of_names(Field field, const std::vector<std::string>& names) {
  std::set<std::string> terms;  // spellings meet
  for (const std::string& name : names)
    if (const std::vector<std::string> words = name_words(name); !words.empty())
      terms.insert(name_term(info(field).prefix, fmt::format("{}", fmt::join(words, ""))));
  std::vector<CandidateQuery> queries;
  for (const std::string& term : terms) queries.push_back(CandidateQuery::of_term(term));
  return any_of(std::move(queries));
}

/// The articles that are not among these.
CandidateQuery all_but(CandidateQuery articles) {
  if (articles.kind == CandidateQuery::Kind::nothing) return CandidateQuery::everything();
  return CandidateQuery::group(CandidateQuery::Kind::except, {CandidateQuery::everything(), std::move(articles)});
}

/// The names that readers mean by what they typed, of which notices tell where that may surprise.
std::vector<std::string> meant(const std::string& typed, const std::vector<std::string>& names, const Wording& wording,
                               std::vector<std::string>& notices) {
  std::vector<std::string> meant = meant_names(typed, names);
  if (meant.empty()) notices.push_back(wording.unknown(typed, names));
  if (meant.size() > 1) notices.push_back(wording.several(typed, quoted_names(meant)));
  return meant;
}

/// The sections of that path and all below it; where there is none, those that have all of its words.
std::vector<std::string> meant_sections(const std::string& typed, const std::vector<std::string>& sections,
                                        std::vector<std::string>& notices) {
  const SectionPaths paths(sections);
  const std::vector<SectionStep> steps = paths.steps(typed);
  std::vector<std::string> within;
  for (const std::string& section : sections)
    if (!steps.empty() && is_within(paths.steps(section), steps)) within.push_back(section);
  return within.empty() ? meant(typed, sections, section_wording, notices) : within;
}

const Wording& wording_of(Field field) {
  return field == Field::source ? source_wording : field == Field::author ? author_wording : section_wording;
}

std::vector<std::string> names_of(Field field, ArchiveReader& archive) {
  if (field == Field::source) return archive.source_names();
  return field == Field::author ? archive.author_names() : archive.section_names();
}

/// The names of a field in an archive, and which of them a reader means.
class Names {
 public:
  Names(Field field, ArchiveReader& archive, std::vector<std::string>& notices)
      : field_(field), all_(names_of(field, archive)), notices_(notices) {}

  const std::vector<std::string>& all() const { return all_; }

  std::vector<std::string> meant_by(const std::vector<std::string>& typed) const {
    std::vector<std::string> names;
    for (const std::string& each : typed) {
      const std::vector<std::string> of_each = field_ == Field::section
                                                   ? meant_sections(each, all_, notices_)
                                                   : meant(each, all_, wording_of(field_), notices_);
      names.insert(names.end(), of_each.begin(), of_each.end());
    }
    return names;
  }

 private:
  Field field_;
  std::vector<std::string> all_;
  std::vector<std::string>& notices_;
};

}  // namespace

void add_names(Restrictions& restrictions, Field field, const NameFilter& filter, ArchiveReader& archive) {
  if (filter.empty()) return;
  const Wording& wording = wording_of(field);
  const Names names(field, archive, restrictions.notices);
  std::vector<std::string> options;
  if (!filter.any.empty() || filter.lacking) {
    for (const std::string& typed : filter.any) options.push_back(wording.option(typed));
    const std::vector<std::string> known = names.meant_by(filter.any);
    std::vector<CandidateQuery> articles;
    if (!known.empty()) articles.push_back(of_names(field, known));
    if (filter.lacking) {
      options.emplace_back(wording.lacking);
      articles.push_back(all_but(of_names(field, names.all())));
    }
    const bool unknown = articles.empty();
    restrictions.parts.push_back({fmt::format("{}", fmt::join(options, " ")), any_of(std::move(articles)), unknown});
  }
  if (filter.none.empty()) return;
  options.clear();
  for (const std::string& typed : filter.none) options.push_back(wording.other_option(typed));
  CandidateQuery others = all_but(of_names(field, names.meant_by(filter.none)));
  restrictions.parts.push_back({fmt::format("{}", fmt::join(options, " ")), std::move(others)});
}

}  // namespace hemero
