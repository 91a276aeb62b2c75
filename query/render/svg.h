#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hemero {

/// How a text is set.
struct SvgText {
  double size = 12;
  std::string_view anchor = "start";  ///< where it is beside its place: start, middle, end
  std::string_view colour = "#000000";
  std::string_view role = {};  ///< what it is to a screen reader
  bool bold = false;
};

/// A text at a place; y is its base line.
std::string svg_text(double x, double y, std::string_view text, const SvgText& how);

/// A text in lines of so many characters, broken at blanks.
std::vector<std::string> svg_lines(std::string_view text, double characters);

/// A table.
struct SvgTable {
  struct Column {
    std::string head;
    double width = 0;
    std::string_view anchor = "end";
  };

  std::string label;  ///< what a screen reader says of it
  std::vector<Column> columns;
  std::vector<std::vector<std::string>> rows;  ///< shorter ones end earlier
};

/// Where a table has its place.
struct SvgPlace {
  double x = 0;
  double y = 0;  ///< of the first base line
  double width = 0;
  double line_height = 0;
};

/// A table in as many blocks beside each other as have room. Sets `end` to its last base line.
std::string svg_table(const SvgTable& table, const SvgPlace& place, double& end);

/// A whole picture.
struct SvgPicture {
  double width = 0;
  double height = 0;
  std::string title;
  std::string description;
  std::string elements;  ///< on a white ground; the pattern “hatched” is defined
};

std::string svg_file(const SvgPicture& picture);

}  // namespace hemero
