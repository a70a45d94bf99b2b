package org.franklin.model.indicium.ibi;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.money.Postage;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// The fields of an open-system IBI indicium, any provider's, as they stand in its 89 bytes.
///
/// Nothing here says that it is genuine. `version`, 0 to 255, and `algorithm` (1 DSA; others by the
/// provider) are one byte each. `manufacturer` and `model` are two ASCII characters. `certificate`,
/// `serial` and `originZip` are unsigned 32-bit numbers. `destinationZip` is a ZIP code as a number
/// of at most 40 bits, 0 for none: how many digits it has does not show. `softwareId` has 6 bytes,
/// `rateCategory` 4, `signature` 40. `reserve` is what a provider put behind the 89 bytes, at most
/// 23 bytes, since an IBI symbol encodes up to 112.
public record IbiIndicium(
        int version,
        int algorithm,
        long certificate,
        String manufacturer,
        String model,
        long serial,
        Postage ascending,
        Postage postage,
        LocalDate mailingDate,
        long originZip,
        long destinationZip,
        Bytes softwareId,
        Postage descending,
        Bytes rateCategory,
        Bytes signature,
        Bytes reserve) {

    public static final int SIGNATURE_LENGTH = 40;

    /// Of `destinationZip`, and in mills of the ascending register: 5 bytes.
    public static final long MOST_OF_FIVE = (1L << 40) - 1;

    /// Of numbers and of the descending register, in mills: 4 bytes.
    public static final long MOST_OF_FOUR = (1L << 32) - 1;

    static final int LONGEST_RESERVE = 23;
    static final int SOFTWARE_LENGTH = 6;
    static final int CATEGORY_LENGTH = 4;

    private static final long MOST_POSTAGE = (1L << 24) - 1;
    private static final int MOST_OF_ONE = 0xff;
    private static final int LAST_YEAR = 9999;
    private static final Pattern TWO = Pattern.compile("[\\x20-\\x7e]{2}");

    public IbiIndicium {
        fits(version, MOST_OF_ONE, "the version");
        fits(algorithm, MOST_OF_ONE, "the algorithm");
        fits(certificate, MOST_OF_FOUR, "the certificate number");
        require(TWO.matcher(manufacturer).matches(), "a manufacturer is two ASCII characters");
        require(TWO.matcher(model).matches(), "a model is two ASCII characters");
        fits(serial, MOST_OF_FOUR, "the serial number");
        fits(ascending.mills(), MOST_OF_FIVE, "the ascending register");
        fits(postage.mills(), MOST_POSTAGE, "the postage");
        require(
                mailingDate.getYear() >= 1 && mailingDate.getYear() <= LAST_YEAR,
                "a date of mailing has a year of four digits");
        fits(originZip, MOST_OF_FOUR, "the origin ZIP code");
        fits(destinationZip, MOST_OF_FIVE, "the destination ZIP code");
        require(softwareId.length() == SOFTWARE_LENGTH, "a software id has 6 bytes");
        fits(descending.mills(), MOST_OF_FOUR, "the descending register");
        require(rateCategory.length() == CATEGORY_LENGTH, "a rate category has 4 bytes");
        require(signature.length() == SIGNATURE_LENGTH, "a signature has 40 bytes");
        require(reserve.length() <= LONGEST_RESERVE, "a reserve has at most 23 bytes");
    }

    private static void fits(long value, long most, String name) {
        require(value >= 0 && value <= most, name + " does not fit its bytes");
    }

    private static void require(boolean holds, String law) {
        if (!holds) {
            throw new IllegalArgumentException(law);
        }
    }
}
