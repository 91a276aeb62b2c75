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

constexpr double seconds_to_export = 60;

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

/// Writes every article of a search into a file, in a thread of its own, with a reader that it gives back when it has
/// written the last one, however slowly they are read.
class RunningExport : public BodyStream {
 public:
  RunningExport(const ExportForm& form, PageReading& reading)
      : form_(form),
        request_(reading.search()),
        has_synonyms_(reading.page.asked.synonyms),
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
      write(lease.get().archive, lease.get().searcher(has_synonyms_));
      file_.finish();
    } catch (...) {
      file_.fail(std::current_exception());
    }
  }

  void write(const ArchiveReader& archive, Searcher& searcher) {
    ask_for_whole_set(request_, archive);
    request_.offset = 0;
    request_.for_export = true;
    request_.deadline = seconds_to_export;
    ExportOrigin origin = origin_of(archive, request_.text);
    std::unique_ptr<Exporter> exporter;
    const auto begin = [&](std::uint64_t total) {
      origin.total = total;
      exporter = make_exporter({form_.format}, origin);
      return exporter->begin();
    };
    const Page page = searcher.search(request_, [&](const Page& found, const Hit& hit) {
      throw_if_stopped();
      const std::string head = exporter ? std::string() : begin(found.total);
      file_.write(head + exporter->article(hit));
    });
    if (!page.complete) throw too_many();
    const std::string head = exporter ? std::string() : begin(0);
    file_.write(head + exporter->end());
  }

  static Error too_many() {
    return {ErrorCode::locked, message("there are too many articles to be exported in {} s", seconds_to_export),
            message("narrow the search by years, and export one after the other")};
  }

  const ExportForm& form_;
  SearchRequest request_;
  bool has_synonyms_;
  Language language_;
  GrowingFile file_;
  std::thread thread_;  ///< begins when all else is there
};

/// What is said of such an answer before its content.
HttpResponse begun(const ExportForm& form) {
  HttpResponse response{200, std::string(form.type)};
  if (!form.is_shown)
    response.headers.emplace_back("Content-Disposition",
                                  fmt::format("attachment; filename=\"hemero.{}\"", form.ending));
  return response;
}

}  // namespace

const ExportForm* export_form(std::string_view ending) {
  const auto* form = std::ranges::find(forms, ending, &ExportForm::ending);
  return form == forms.end() ? nullptr : form;
}

HttpResponse exported(const ExportForm& form, PageReading& reading) {
  auto rows = std::make_shared<RunningExport>(form, reading);
  rows->wait();
  HttpResponse response = begun(form);
  response.stream = std::move(rows);
  return response;
}

HttpResponse exported(const ExportForm& form, const std::vector<Hit>& hits, ExportOrigin origin) {
  origin.total = hits.size();
  const auto exporter = make_exporter(with_notes({form.format}), std::move(origin));
  HttpResponse response = begun(form);
  response.body = exporter->begin();
  for (const Hit& hit : hits) response.body += exporter->article(hit);
  response.body += exporter->end();
  return response;
}

}  // namespace hemero
