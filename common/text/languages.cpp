#include "common/text/languages.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"

namespace hemero {

namespace {

/// A language of which there are newspapers in French archives, by its code.
struct KnownLanguage {
  std::string_view code;
  std::string_view others;  ///< codes of three letters, names in French, English and the language itself, folded
};

constexpr std::array known = std::to_array<KnownLanguage>({
    {"fr", " fra fre francais french frenchb "},
    {"en", " eng anglais english british american "},
    {"de", " deu ger allemand german ngerman deutsch "},
    {"es", " spa espagnol spanish castellano espanol "},
    {"it", " ita italien italian italiano "},
    {"nl", " nld dut neerlandais dutch nederlands "},
    {"pt", " por portugais portuguese portugues "},
    {"br", " bre breton brezhoneg "},
    {"oc", " oci occitan "},
    {"ca", " cat catalan catala "},
    {"eu", " eus baq basque euskara "},
    {"co", " cos corse corsican corsu "},
    {"lb", " ltz luxembourgeois luxembourgish letzebuergesch "},
    {"wa", " wln wallon walloon "},
    {"la", " lat latin latina "},
    {"ar", " ara arabe arabic "},
    {"he", " heb hebreu hebrew "},
    {"yi", " yid yiddish "},
    {"hy", " hye arm armenien armenian "},
    {"el", " ell gre grec greek "},
    {"ru", " rus russe russian "},
    {"uk", " ukr ukrainien ukrainian "},
    {"pl", " pol polonais polish polski "},
    {"ro", " ron rum roumain romanian "},
    {"hu", " hun hongrois hungarian "},
    {"cs", " ces cze tcheque czech "},
    {"da", " dan danois danish "},
    {"sv", " swe suedois swedish "},
    {"no", " nor norvegien norwegian "},
    {"fi", " fin finnois finnish "},
    {"tr", " tur turc turkish "},
    {"zh", " zho chi chinois chinese "},
    {"ja", " jpn japonais japanese "},
    {"vi", " vie vietnamien vietnamese "},
    {"mg", " mlg malgache malagasy "},
});

bool is_letter(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'); }

/// "fr" of "fr-FR" and "fr_FR.UTF-8"; all of what is no tag: a name may have a hyphen.
std::string_view primary_subtag(std::string_view said) {
  constexpr std::size_t longest_region = 4;
  const std::size_t end = std::min(said.find_first_of("-_"), said.size());
  const std::size_t region =
      std::min(said.find_first_of("-_.@", end + 1), said.size()) - std::min(end + 1, said.size());
  const bool tag = (end == 2 || end == 3) && region > 0 && region <= longest_region;
  return tag ? said.substr(0, end) : said;
}

}  // namespace

std::string known_language(std::string_view said) {
  said = said.substr(0, said.find_first_of(";,/|(\n"));
  while (!said.empty() && said.front() == ' ') said.remove_prefix(1);
  while (!said.empty() && said.back() == ' ') said.remove_suffix(1);
  const std::string name = fold(primary_subtag(said));
  if (name.size() == 2 && std::all_of(name.begin(), name.end(), is_letter)) return name;
  if (name.empty() || name.find(' ') != std::string::npos) return {};
  const auto* const found = std::find_if(known.begin(), known.end(), [&](const KnownLanguage& language) {
    return language.others.find(" " + name + " ") != std::string_view::npos;
  });
  return found == known.end() ? std::string() : std::string(found->code);
}

}  // namespace hemero
