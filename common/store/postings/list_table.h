#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace hemero {

/// A hash table of lists, each known by a number that is not 0, under keys of 32 bits: open addresses, 8 bytes a place,
/// at most three quarters of the places taken.
class ListTable {
 public:
  struct Place {
    std::uint32_t key = 0;
    std::uint32_t list = 0;  ///< 0: free
  };

  ListTable() { clear(); }

  /// The place of the list that has this key and for which `same(list)` holds; else a free one with this key, which the
  /// caller fills at once.
  template <typename Same>
  std::uint32_t& find(std::uint32_t key, Same same) {
    if (4 * taken_ >= 3 * places_.size()) grow();
    Place& place = *place_of(key, same);
    if (place.list == 0) ++taken_;
    place.key = key;
    return place.list;
  }

  /// All places that are taken, in no order.
  std::vector<Place> taken() const {
    std::vector<Place> found;
    found.reserve(taken_);
    for (const Place& place : places_)
      if (place.list != 0) found.push_back(place);
    return found;
  }

  /// Bytes of all places, and of those that taken() gives.
  std::size_t bytes() const { return (places_.size() + taken_) * sizeof(Place); }

  void clear() {
    bits_ = fewest_bits;
    places_ = std::vector<Place>(std::size_t{1} << bits_);
    taken_ = 0;
  }

 private:
  template <typename Same>
  Place* place_of(std::uint32_t key, Same same) {
    constexpr std::uint32_t golden_ratio = 0x9E3779B9;  // of 2^32: neighbours are spread
    std::size_t at = (key * golden_ratio) >> (32 - bits_);
    while (places_[at].list != 0 && (places_[at].key != key || !same(places_[at].list)))
      at = (at + 1) & (places_.size() - 1);
    return &places_[at];
  }

  void grow() {
    std::vector<Place> old(std::size_t{1} << ++bits_);
    old.swap(places_);
    for (const Place& place : old)
      if (place.list != 0) *place_of(place.key, [](std::uint32_t) { return false; }) = place;
  }

  static constexpr unsigned fewest_bits = 10;

  unsigned bits_ = fewest_bits;  ///< of the number of places
  std::vector<Place> places_;
  std::size_t taken_ = 0;
};

}  // namespace hemero
