#include "query/serve/export.h"

#include <algorithm>
#include <array>
#include <exception>
#include <memory>
#include <string>
#include <thread>
#include <utility>

#include <fmt/format.h>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/stop_signal.h"
#include "query/serve/growing_file.h"

namespace hemero {

namespace {

constexpr std::array forms{
    ExportForm{"csv", RowFormat::csv, "text/csv; charset=utf-8"},
    ExportForm{"excel.csv", RowFormat::csv_excel, "text/csv; charset=utf-8"},
    ExportForm{"jsonl", RowFormat::jsonl, "application/x-ndjson"},
    ExportForm{"ris", RowFormat::ris, "application/x-research-info-systems"},
    ExportForm{"bib", RowFormat::bibtex, "application/x-bibtex"},
    ExportForm{"csl.json", RowFormat::csl_json, "application/vnd.citationstyles.csl+json"},
    ExportForm{"txm.zip", RowFormat::txm, "application/zip"},
    ExportForm{"iramuteq.txt", RowFormat::iramuteq, "text/plain; charset=utf-8"},
    ExportForm{"atom", RowFormat::atom, "application/atom+xml", true},
};

/// Writes something into a file, in a thread of its own, with a reader that it gives back when it has written the end,
/// however slowly that is read.
class RunningExport : public BodyStream {
 public:
  RunningExport(PageReading& reading, StreamWriter write)
      : write_(std::move(write)),
        language_(language()),
        thread_([this, lease = std::move(reading.lease)]() mutable { run(std::move(lease)); }) {}

  RunningExport(const RunningExport&) = delete;
  RunningExport& operator=(const RunningExport&) = delete;
  ~RunningExport() override {
    file_.abandon();
    thread_.join();
  }

  void wait() { file_.wait(); }
  std::size_t read(char* into, std::size_t most) override { return file_.read(into, most); }

 private:
  void run(ReaderPool::Lease lease) {
    const LanguageScope spoken(language_);
    try {
      write_(lease.get(), [this](const std::string& text) {
        throw_if_stopped();
        file_.write(text);
      });
      file_.finish();
    } catch (...) {
      file_.fail(std::current_exception());
    }
  }

  StreamWriter write_;
  Language language_;
  GrowingFile file_;
  std::thread thread_;  ///< begins when all else is there
};

/// Writes every article that a search finds.
void write_articles(const ExportForm& form, SearchRequest request, bool has_synonyms, PooledReader& reader,
                    const PieceWriter& write) {
  ask_for_whole_set(request, reader.archive);
  request.offset = 0;
  request.for_export = true;
  request.deadline = seconds_to_export;
  ExportOrigin origin = origin_of(reader.archive, request.text);
  std::unique_ptr<Exporter> exporter;
  const auto begin = [&](std::uint64_t total) {
    origin.total = total;
    exporter = make_exporter({form.format}, origin);
    return exporter->begin();
  };
  const Page page = reader.searcher(has_synonyms).search(request, [&](const Page& found, const Hit& hit) {
    const std::string head = exporter ? std::string() : begin(found.total);
    write(head + exporter->article(hit));
  });
  require_complete(page.complete);
  const std::string head = exporter ? std::string() : begin(0);
  write(head + exporter->end());
}

/// What is said of such an answer before its content.
HttpResponse begun(const ExportForm& form) {
  HttpResponse response{200, std::string(form.type)};
  if (!form.is_shown) keep_as(fmt::format("hemero.{}", form.ending), response);
  return response;
}

}  // namespace

void require_complete(bool complete) {
  if (!complete)
    throw Error(ErrorCode::locked, message("there are too many articles to be exported in {} s", seconds_to_export),
                message("narrow the search by years, and export one after the other"));
}

void keep_as(const std::string& name, HttpResponse& response) {
  response.headers.emplace_back("Content-Disposition", fmt::format("attachment; filename=\"{}\"", name));
}

const ExportForm* export_form(std::string_view ending) {
  const auto* form = std::ranges::find(forms, ending, &ExportForm::ending);
  return form == forms.end() ? nullptr : form;
}

HttpResponse sent_as_written(HttpResponse response, PageReading& reading, StreamWriter write) {
  auto running = std::make_shared<RunningExport>(reading, std::move(write));
  running->wait();
  response.stream = std::move(running);
  return response;
}

HttpResponse exported(const ExportForm& form, PageReading& reading) {
  return sent_as_written(begun(form), reading,
                         [&form, request = reading.search(), has_synonyms = reading.page.asked.synonyms](
                             PooledReader& reader, const PieceWriter& write) {
                           write_articles(form, request, has_synonyms, reader, write);
                         });
}

std::string exported(const ExportForm& form, const std::vector<Hit>& hits, ExportOrigin origin) {
  origin.total = hits.size();
  const auto exporter = make_exporter(with_notes({form.format}), std::move(origin));
  std::string text = exporter->begin();
  for (const Hit& hit : hits) text += exporter->article(hit);
  return text + exporter->end();
}

}  // namespace hemero
