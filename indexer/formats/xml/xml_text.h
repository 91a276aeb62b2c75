#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_input.h"
#include "common/text/characters/text_input.h"
#include "indexer/formats/xml/xml_mender.h"

namespace hemero {

/// A piece of a file that no record begins in but at its front.
struct XmlPiece {
  std::string_view text;       ///< empty at the end of the file; valid until the next one is asked for
  bool begins_record = false;  ///< it begins with the tag of a record
};

/// The bytes of an XML file as UTF-8, piece by piece, whatever charset they are in: UTF-16 and UTF-32 (text_input.h),
/// UTF-8 when they are valid, else the declared one (charset.h). What stands before the first < is left out.
/// Characters that XML forbids become spaces, and what can be mended is (xml_mender.h).
class XmlText {
 public:
  /// `input` must outlive the object. `records`: the local names of the elements that are records.
  XmlText(ByteInput& input, std::vector<std::string_view> records) : input_(input), mender_(std::move(records)) {}

  /// Throws what ByteInput::read throws.
  XmlPiece next();

  /// Bytes of the (decompressed) input read so far.
  std::uint64_t offset() const { return offset_; }

  /// The number of the line that the piece given last begins in, from 1.
  std::uint64_t line() const { return line_; }

 private:
  bool read_block();
  void fill();
  void look_at_beginning();
  std::size_t whole_characters() const;

  TextInput input_;
  std::string bytes_;  ///< read and not yet mended
  XmlMender mender_;
  std::string block_;  ///< mended, and given out up to at_
  std::size_t at_ = 0;
  std::size_t next_start_ = 0;  ///< the index of the first record that begins behind at_
  std::size_t piece_size_ = 0;  ///< of the one given last
  std::string declared_;        ///< charset
  std::uint64_t offset_ = 0;
  std::uint64_t line_ = 1;
  bool begun_ = false;
  bool at_end_ = false;
};

}  // namespace hemero
