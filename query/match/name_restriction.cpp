#include "query/match/name_restriction.h"

#include <algorithm>
#include <array>
#include <set>

#include <fmt/format.h>

#include "common/base/quoted_names.h"
#include "common/model/field.h"
#include "common/store/index/index_format.h"
#include "common/text/addresses/url_hosts.h"
#include "common/text/languages.h"
#include "common/text/names.h"
#include "query/match/name_wording.h"
#include "query/match/section_path.h"
#include "query/match/site_path.h"

namespace hemero {

namespace {

using Texts = std::vector<std::string>;

/// The names that readers mean by what they typed, of which notices tell where that may surprise.
Texts meant(const std::string& typed, const Texts& names, const NameWording& wording, Texts& notices) {
  Texts meant = meant_names(typed, names);
  if (meant.empty()) notices.push_back(wording.unknown(typed, names));
  if (meant.size() > 1) notices.push_back(wording.several(typed, quoted_names(meant)));
  return meant;
}

/// The sections of that path and all below it; where there is none, those that have all of its words.
Texts meant_sections(const std::string& typed, const Texts& sections, const NameWording& wording, Texts& notices) {
  const SectionPaths paths(sections);
  const std::vector<PathStep> steps = paths.steps(typed);
  Texts within;
  for (const std::string& section : sections)
    if (!steps.empty() && is_within(paths.steps(section), steps)) within.push_back(section);
  return within.empty() ? meant(typed, sections, wording, notices) : within;
}

/// A code, or the name of the language.
Texts meant_languages(const std::string& typed, const Texts& languages, const NameWording& wording, Texts& notices) {
  const Texts of_code = meant_names(known_language(typed), languages);
  return of_code.empty() ? meant(typed, languages, wording, notices) : of_code;
}

/// The site, or that of an address, where articles are of it or below it; else the sites that have all of its words.
Texts meant_sites(const std::string& typed, const Texts& sites, const NameWording& wording, Texts& notices) {
  const std::string site = site_of(typed);
  const bool is_known =
      !site.empty() && std::ranges::any_of(sites, [&](const std::string& each) { return is_site_within(each, site); });
  return is_known ? Texts{site} : meant(typed, sites, wording, notices);
}

/// Where the names of a field stand, and how they are read.
struct NamedField {
  std::string_view name;
  std::string_view prefix;                ///< of the terms of its values
  Texts (*words)(std::string_view name);  ///< under which a value's spellings meet, behind the prefix
  Texts (*names)(ArchiveReader& archive);
  Texts (*meant)(const std::string& typed, const Texts& names, const NameWording& wording, Texts& notices);
};

template <ValueColumn column>
Texts values_of(ArchiveReader& archive) {
  return archive.columns().values(column);
}

constexpr std::array named_fields{
    NamedField{"source", info(Field::source).prefix, name_words,
               [](ArchiveReader& archive) { return archive.source_names(); }, meant},
    NamedField{"author", info(Field::author).prefix, name_words, values_of<ValueColumn::authors>, meant},
    NamedField{"section", info(Field::section).prefix, name_words, values_of<ValueColumn::section>, meant_sections},
    NamedField{"language", language_prefix, name_words, values_of<ValueColumn::language>, meant_languages},
    NamedField{"site", info(Field::url).prefix, [](std::string_view site) { return Texts{std::string(site)}; },
               values_of<ValueColumn::site>, meant_sites},
};

CandidateQuery any_of(std::vector<CandidateQuery> queries) {
  if (queries.empty()) return {};
  return CandidateQuery::group(CandidateQuery::Kind::any, std::move(queries));
}

CandidateQuery of_names(const NamedField& field, const Texts& names) {
  std::set<std::string> terms;  // spellings meet
  for (const std::string& name : names)
    if (const Texts words = field.words(name); !words.empty()) terms.insert(name_term(field.prefix, words));
  std::vector<CandidateQuery> queries;
  for (const std::string& term : terms) queries.push_back(CandidateQuery::of_term(term));
  return any_of(std::move(queries));
}

/// The articles that are not among these.
CandidateQuery all_but(CandidateQuery articles) {
  if (articles.kind == CandidateQuery::Kind::nothing) return CandidateQuery::everything();
  return CandidateQuery::group(CandidateQuery::Kind::except, {CandidateQuery::everything(), std::move(articles)});
}

/// The names of a field in an archive, and which of them a reader means.
class Names {
 public:
  Names(const NamedField& field, ArchiveReader& archive, Texts& notices)
      : field_(field), all_(field.names(archive)), notices_(notices) {}

  const Texts& all() const { return all_; }

  Texts meant_by(const Texts& typed) const {
    Texts names;
    for (const std::string& each : typed) {
      const Texts of_each = field_.meant(each, all_, wording_of(field_.name), notices_);
      names.insert(names.end(), of_each.begin(), of_each.end());
    }
    return names;
  }

 private:
  const NamedField& field_;
  Texts all_;
  Texts& notices_;
};

}  // namespace

void add_names(Restrictions& restrictions, std::string_view field, const NameFilter& filter, ArchiveReader& archive) {
  if (filter.empty()) return;
  const NamedField& named = *std::ranges::find(named_fields, field, &NamedField::name);
  const NameWording& wording = wording_of(field);
  const Names names(named, archive, restrictions.notices);
  Texts options;
  if (!filter.any.empty() || filter.lacking) {
    for (const std::string& typed : filter.any) options.push_back(wording.option(typed));
    const Texts known = names.meant_by(filter.any);
    std::vector<CandidateQuery> articles;
    if (!known.empty()) articles.push_back(of_names(named, known));
    if (filter.lacking) {
      options.push_back(fmt::format("--without {}", field));
      articles.push_back(all_but(of_names(named, names.all())));
    }
    const bool unknown = articles.empty();
    restrictions.parts.push_back({fmt::format("{}", fmt::join(options, " ")), any_of(std::move(articles)), unknown});
  }
  if (filter.none.empty()) return;
  options.clear();
  for (const std::string& typed : filter.none) options.push_back(wording.other_option(typed));
  CandidateQuery others = all_but(of_names(named, names.meant_by(filter.none)));
  restrictions.parts.push_back({fmt::format("{}", fmt::join(options, " ")), std::move(others)});
}

}  // namespace hemero
