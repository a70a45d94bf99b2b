package org.franklin.model.indicium;

import org.franklin.model.mail.ExtraService;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.util.List;

/// What an indicium says: one piece, paid by one meter.
///
/// `mailingDate` has a year from 1998 to 9999, so that its four digits fit; `ascending` is the
/// meter's ascending register after this piece, at most 2^40 − 1 mills; `postage` at most 2^24 − 1
/// mills; `pieceCount` the number of this piece at its meter, from 1; `certificate` the number of
/// the certificate whose key signs.
public record Indicium(
        SerialNumber serial,
        Postage ascending,
        Postage postage,
        LocalDate mailingDate,
        Weight weight,
        long pieceCount,
        MailClass mailClass,
        RateCategory category,
        int certificate,
        ZipCode destination,
        ZipCode origin,
        List<IndiciumFlag> flags,
        List<ExtraService> services) {

    private static final long MOST_ASCENDING = (1L << 40) - 1;
    private static final long MOST_POSTAGE = (1L << 24) - 1;
    private static final int FIRST_YEAR = 1998;
    private static final int LAST_YEAR = 9999;
    private static final long MOST_PIECES = (1L << 32) - 1;

    public Indicium {
        flags = flags.stream().distinct().sorted().toList();
        services = services.stream().distinct().sorted().toList();
        require(ascending.mills() <= MOST_ASCENDING, "the ascending register fits 5 bytes");
        require(postage.mills() <= MOST_POSTAGE, "postage fits 3 bytes");
        int year = mailingDate.getYear();
        require(
                year >= FIRST_YEAR && year <= LAST_YEAR,
                "a date of mailing is of " + FIRST_YEAR + " to " + LAST_YEAR);
        require(pieceCount >= 1 && pieceCount <= MOST_PIECES, "the piece count is 1 to 2^32 - 1");
        require(origin.equals(origin.five()), "the origin is a 5-digit ZIP code");
        // Vendor id ZZ is a specimen's; nothing under it may ever claim to be postage.
        require(flags.contains(IndiciumFlag.SPECIMEN), "an indicium of vendor ZZ is a specimen");
    }

    private static void require(boolean holds, String law) {
        if (!holds) {
            throw new IllegalArgumentException(law);
        }
    }
}
