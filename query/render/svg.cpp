#include "query/render/svg.h"

#include <algorithm>

#include <fmt/format.h>

#include "common/base/message.h"
#include "common/text/characters/unicode.h"
#include "query/render/xml_escaped.h"

namespace hemero {

std::string svg_text(double x, double y, std::string_view text, const SvgText& how) {
  const std::string role = how.role.empty() ? "" : fmt::format(" role=\"{}\"", how.role);
  return fmt::format(
      "<text x=\"{:.1f}\" y=\"{:.1f}\" font-size=\"{:.0f}\" text-anchor=\"{}\" fill=\"{}\"{}{}>{}</text>\n", x, y,
      how.size, how.anchor, how.colour, how.bold ? " font-weight=\"bold\"" : "", role, xml_escaped(text));
}

std::vector<std::string> svg_lines(std::string_view text, double characters) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(' ', 1), text.size());
    const std::string_view word = text.substr(0, end);
    if (static_cast<double>(display_width(lines.back()) + display_width(word)) > characters && !lines.back().empty())
      lines.emplace_back(word.substr(word.starts_with(' ') ? 1 : 0));
    else
      lines.back() += word;
    text.remove_prefix(end);
  }
  return lines;
}

std::string svg_table(const SvgTable& table, const SvgPlace& place, double& end) {
  constexpr double gutter = 28;
  double block = gutter;
  for (const SvgTable::Column& column : table.columns) block += column.width;
  const auto blocks = std::max<std::size_t>(1, static_cast<std::size_t>((place.width + gutter) / block));
  const std::size_t in_block = std::max<std::size_t>(1, (table.rows.size() + blocks - 1) / blocks);
  const auto row_at = [&](double x, double y, const std::vector<std::string>& cells, bool head) {
    std::string row = "<g role=\"row\">\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
      const SvgTable::Column& column = table.columns[i];
      const double at = column.anchor == "end" ? x + column.width : x;
      row += svg_text(at, y, cells[i], {11, column.anchor, "#000000", head ? "columnheader" : "cell", head});
      x += column.width;
    }
    return row + "</g>\n";
  };
  std::vector<std::string> heads;
  for (const SvgTable::Column& column : table.columns) heads.push_back(column.head);
  std::string out = fmt::format("<g role=\"table\" aria-label=\"{}\">\n", xml_escaped(table.label));
  for (std::size_t i = 0; i < table.rows.size(); ++i) {
    const double x = place.x + block * static_cast<double>(i / in_block);
    if (i % in_block == 0) out += row_at(x, place.y, heads, true);
    out += row_at(x, place.y + place.line_height * static_cast<double>(i % in_block + 1), table.rows[i], false);
  }
  end = place.y + place.line_height * static_cast<double>(std::min(in_block, table.rows.size()));
  return out + "</g>\n";
}

std::string svg_file(const SvgPicture& picture) {
  return fmt::format(
      R"(<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{0:.0f}" height="{1:.0f}" viewBox="0 0 {0:.0f} {1:.0f}"
 xml:lang="{2}" font-family="sans-serif">
<title>{3}</title>
<desc>{4}</desc>
<defs><pattern id="hatched" width="6" height="6" patternUnits="userSpaceOnUse">
<path d="M-1 1l2-2M0 6l6-6M5 7l2-2" stroke="#bbbbbb"/></pattern></defs>
<rect width="100%" height="100%" fill="#ffffff"/>
{5}</svg>
)",
      picture.width, picture.height, language() == Language::french ? "fr" : "en", xml_escaped(picture.title),
      xml_escaped(picture.description), picture.elements);
}

}  // namespace hemero
