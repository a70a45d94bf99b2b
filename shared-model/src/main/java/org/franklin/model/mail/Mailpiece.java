package org.franklin.model.mail;

import java.time.LocalDate;
import java.util.List;

/// One piece of mail, as far as its price and its indicium depend on it.
///
/// `services` are distinct and in their declared order; `origin` is the 5-digit ZIP code that the
/// piece is mailed from; `mailingDate` is the day of deposit, in the mailer's own calendar.
public record Mailpiece(
        MailClass mailClass,
        RateCategory category,
        Weight weight,
        List<ExtraService> services,
        ZipCode origin,
        ZipCode destination,
        LocalDate mailingDate) {

    public Mailpiece {
        services = services.stream().distinct().sorted().toList();
        if (!origin.equals(origin.five())) {
            throw new IllegalArgumentException("the origin is a 5-digit ZIP code");
        }
        int year = mailingDate.getYear();
        if (year < 1998 || year > 9999) {
            throw new IllegalArgumentException("a mailing date has a year from 1998 to 9999");
        }
    }
}
