#pragma once

#include "query/markup/http.h"
#include "query/serve/access.h"
#include "query/serve/kept_file.h"
#include "query/serve/reader_pool.h"

namespace hemero {

/// The pages of an archive, and the same for programs. Thread-safe.
class ArchiveSite {
 public:
  ArchiveSite(ArchiveFolder folder, Access access, KeptFile kept)
      : folder_(folder), access_(std::move(access)), kept_(std::move(kept)), readers_(std::move(folder)) {}

  /// Answers a request; throws nothing.
  HttpResponse answer(const HttpRequest& request);

  /// To be called each second.
  void close_idle() { readers_.close_idle(); }

 private:
  HttpResponse page_of(const HttpRequest& request);
  HttpResponse read(const HttpRequest& request, ReaderPool::Lease& lease);

  ArchiveFolder folder_;
  Access access_;
  KeptFile kept_;
  ReaderPool readers_;
};

}  // namespace hemero
