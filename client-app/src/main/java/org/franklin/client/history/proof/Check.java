package org.franklin.client.history.proof;

/// One thing that was looked at, and what came of it. `value` is a word or number of the thing
/// itself; empty where there is none.
public record Check(Thing thing, Finding finding, String value) {

    public enum Thing {
        /// The signature over a receipt fits a certified meter box.
        RECEIPT_SIGNATURE,
        /// The receipt is for this very piece.
        RECEIPT_PIECES,
        /// The receipt follows the one before.
        RECEIPT_BEFORE,
        /// The bytes are an indicium.
        FORM,
        /// The certificate is the meter's, from the Post's root.
        KEY,
        /// The signature over the indicium fits.
        SIGNATURE,
        /// The date of mailing lies in the certificate's days.
        DATE
    }

    public enum Finding {
        HOLDS,
        FAILS,
        /// It could not be looked at, and is neither.
        OPEN
    }

    static Check holds(Thing thing, String value) {
        return new Check(thing, Finding.HOLDS, value);
    }

    static Check fails(Thing thing, String value) {
        return new Check(thing, Finding.FAILS, value);
    }

    static Check open(Thing thing) {
        return new Check(thing, Finding.OPEN, "");
    }
}
