#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/formats/print/print_folder.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/file_list.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// An article that a DIDL file names.
struct DidlArticle {
  std::string id;  ///< "ddd:010179815:mpeg21:a0001"
  std::string title;
  std::string subject;  ///< "artikel", "advertentie"
  std::string address;
  std::string file;  ///< in which its text is
};

/// What a DIDL file (MPEG-21, as Delpher gives it out) says of an issue of a newspaper: its name and date in Dublin
/// Core, its articles, and the files of both.
struct DidlIssue {
  std::string paper;
  std::string date;
  std::string language;  ///< of two letters; empty where several are named
  std::vector<DidlArticle> articles;
  std::vector<std::string> files;  ///< that it speaks for: texts of articles, pages in ALTO
  std::optional<XmlFault> fault;   ///< where the file is broken; what stands before it is read
};

DidlIssue read_didl(ByteInput& input, const InputLimits& limits = {});

/// A DIDL file → its articles, their texts read from the files beside it; or the text of an article that no DIDL file
/// speaks for.
class DidlReader final : public RecordReader {
 public:
  /// `input` and `folder` must outlive the reader.
  DidlReader(ByteInput& input, const InputFile& file, bool is_issue, PrintFolder& folder)
      : input_(input), file_(file), is_issue_(is_issue), folder_(folder) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return 0; }  // it is read at once

 private:
  SourceItem read_article(const DidlArticle& article);
  SourceItem article_of(ByteInput& input, const DidlArticle& named);
  Skip skip(const char* why, std::string text, const std::filesystem::path& path) const;

  ByteInput& input_;
  InputFile file_;
  bool is_issue_;
  PrintFolder& folder_;
  bool opened_ = false;
  DidlIssue issue_;
  std::size_t at_ = 0;  ///< articles given so far
};

/// Issues in DIDL, and the texts that they name.
extern const Format didl_format;

}  // namespace hemero
