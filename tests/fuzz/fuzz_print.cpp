#include <unistd.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <string_view>

#include "common/text/characters/unicode.h"
#include "indexer/formats/print/didl_reader.h"
#include "indexer/formats/print/print_reader.h"
#include "tests/support/string_input.h"

namespace {

void require(bool condition) {
  if (!condition) std::abort();
}

/// A folder that goes with the process.
class Folder {
 public:
  Folder() {
    std::string name = (std::filesystem::temp_directory_path() / "hemero-fuzz-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) std::abort();
    path_ = name;
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }

 private:
  std::filesystem::path path_;
};

void read_all(hemero::RecordReader& reader) {
  while (const auto item = reader.next()) {
    const auto* record = std::get_if<hemero::Record>(&*item);
    if (record == nullptr || record->printed == nullptr) continue;
    require(hemero::is_valid_utf8(record->printed->text) && hemero::is_valid_utf8(record->printed->title));
    for (const hemero::Zone& zone : record->printed->zones) require(zone.end <= record->printed->text.size());
  }
}

}  // namespace

/// Any bytes, parted by a form feed, as the file of an issue (METS, DIDL) and as the pages 1.xml and 2.xml beside it,
/// give articles in valid UTF-8 or reasons; so do the pages alone.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Folder folder;
  std::string_view bytes(reinterpret_cast<const char*>(data), size);
  std::string parts[3];
  for (std::string& part : parts) {
    part = bytes.substr(0, bytes.find('\f'));
    bytes.remove_prefix(std::min(part.size() + 1, bytes.size()));
  }
  const auto issue = folder.write("issue.xml", parts[0]);
  const auto page = folder.write("1.xml", parts[1]);
  folder.write("2.xml", parts[2]);
  const bool didl = parts[0].find("DIDL") != std::string::npos;
  hemero::PrintFolder prints;
  for (const bool is_issue : {true, false}) {
    const hemero::InputFile file{is_issue ? issue : page, "a", 0, false};
    hemero::StringInput input(parts[is_issue ? 0 : 1]);
    std::unique_ptr<hemero::RecordReader> reader;
    if (didl)
      reader = std::make_unique<hemero::DidlReader>(input, file, is_issue, prints);
    else
      reader = std::make_unique<hemero::PrintReader>(
          input, file, is_issue ? hemero::PrintFile::issue : hemero::PrintFile::page, prints);
    read_all(*reader);
  }
  return 0;
}
