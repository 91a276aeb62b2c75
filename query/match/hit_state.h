#pragma once

#include "common/model/page.h"
#include "common/store/archive_reader.h"

namespace hemero {

/// What is known of an article that the index finds, beside what it says.
HitState state_of(const StoredArticle& stored, ArchiveReader& archive);

}  // namespace hemero
