package org.franklin.model.meter;

import java.util.Locale;

/// The serial number of a meter, 1 to 9,999,999, under the vendor id `ZZ` and model `01`.
public record SerialNumber(int number) {

    /// A vendor id that no licensed provider has, so that nothing of ours passes for valid postage.
    public static final String VENDOR = "ZZ";

    public static final String MODEL = "01";

    public static final int HIGHEST = 9_999_999;

    public SerialNumber {
        if (number < 1 || number > HIGHEST) {
            throw new IllegalArgumentException("a serial number is 1 to " + HIGHEST);
        }
    }

    /// As it is printed: `ZZ 01 0001042`.
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s %07d", VENDOR, MODEL, number);
    }
}
