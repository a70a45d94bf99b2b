package org.franklin.model.money;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

/// An amount of postage, counted in mills (a tenth of a cent) and never negative.
///
/// Mills, not cents, because the Post prices presorted mail to the tenth of a cent. Arithmetic is
/// exact: it throws rather than wraps, and it never rounds.
public record Postage(long mills) implements Comparable<Postage> {

    public static final Postage ZERO = new Postage(0);

    private static final int MILLS_PER_CENT = 10;
    private static final int MILLS_PER_DOLLAR = 1_000;
    private static final Pattern DOLLARS = Pattern.compile("\\$?(\\d{1,12}(?:\\.\\d{1,3})?)");

    public Postage {
        if (mills < 0) {
            throw new IllegalArgumentException("postage is never negative");
        }
    }

    public static Postage ofCents(long cents) {
        return new Postage(Math.multiplyExact(cents, MILLS_PER_CENT));
    }

    public static Postage ofDollars(long dollars) {
        return new Postage(Math.multiplyExact(dollars, MILLS_PER_DOLLAR));
    }

    /// Reads `12`, `0.74`, `$0.74` or `0.593`; refuses anything finer than a mill.
    public static Postage parse(String dollars) {
        var matcher = DOLLARS.matcher(dollars.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("an amount looks like 0.74 or $50.00");
        }
        return new Postage(new BigDecimal(matcher.group(1)).movePointRight(3).longValueExact());
    }

    public Postage plus(Postage added) {
        return new Postage(Math.addExact(mills, added.mills));
    }

    /// Requires that this amount [covers][#covers] what is taken.
    public Postage minus(Postage taken) {
        return new Postage(Math.subtractExact(mills, taken.mills));
    }

    public boolean covers(Postage price) {
        return compareTo(price) >= 0;
    }

    @Override
    public int compareTo(Postage other) {
        return Long.compare(mills, other.mills);
    }

    /// `$0.74`, and three places only where a tenth of a cent needs them: `$0.593`.
    @Override
    public String toString() {
        long dollars = mills / MILLS_PER_DOLLAR;
        long rest = mills % MILLS_PER_DOLLAR;
        return rest % MILLS_PER_CENT == 0
                ? String.format(Locale.ROOT, "$%d.%02d", dollars, rest / MILLS_PER_CENT)
                : String.format(Locale.ROOT, "$%d.%03d", dollars, rest);
    }
}
