#include "common/text/stemmer.h"

#include <libstemmer.h>

#include <new>

#include <fmt/format.h>

#include "common/base/hash.h"

namespace hemero {

void Stemmer::Closer::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer() : stemmer_(sb_stemmer_new("french", "UTF_8")) {
  if (!stemmer_) throw std::bad_alloc();
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view lower) {
  const auto* stem =
      sb_stemmer_stem(stemmer_.get(), reinterpret_cast<const sb_symbol*>(lower.data()), static_cast<int>(lower.size()));
  if (stem == nullptr) throw std::bad_alloc();
  return {reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get()))};
}

std::string stemmer_version() {
  // Stems that changed between Snowball 1, 2 and 3, and a few that should never change.
  constexpr const char* probes[] = {"qu'il",      "jusqu'alors",     "négocièrent", "communes",
                                    "paieraient", "évidemment",      "ambiguë",     "naïve",
                                    "acquérir",   "gouvernementaux", "œuvrer",      "taxis"};
  Stemmer stemmer;
  std::string stems;
  for (const char* probe : probes) stems.append(stemmer.stem(probe)) += ' ';
  const Hash128 hash = hash128(stems);
  return fmt::format("snowball-{:02x}{:02x}{:02x}{:02x}", hash[0], hash[1], hash[2], hash[3]);
}

}  // namespace hemero
