package org.franklin.client.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

class DatesTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final Instant MOMENT = Instant.parse("2026-11-24T03:05:00Z");

    private final Dates dates = new Dates(ZoneId.of("America/New_York"));

    @Test
    void writesDaysAsPeopleReadThem() {
        assertEquals("Mon, Nov 23, 2026", dates.day(DAY));
        assertEquals("Monday, November 23", dates.today(DAY));
        assertEquals("Nov 23", dates.shortDay(DAY));
        assertEquals("November", dates.month(DAY));
        assertEquals("November 2026", dates.month(YearMonth.from(DAY)));
        assertEquals("Nov 23, 2026", dates.dayOfYear(DAY));
    }

    @Test
    void writesMomentsInTheZoneOfTheMailer() {
        assertEquals("Nov 23, 22:05", dates.moment(MOMENT));
        assertEquals("22:05", dates.time(MOMENT));
        assertEquals("22:05:00", dates.second(MOMENT));
        assertEquals(DAY, dates.dayOf(MOMENT));
    }
}
