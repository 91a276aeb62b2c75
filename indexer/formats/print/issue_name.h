#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/base/dates/date.h"

namespace hemero {

/// An issue of a newspaper, as the folders and files that hold its pages are called.
struct IssueName {
  std::string paper;  ///< empty when nothing but signs and digits stands before the date
  std::optional<Date> date;
};

/// What a path relative to the folder that was given says of the issue of a page: "Le_Petit_Parisien_1898-03-03/1.xml",
/// "lepetitparisien/1898/03/03/page1.xml", "parisien_18980303_0001.xml", "Parisien/18980303_01/18980303_01-1.xml". The
/// last day that stands in it counts. A path without one says nothing.
IssueName issue_named_by(std::string_view path);

/// What an issue or a page of it is called that has no title: "La Fronde, 1898-02-14, p. 2".
std::string issue_title(const std::string& paper, const std::optional<Date>& date, const std::string& number);

}  // namespace hemero
