package org.franklin.datacenter.function.postage;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

/// The dates that mail may be dated with today. A mailing date is a day of the mailer's calendar,
/// somewhere between UTC-12 and UTC+14.
record MailingDates(LocalDate earliest, LocalDate latest) {

    private static final int DAYS_AHEAD = 7;
    private static final ZoneOffset WEST = ZoneOffset.ofHours(-12);
    private static final ZoneOffset EAST = ZoneOffset.ofHours(14);

    static MailingDates open(InstantSource clock) {
        return new MailingDates(
                LocalDate.ofInstant(clock.instant(), WEST),
                LocalDate.ofInstant(clock.instant(), EAST).plusDays(DAYS_AHEAD));
    }

    boolean include(LocalDate date) {
        return !date.isBefore(earliest) && !date.isAfter(latest);
    }
}
