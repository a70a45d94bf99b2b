package org.franklin.model.mail;

/// A weight in tenths of an ounce, as the indicium carries it: more than nothing, at most 70 lb.
public record Weight(int tenthsOfOunce) {

    /// 70 lb, in tenths of an ounce.
    public static final int HEAVIEST = 11_200;

    private static final int TENTHS = 10;

    public Weight {
        if (tenthsOfOunce < 1 || tenthsOfOunce > HEAVIEST) {
            throw new IllegalArgumentException("a weight is 0.1 oz to 70 lb");
        }
    }

    public static Weight ofOunces(int ounces) {
        return new Weight(Math.multiplyExact(ounces, TENTHS));
    }

    /// Whole ounces, a begun one counted, as First-Class Mail is rated.
    public int startedOunces() {
        return Math.ceilDiv(tenthsOfOunce, TENTHS);
    }

    /// `1 oz` or `1.5 oz`.
    @Override
    public String toString() {
        int rest = tenthsOfOunce % TENTHS;
        return tenthsOfOunce / TENTHS + (rest == 0 ? "" : "." + rest) + " oz";
    }
}
