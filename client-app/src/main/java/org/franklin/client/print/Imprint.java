package org.franklin.client.print;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.nio.charset.StandardCharsets;

/// All that is printed for one piece: the evidence of payment, or a sample's lack of it, the two
/// addresses, and on labels the mailer's own reference and cost code, empty if there is none.
///
/// The same imprint always makes the same picture, so that a reprint is the identical piece.
public record Imprint(
        Evidence evidence,
        AddressBlock sender,
        AddressBlock addressee,
        String reference,
        String costCode) {

    /// What stands in the upper right corner.
    public sealed interface Evidence {

        record Paid(SignedIndicium signed) implements Evidence {}

        /// Void: amount $0.00, VOID across a symbol that no verifier takes for an indicium.
        record Sample(Mailpiece piece, SerialNumber meter) implements Evidence {}

        /// What would be paid: a sample for the screen, with the price in its place.
        record Unpaid(Mailpiece piece, SerialNumber meter, Postage price) implements Evidence {}
    }

    private static final Bytes VOID_SYMBOL =
            Bytes.of(
                    "VOID SAMPLE. "
                            .repeat(EcdsaIndicium.LENGTH)
                            .substring(0, EcdsaIndicium.LENGTH)
                            .getBytes(StandardCharsets.US_ASCII));

    public Imprint {
        reference = reference.strip();
        costCode = costCode.strip();
    }

    public static Imprint paid(SignedIndicium signed, AddressBlock sender, AddressBlock addressee) {
        return new Imprint(new Evidence.Paid(signed), sender, addressee, "", "");
    }

    public static Imprint sample(
            Mailpiece piece, SerialNumber meter, AddressBlock sender, AddressBlock addressee) {
        return new Imprint(new Evidence.Sample(piece, meter), sender, addressee, "", "");
    }

    public Imprint noted(String reference, String costCode) {
        return new Imprint(evidence, sender, addressee, reference, costCode);
    }

    boolean isVoid() {
        return switch (evidence) {
            case Evidence.Paid _ -> false;
            case Evidence.Sample _, Evidence.Unpaid _ -> true;
        };
    }

    /// The bytes in the symbol: 109, or 89 with digital tokens.
    Bytes symbol() {
        return switch (evidence) {
            case Evidence.Paid(var signed) -> signed.bytes();
            case Evidence.Sample _, Evidence.Unpaid _ -> VOID_SYMBOL;
        };
    }
}
