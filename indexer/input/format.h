#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_input.h"
#include "indexer/input/article_extractor.h"
#include "indexer/input/file_head.h"
#include "indexer/input/file_list.h"
#include "indexer/input/input_limits.h"
#include "indexer/input/record_reader.h"

namespace hemero {

class PrintFolder;
struct Format;

/// What a sign says about a file's format.
enum class Likeness : std::uint8_t { none, perhaps, sure };

/// The end of a file's name, with its dot. `sure` settles the format, whatever the file begins with: one broken first
/// line does not make a text of a table. `perhaps` counts where the first bytes are no sure sign. `none` only says that
/// such files are read.
struct Ending {
  std::string_view name;
  Likeness likeness = Likeness::none;
};

/// A file that is about to be cut into records.
struct Opening {
  const Format& format;
  const InputFile& file;
  const FileHead& head;
  const InputLimits& limits;
  PrintFolder& prints;  ///< what is known of digitised newspapers that were opened before
};

/// A format that is read: a row of the table in indexer/ingest/formats.cpp.
struct Format {
  std::string_view name;                     ///< for --format
  std::string_view title;                    ///< what it is called in help: a key of messages.tsv
  std::vector<Ending> endings;               ///< .gz or .zst may stand behind them
  std::vector<std::string_view> roots = {};  ///< of XML: the first element
  std::vector<std::string_view> items = {};  ///< of XML: the elements that are an article each
  bool items_nest = false;                   ///< … and one may be part of another

  /// What the first bytes say.
  Likeness (*likeness)(const Format& format, const FileHead& head);

  /// Cuts an open file into records. Both must outlive the reader.
  std::unique_ptr<RecordReader> (*cut)(ByteInput& input, const Opening& opening);

  std::unique_ptr<ArticleExtractor> (*make_extractor)(const ReadingOptions& options);

  /// Holds the first records of a file against what the user says of its fields, before any of them is read: the fault
  /// of the file, if there is one. Nothing for formats whose fields have no names.
  std::optional<FileFault> (*fault)(std::span<const Record> first, const NamedFields& fields) = nullptr;

  /// What the first records of a file say of their dates, as written, empty where nothing: some files write the month
  /// first. Nothing for formats whose dates in figures have one order.
  std::vector<std::string> (*dates)(std::span<const Record> first, const NamedFields& fields) = nullptr;

  /// The format of which this is a special kind: its files are held against `is_kind`, by their first 256 KiB.
  const Format* kind_of = nullptr;
  bool (*is_kind)(std::string_view beginning) = nullptr;

  /// A file may hold no article, because another one speaks for it.
  bool spread = false;
};

/// For formats that the first bytes do not tell.
inline Likeness no_likeness(const Format&, const FileHead&) { return Likeness::none; }

}  // namespace hemero
