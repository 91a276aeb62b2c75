#pragma once

#include <cstdint>
#include <filesystem>

#include "common/store/folder/archive_folder.h"
#include "common/store/folder/sqlite.h"

namespace hemero {

/// Where what a reader keeps of an archive is: in the file that is named, or in user.sqlite in the folder that is; when
/// none is, in the archive's folder.
std::filesystem::path user_data_file(const std::filesystem::path& named, const ArchiveFolder& archive);

/// Makes a file for the eyes of the user alone (0600), where there is none. Throws Error.
void make_private(const std::filesystem::path& file);

/// What is done about a file that is missing: make it, for the eyes of the user alone (0600); or leave it so, as if it
/// held nothing.
enum class Missing : std::uint8_t { make, leave };

/// Opens what a reader keeps, to be read and written. Throws Error: bad_data when the file is something else, or holds
/// other tables than programs of ours make, other_version when it is of another version, permission or what the system
/// says when it cannot be made or written.
sqlite::Connection open_user_data(const std::filesystem::path& file, Missing missing);

}  // namespace hemero
