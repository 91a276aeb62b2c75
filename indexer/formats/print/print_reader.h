#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "common/model/article.h"
#include "indexer/formats/print/alto_page.h"
#include "indexer/formats/print/mets_file.h"
#include "indexer/formats/print/print_folder.h"
#include "indexer/input/record_reader.h"

namespace hemero {

/// What a file of a digitised newspaper describes.
enum class PrintFile : std::uint8_t { page, issue };

/// A digitised newspaper → its articles: of a METS file with a logical structure each article, then what no article
/// holds; of one without, each page; of an ALTO file alone, that page. Other files than pages of this issue are never
/// opened (page_path). Pages that another METS file speaks for are left to that one; a file may give nothing therefore.
class PrintReader final : public RecordReader {
 public:
  /// `input` and `folder` must outlive the reader.
  PrintReader(ByteInput& input, const InputFile& file, PrintFile kind, PrintFolder& folder)
      : input_(input), file_(file), kind_(kind), folder_(folder) {}

  std::optional<SourceItem> next() override;
  std::uint64_t offset() const override { return 0; }  // it is read at once

 private:
  /// A page with what its blocks are needed for.
  struct Page {
    AltoPage alto;
    std::string number;
    std::map<std::string, std::vector<std::size_t>, std::less<>> blocks;  ///< indices of the blocks, by their ids
    std::vector<bool> used;                                               ///< the blocks that an article holds
  };
  class Composer;

  void open();
  void open_page();
  void open_issue();
  void find_cuts();
  void keep_own_pages();
  void load(const MetsPage& page);
  void add_page(const MetsPage& page, AltoPage alto);
  void drop_articles_of_shared_pages();
  void name_issue();
  void add_leftovers();
  SourceItem compose(const MetsArticle& article);
  std::vector<std::size_t> blocks_of(const MetsArea& area, const Page& page);
  void refuse(const char* why, std::string text, const std::filesystem::path& path, std::uint64_t line = 0);

  ByteInput& input_;
  InputFile file_;
  PrintFile kind_;
  PrintFolder& folder_;
  bool opened_ = false;
  std::optional<SourceItem> page_;  ///< that no issue has
  MetsIssue issue_;
  std::map<std::string, Page, std::less<>> pages_;     ///< by the id of the file
  std::map<std::string, AltoCuts, std::less<>> cuts_;  ///< the same
  std::vector<Skip> skips_;                            ///< not given yet
  std::size_t at_ = 0;                                 ///< articles given so far
  std::size_t budget_ = 0;                             ///< blocks that may still be asked for: see blocks_of
};

/// Pages in ALTO, and issues in METS that name them.
extern const Format alto_format;
extern const Format mets_format;

}  // namespace hemero
