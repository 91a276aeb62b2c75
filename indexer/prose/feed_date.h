#pragma once

#include <optional>
#include <string_view>

#include "common/base/date.h"

namespace hemero {

/// The dates of feeds and news wires: RFC 822 ("Sat, 17 Mar 2018 10:55:00 +0100"), ISO 8601 with or without its signs
/// ("20190121T104233Z"), or written out in French. The clock time is kept as printed, its zone dropped. Nothing for
/// what is none, and for years before 1000.
std::optional<Date> read_feed_date(std::string_view text);

}  // namespace hemero
