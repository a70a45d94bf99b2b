package org.franklin.model.indicium.ibi;

import java.util.regex.Pattern;

/// A digital token: ten decimal digits, about 33 bits, by which one party knows a piece as paid.
public record DigitalToken(String digits) {

    public static final int LENGTH = 10;

    private static final Pattern FORM = Pattern.compile("[0-9]{" + LENGTH + "}");
    private static final int HALF = LENGTH / 2;

    public DigitalToken {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a digital token has " + LENGTH + " digits");
        }
    }

    /// As it is printed, in two groups: `51600 42397`.
    @Override
    public String toString() {
        return digits.substring(0, HALF) + " " + digits.substring(HALF);
    }
}
