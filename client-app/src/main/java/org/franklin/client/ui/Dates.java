package org.franklin.client.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Days and times as the mailer reads them, in the mailer's own time zone.
public final class Dates {

    private static final DateTimeFormatter DAY = pattern("EEE, MMM d, uuuu");
    private static final DateTimeFormatter TODAY = pattern("EEEE, MMMM d");
    private static final DateTimeFormatter SHORT = pattern("MMM d");
    private static final DateTimeFormatter MOMENT = pattern("MMM d, HH:mm");
    private static final DateTimeFormatter DAY_OF_YEAR = pattern("MMM d, uuuu");
    private static final DateTimeFormatter SECOND = pattern("HH:mm:ss");
    private static final DateTimeFormatter TIME = pattern("HH:mm");
    private static final DateTimeFormatter MONTH = pattern("MMMM");
    private static final DateTimeFormatter MONTH_OF_YEAR = pattern("MMMM uuuu");

    private final ZoneId zone;

    public Dates(ZoneId zone) {
        this.zone = zone;
    }

    /// `Mon, Nov 23, 2026`
    public String day(LocalDate day) {
        return DAY.format(day);
    }

    /// `Monday, November 23`
    public String today(LocalDate day) {
        return TODAY.format(day);
    }

    /// `Nov 23`
    public String shortDay(LocalDate day) {
        return SHORT.format(day);
    }

    /// `Nov 23, 16:52`
    public String moment(Instant instant) {
        return MOMENT.format(instant.atZone(zone));
    }

    /// `16:52`
    public String time(Instant instant) {
        return TIME.format(instant.atZone(zone));
    }

    /// `16:52:07`
    public String second(Instant instant) {
        return SECOND.format(instant.atZone(zone));
    }

    /// `Nov 23, 2026`
    public String dayOfYear(LocalDate day) {
        return DAY_OF_YEAR.format(day);
    }

    /// `November 2026`
    public String month(YearMonth month) {
        return MONTH_OF_YEAR.format(month);
    }

    /// `November`
    public String month(LocalDate day) {
        return MONTH.format(day);
    }

    public LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    private static DateTimeFormatter pattern(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.US);
    }
}
