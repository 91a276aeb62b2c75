#include "common/store/index/xapian_access.h"

#include <xapian.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "common/base/error.h"
#include "common/base/message.h"
#include "common/base/ordinary_file.h"
#include "common/store/folder/manifest.h"
#include "common/store/index/index_format.h"

namespace hemero::xapian {

namespace {

/// Throws the Error of a system call that failed inside Xapian; Xapian gives its reason as text only, and where a
/// second error followed from it in the middle of the message.
void throw_if_system_error(const Xapian::Error& error, const std::string& name) {
  const char* reason = error.get_error_string();
  const std::string told = reason != nullptr ? reason : error.get_msg();
  for (const int value : {ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS, EMFILE, ENFILE, ENOMEM, EIO})
    if (told.find(std::generic_category().message(value)) != std::string::npos)
      throw system_error(value, "cannot use the index in {}", name);
}

Error damaged(const Xapian::Error& error, const std::string& name) {
  const char* reason = error.get_error_string();
  const std::string text = error.get_msg() + (reason != nullptr ? std::string(": ") + reason : std::string());
  return {ErrorCode::bad_data, message("the index in {} is damaged: {}", name, text),
          message("run “hemero-index rebuild”")};
}

}  // namespace

Xapian::Document make_document(const IndexedVersion& version) {
  Xapian::Document document;
  for (const auto& [family, frequency] : version.families) document.add_term(family_term(family), frequency);
  for (const std::string& name : version.names) document.add_boolean_term(name);
  if (!version.date.empty()) document.add_value(slot::date, version.date);
  return document;
}

void compact(const std::vector<std::filesystem::path>& from, const std::filesystem::path& to) {
  Xapian::Database sources;
  for (const auto& path : from) sources.add_database(Xapian::Database(path.string()));
  sources.compact(to.string(), Xapian::DBCOMPACT_NO_RENUMBER | Xapian::DB_CREATE);
}

Xapian::Database open_part(const IndexFolder& folder, const PartList& list, const Part& part) {
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(folder.path() / part.folder, missing))
    require_ordinary_file(entry.path());  // it opens more than we make
  // Xapian believes what its small file says. A token stream has a checksum, and costs its article only.
  require_undamaged(folder.path() / part.folder, Look::small, "streams");
  Xapian::Database database((folder.path() / part.folder).string());
  const std::string marker = database.get_metadata(postings_marker_key);
  if (marker != part_marker(list, part) && folder.old_generation() != part.folder)
    throw Error(ErrorCode::bad_data, message("{} is no part of this index", (folder.path() / part.folder).string()),
                message("run “hemero-index rebuild”"));
  return database;
}

void require_part(const IndexFolder& folder, const PartList& list, const Part& part) {
  translating(folder.path() / part.folder, [&] { open_part(folder, list, part); });
}

std::string last_date(const std::filesystem::path& part, const std::vector<VersionId>& but_for) {
  return translating(part, [&] {
    const Xapian::Database database(part.string());
    std::string last;
    for (auto date = database.valuestream_begin(slot::date); date != database.valuestream_end(slot::date); ++date)
      if (!std::binary_search(but_for.begin(), but_for.end(), VersionId(date.get_docid())))
        last = std::max(last, *date);
    return last;
  });
}

bool has_version(const std::filesystem::path& part, VersionId version) {
  return translating(part, [&] {
    const Xapian::Database database(part.string());
    const auto docid = static_cast<Xapian::docid>(version);
    auto document = database.postlist_begin({});
    document.skip_to(docid);
    return document != database.postlist_end({}) && *document == docid;
  });
}

void rethrow(const std::filesystem::path& path) {
  const std::string name = path.string();
  try {
    throw;
  } catch (const Xapian::DatabaseLockError&) {
    throw Error(ErrorCode::locked, message("{} is in use by another program", name),
                message("try again when it has finished"));
  } catch (const Xapian::DatabaseVersionError&) {
    throw Error(ErrorCode::other_version, message("the index in {} was made by another version", name),
                message("run “hemero-index rebuild”"));
  } catch (const Xapian::DatabaseNotFoundError&) {
    throw Error(ErrorCode::bad_data, message("the index in {} is missing", name),
                message("run “hemero-index rebuild”"));
  } catch (const Xapian::DatabaseCorruptError& error) {
    throw damaged(error, name);
  } catch (const Xapian::DatabaseOpeningError& error) {
    throw_if_system_error(error, name);
    throw damaged(error, name);
  } catch (const Xapian::DatabaseError& error) {
    throw_if_system_error(error, name);
    const char* reason = error.get_error_string();
    if (reason == nullptr) throw damaged(error, name);  // no system call failed: what was read makes no sense
    throw Error(ErrorCode::io,
                message("the index in {} cannot be read or written: {}", name, error.get_msg() + ": " + reason));
  } catch (const Xapian::DocNotFoundError& error) {  // one list of the database knows it, another one does not
    throw damaged(error, name);
  } catch (const Xapian::RangeError& error) {
    throw damaged(error, name);
  } catch (const Xapian::SerialisationError& error) {
    throw damaged(error, name);
  } catch (const Xapian::Error& error) {
    throw Error(ErrorCode::bug, message("Xapian: {} ({})", error.get_msg(), name));
  } catch (const std::filesystem::filesystem_error& error) {
    throw system_error(error.code().value(), "cannot write {}", error.path1().string());
  }
}

void rethrow_writing(const std::filesystem::path& path) {
  try {
    throw;
  } catch (const Xapian::InvalidOperationError&) {
    // A block could not be written, and what Xapian does then is forbidden under DB_DANGEROUS: that is all it says.
    throw Error(ErrorCode::io, message("the index in {} cannot be written: the disk is full or failing", path.string()),
                message("free some space there, then run the same command again"));
  } catch (...) {
    rethrow(path);
  }
}

std::string library_version() { return Xapian::version_string(); }

}  // namespace hemero::xapian
