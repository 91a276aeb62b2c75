#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/prose/byline_line.h"

namespace hemero {

/// Names written one after the other from a word on: "Claire Vasseur, Paul Morin et J.-P. Le Bris". Stops at the first
/// word that belongs to none.
class NameReader {
 public:
  NameReader(const BylineLine& line, std::size_t first);

  const std::vector<std::string>& names() const { return names_; }
  bool read_all() const { return at_ == line_.words.size(); }

 private:
  bool read_word();
  bool belongs(std::string_view text) const;
  bool after_comma();
  bool finish_name();

  const BylineLine& line_;
  std::size_t at_;
  std::size_t begin_ = BylineLine::nowhere;
  std::size_t end_ = 0;
  std::size_t length_ = 0;  ///< words of the name
  std::vector<std::string> names_;
};

/// True for a text of two to four words that is one name.
bool is_full_name(std::string_view text);

/// The names behind « par »: both of "Par Claire Vasseur et J.-P. Morin (avec AFP), à Kaboul".
std::vector<std::string> signed_names(const BylineLine& line);

/// "14 avril 2016 à 23h10 – Anne-Sophie Kervizic": the name between signs behind the date, which the line must have.
std::vector<std::string> names_behind_date(const BylineLine& line);

/// The names of a line that is nothing but a day and names, with « par » or a sign between them: "Le mercredi 11 août
/// 2021, par Claire Vasseur.", "11 août 2021 | Claire Vasseur", "Claire Vasseur – 11 août 2021". With a comma alone it
/// is the legend of a picture. The line must have a date.
std::vector<std::string> names_beside_date(const BylineLine& line);

}  // namespace hemero
