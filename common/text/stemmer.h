#pragma once

#include <memory>
#include <string>
#include <string_view>

struct sb_stemmer;

namespace hemero {

/// The Snowball stemmer for French (M. F. Porter, snowballstem.org/algorithms/french). One thread at a time.
class Stemmer {
 public:
  Stemmer();
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  /// The stem of a lower-case word in NFC; valid until the next call.
  std::string_view stem(std::string_view lower);

 private:
  struct Closer {
    void operator()(sb_stemmer* stemmer) const;
  };
  std::unique_ptr<sb_stemmer, Closer> stemmer_;
};

/// Tells stemmers apart whose stems differ: made from the stems of words that the versions of Snowball treat
/// differently.
std::string stemmer_version();

}  // namespace hemero
