#include "common/store/checking/finding.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include <fmt/format.h>

#include "common/text/characters/one_line.h"

namespace hemero {

namespace {

constexpr char found_mark = 'f';
constexpr char sum_mark = 's';
constexpr char left_out_mark = 'l';
constexpr char counted_mark = 'c';

std::uint64_t number(const std::string& text) { return std::strtoull(text.c_str(), nullptr, 10); }

std::vector<std::string> fields_of(const std::string& line) {
  std::vector<std::string> fields;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t end = std::min(line.find('\t', at), line.size());
    fields.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return fields;
}

void receive(const std::vector<std::string>& fields, Findings& findings) {
  constexpr std::size_t fields_of_finding = 5;
  const char mark = fields[0].empty() ? '\0' : fields[0][0];
  if (mark == found_mark && fields.size() == fields_of_finding)
    findings.list.push_back({static_cast<Damaged>(number(fields[1])), fields[3],
                             ArticleId(static_cast<std::uint32_t>(number(fields[2]))), fields[4]});
  if (mark == sum_mark && fields.size() == 3) findings.sums[fields[1]] = number(fields[2]);
  if (mark == left_out_mark && fields.size() == 2)
    findings.left_out.emplace_back(VersionId(static_cast<std::uint32_t>(number(fields[1]))));
  if (mark == counted_mark && fields.size() == 3) {
    findings.articles = number(fields[1]);
    findings.total = number(fields[2]);
  }
}

}  // namespace

void Findings::add(Findings&& others) {
  for (Finding& finding : others.list) {
    const auto article = static_cast<std::uint32_t>(finding.article);
    if (known_.insert(fmt::format("{}\t{}\t{}", finding.file, article, finding.what)).second)
      list.push_back(std::move(finding));
  }
  sums.merge(others.sums);
  left_out.insert(left_out.end(), others.left_out.begin(), others.left_out.end());
  articles += others.articles;
  total += others.total;
}

void FindingSender::found(const Finding& finding) const {
  send_(fmt::format("{}\t{}\t{}\t{}\t{}", found_mark, static_cast<int>(finding.part),
                    static_cast<std::uint32_t>(finding.article), one_sound_line(finding.file),
                    one_sound_line(finding.what)));
}

void FindingSender::sum(const std::string& part, std::uint64_t value) const {
  send_(fmt::format("{}\t{}\t{}", sum_mark, part, value));
}

void FindingSender::leave_out(VersionId version) const {
  send_(fmt::format("{}\t{}", left_out_mark, static_cast<std::uint32_t>(version)));
}

void FindingSender::counted(std::uint64_t articles, std::uint64_t total) const {
  send_(fmt::format("{}\t{}\t{}", counted_mark, articles, total));
}

Findings received(const std::vector<std::string>& lines) {
  Findings findings;
  for (const std::string& line : lines) receive(fields_of(line), findings);
  return findings;
}

}  // namespace hemero
