#pragma once

#include "common/base/dates/date.h"
#include "common/base/dates/text_cursor.h"

namespace hemero {

/// How sure it is that a text means a date. What people write in running text must look like one; what is declared to
/// be a date may be written in forms that mean something else elsewhere. The one place where the two differ: all
/// readers below ask for this.
enum class DateTrust : std::uint8_t {
  prose,  ///< running text: a day of a month of a year of four digits
  field,  ///< part of what is declared to be a date: also a month alone, and a zone in figures ("-0400")
  alone,  ///< all of it: also years of two digits behind a month’s name, Roman months, a month or a year in figures
};

/// Reads a clock time into the date: "18:03", "18:03:59.123", "18h03", "18 h", "18 heures 30", "6:03 pm", "6 p.m.".
/// Seconds are dropped. False, and the cursor stays, where none stands.
bool take_clock(TextCursor& cursor, Date& date);

/// Reads a zone behind a time into the date: "Z", "CEST", "GMT+0200", "+02:00". The cursor stays where none stands.
void take_zone(TextCursor& cursor, Date& date, DateTrust trust);

/// Reads the time that follows a day into the date, when there is one, with its zone: "T18:03:00+02:00", " à 18h03",
/// ", 6:03 pm EDT", " at 18:03".
void take_time(TextCursor& cursor, Date& date, DateTrust trust);

}  // namespace hemero
