package org.franklin.model.mail;

import java.util.regex.Pattern;

/// A ZIP code of 5 digits, or 9 with the add-on, or 11 with the delivery point.
public record ZipCode(String digits) {

    private static final Pattern FORM = Pattern.compile("\\d{5}(\\d{4}(\\d{2})?)?");

    private static final Pattern WRITTEN = Pattern.compile("(\\d{5})-(\\d{4}(?:\\d{2})?)");

    public ZipCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a ZIP code has 5, 9 or 11 digits");
        }
    }

    /// Reads `97201`, `97201-4418` or the bare digits.
    public static ZipCode parse(String text) {
        var written = WRITTEN.matcher(text.strip());
        return new ZipCode(written.matches() ? written.group(1) + written.group(2) : text.strip());
    }

    public ZipCode five() {
        return new ZipCode(digits.substring(0, 5));
    }

    /// As it stands in an address: `97201` or `97201-4418`; the delivery point is never written.
    @Override
    public String toString() {
        return digits.length() == 5
                ? digits
                : digits.substring(0, 5) + "-" + digits.substring(5, 9);
    }
}
