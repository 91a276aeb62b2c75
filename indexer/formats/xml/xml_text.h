#pragma once

#include <string>

#include "common/base/byte_input.h"
#include "indexer/formats/xml/xml_ampersands.h"

namespace hemero {

/// The bytes of an XML file as UTF-8, block by block, whatever charset they are in: the one of a byte order mark, UTF-8
/// when they are valid, else the declared one (charset.h). Control characters, which XML forbids and old exports hold,
/// become spaces, and an & that stands for itself is written as a reference.
class XmlText {
 public:
  /// `input` must outlive the object.
  explicit XmlText(ByteInput& input) : input_(input) {}

  /// The next block; empty at the end. Throws what ByteInput::read throws.
  std::string next();

  /// Bytes of the (decompressed) input read so far.
  std::uint64_t offset() const { return offset_; }

 private:
  void fill();
  void look_at_beginning();
  std::size_t whole_characters() const;

  ByteInput& input_;
  std::string bytes_;  ///< read and not yet given out
  std::string mark_;   ///< the byte order mark of UTF-16
  XmlAmpersands ampersands_;
  std::string declared_;  ///< charset
  std::uint64_t offset_ = 0;
  bool begun_ = false;
  bool at_end_ = false;
};

}  // namespace hemero
