#include "indexer/formats/documents/pdf_document.h"

#include <unistd.h>

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <memory>
#include <string>
#include <utility>

#include "common/base/error.h"
#include "common/base/memory_file.h"
#include "common/base/message.h"
#include "common/base/running_program.h"
#include "indexer/formats/documents/document_article.h"
#include "indexer/formats/documents/document_records.h"
#include "indexer/formats/documents/pdf_layout.h"
#include "indexer/formats/print/print_folder.h"
#include "indexer/formats/xml/xml_reader.h"
#include "indexer/input/record.h"
#include "indexer/prose/paragraphs.h"

namespace hemero {

namespace {

constexpr std::size_t block_size = std::size_t{64} << 10;
constexpr std::size_t longest_complaint = 4096;                  ///< bytes of what pdftotext says that are looked at
constexpr ProgramLimits bounds{std::uint64_t{2} << 30, 60};      ///< a newspaper's issue takes a tenth of each
constexpr std::uint64_t longest_page = std::uint64_t{64} << 20;  ///< bytes of its words and places: 80,000 words
constexpr double narrowest_blank = 0.08;                         ///< between two words, in heights of their line

/// The input's bytes as a file that can be sought.
void copy(ByteInput& input, MemoryFile& file, std::uint64_t most) {
  std::string room(block_size, '\0');
  std::uint64_t size = 0;
  while (const std::size_t count = input.read(room)) {
    size += count;
    if (size > most) throw OverLimit(message("the file is longer than {} MiB", most >> 20));
    file.append(std::string_view(room).substr(0, count));
  }
  file.rewind();
}

double number_of(const XmlElement& element, std::string_view name) {
  const std::string_view text = element.attribute(name);
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

PdfLine read_line(const XmlElement& element) {
  PdfLine line{number_of(element, "xMin"),
               number_of(element, "yMin"),
               number_of(element, "xMax"),
               number_of(element, "yMax"),
               {}};
  double end = 0;  // of the word before
  for (const XmlElement& word : element.children) {
    if (word.name.empty()) continue;
    const double begin = number_of(word, "xMin");
    if (!line.text.empty() && begin - end > narrowest_blank * line.height()) line.text += ' ';
    line.text += line_of(&word);
    end = number_of(word, "xMax");
  }
  return line;
}

/// Pages hold flows of blocks, and these lines.
PdfPage read_page(const XmlElement& element) {
  PdfPage page{number_of(element, "height"), {}};
  for (const XmlElement& flow : element.children)
    for (const XmlElement& block : flow.children) {
      PdfBlock lines;
      for (const XmlElement& line : block.children)
        if (PdfLine read = read_line(line); !read.text.empty()) lines.push_back(std::move(read));
      if (!lines.empty()) page.blocks.push_back(std::move(lines));
    }
  return page;
}

void read_fields(const XmlElement& root, Document& document) {
  const XmlElement* head = root.child("xhtml:head");
  if (head == nullptr) return;
  document.title = line_of(head->child("xhtml:title"));
  for (const XmlElement& meta : head->children) {
    const std::string_view name = meta.attribute("name");
    const std::string content(trimmed(meta.attribute("content")));
    if (name == "Author" && !content.empty()) document.authors.push_back(content);
    if (name == "CreationDate") document.date = content;
  }
}

/// What pdftotext prints, page after page.
class PrintedPages {
 public:
  explicit PrintedPages(const InputLimits& limits) : limits_(limits) { limits_.xml_record = longest_page; }

  std::optional<FileFault> read(ByteInput& printed) {
    XmlReader reader(printed, {"xhtml:page"}, limits_);
    while (const auto result = reader.next()) {
      if (const auto* fault = std::get_if<XmlFault>(&*result)) return FileFault{fault->reason, fault->message};
      const auto& item = std::get<XmlItem>(*result);
      if (pages_.empty()) read_fields(*item.head, document_);
      if (pages_.size() == limits_.pdf_pages)
        return FileFault{reason::too_long, message("the PDF has more than {} pages", limits_.pdf_pages)};
      pages_.push_back(read_page(item.element));
      for (const PdfBlock& block : pages_.back().blocks)
        for (const PdfLine& line : block) size_ += line.text.size();
      if (size_ > limits_.text)
        return FileFault{reason::too_long, message("its text is longer than {} MiB", limits_.text >> 20)};
    }
    return std::nullopt;
  }

  ReadDocument finish() {
    if (size_ == 0) return FileFault{reason::no_text, message("the PDF is a scan without text: use OCR first")};
    document_.blocks = read_layout(pages_);
    return std::move(document_);
  }

 private:
  InputLimits limits_;
  Document document_;
  std::vector<PdfPage> pages_;
  std::uint64_t size_ = 0;
};

/// Why pdftotext ended without success.
FileFault fault_of(int status, const std::string& complaint) {
  if (status < 0) return {reason::too_long, message("the PDF takes too much time or memory")};
  if (complaint.find("password") != std::string::npos) return {reason::encrypted, message("encrypted: not read")};
  return {reason::damaged, message("the PDF is damaged: {}", complaint.substr(0, complaint.find('\n')))};
}

RunningProgram start_pdftotext(const MemoryFile& file, const MemoryFile& complaints, std::uint64_t pages) {
  try {
    return RunningProgram({"pdftotext", "-bbox-layout", "-enc", "UTF-8", "-l", fmt::to_string(pages + 1), "-", "-"},
                          {{file.descriptor(), STDIN_FILENO}, {complaints.descriptor(), STDERR_FILENO}}, bounds);
  } catch (const Error& error) {
    throw Error(error.code(), message("PDFs are read by pdftotext, of the package poppler-utils: {}", error.message()));
  }
}

Likeness pdf_likeness(const Format&, const FileHead& head) {
  return head.bytes().starts_with("%PDF-") ? Likeness::sure : Likeness::none;
}

}  // namespace

ReadDocument read_pdf(ByteInput& input, const InputLimits& limits) {
  MemoryFile file;
  MemoryFile complaints;
  copy(input, file, limits.pdf);
  RunningProgram program = start_pdftotext(file, complaints, limits.pdf_pages);
  PrintedPages pages(limits);
  const auto fault = pages.read(program);
  const int status = program.finish();
  if (fault && std::string_view(fault->reason) == reason::too_long) return *fault;
  if (status != 0) return fault_of(status, complaints.beginning(longest_complaint));
  if (fault) return *fault;
  return pages.finish();
}

std::optional<std::string> pdftotext_version() {
  try {
    MemoryFile said;
    RunningProgram program({"pdftotext", "-v"}, {{said.descriptor(), STDERR_FILENO}}, bounds);
    program.finish();
    const std::string text = said.beginning(longest_complaint);
    return text.substr(0, text.find('\n'));
  } catch (const Error&) {
    return std::nullopt;
  }
}

namespace {

/// A PDF of an issue whose pages are read from ALTO is not read once more.
std::unique_ptr<RecordReader> cut_pdf(ByteInput& input, const Opening& opening) {
  auto records = std::make_unique<DocumentRecords>(input, opening, read_pdf);
  if (opening.prints.is_read_elsewhere(opening.file)) records->pass_over();
  return records;
}

}  // namespace

const Format pdf_format{
    .name = "pdf",
    .title = "PDF with text",
    .endings = {{".pdf"}},
    .likeness = pdf_likeness,
    .cut = cut_pdf,
    .make_extractor = make_extractor_of<PlainExtractor<read_document_article>>,
    .spread = true,
};

}  // namespace hemero
