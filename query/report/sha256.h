#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace hemero {

/// The SHA-256 (FIPS 180-4) of bytes that come one after the other: for what people are to rely on, where a hash that
/// is only fast would not do.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);

  /// 64 digits, lower case. Nothing may be added afterwards.
  std::string text();

 private:
  struct State;

  std::unique_ptr<State> state_;
};

}  // namespace hemero
