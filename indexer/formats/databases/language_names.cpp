#include "indexer/formats/databases/language_names.h"

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/fold.h"

namespace hemero {

std::string language_named(std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 14> names{{{"francais", "fr"},
                                                                                 {"french", "fr"},
                                                                                 {"anglais", "en"},
                                                                                 {"english", "en"},
                                                                                 {"allemand", "de"},
                                                                                 {"german", "de"},
                                                                                 {"espagnol", "es"},
                                                                                 {"spanish", "es"},
                                                                                 {"italien", "it"},
                                                                                 {"italian", "it"},
                                                                                 {"neerlandais", "nl"},
                                                                                 {"dutch", "nl"},
                                                                                 {"portugais", "pt"},
                                                                                 {"portuguese", "pt"}}};
  std::string folded = fold(name);
  const auto* const known =
      std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.first == folded; });
  if (known != names.end()) return std::string(known->second);
  return folded.size() == 2 ? folded : std::string();
}

}  // namespace hemero
