package org.franklin.model.indicium;

import java.util.Optional;

/// What the Post's verifier says of one scanned symbol, from its public keys alone.
public sealed interface Verdict {

    /// Signed by a certified meter, unchanged, dated within the certificate: a genuine specimen.
    record GenuineSpecimen(Indicium indicium) implements Verdict {}

    /// Its evidence is two digital tokens, which public keys cannot check. All else holds: the
    /// certificate is of the meter and covers the date.
    record TokensUnchecked(Indicium claimed) implements Verdict {}

    /// The bytes are no indicium of Franklin's; the reason names the field.
    record NotAnIndicium(String reason) implements Verdict {}

    /// No certificate with this number is among the verifier's keys.
    record UnknownCertificate(Indicium claimed) implements Verdict {}

    /// The certificate does not come from the Post's root, or was changed.
    record BadCertificate(Indicium claimed, String reason) implements Verdict {}

    /// The certificate is of another meter than the indicium names.
    record WrongMeter(Indicium claimed) implements Verdict {}

    /// The signature does not fit the data: one or the other was changed.
    record Altered(Indicium claimed) implements Verdict {}

    /// Signed well, but the date of mailing lies outside the certificate's days.
    record WrongDate(Indicium claimed) implements Verdict {}

    /// What the indicium says, where nothing that public keys can check speaks against it. Tokens
    /// count as checked only where a box's receipt covers the bytes of the symbol.
    default Optional<Indicium> unrefuted() {
        return switch (this) {
            case GenuineSpecimen(var indicium) -> Optional.of(indicium);
            case TokensUnchecked(var claimed) -> Optional.of(claimed);
            case NotAnIndicium _,
                    UnknownCertificate _,
                    BadCertificate _,
                    WrongMeter _,
                    Altered _,
                    WrongDate _ ->
                    Optional.empty();
        };
    }

    /// One sentence for a clerk.
    default String sentence() {
        return switch (this) {
            case GenuineSpecimen _ -> "Genuine specimen.";
            case TokensUnchecked _ ->
                    "Not proven here: only the vendor and the Post can check its digital tokens.";
            case NotAnIndicium(var reason) -> "Not an indicium of Franklin: " + reason + ".";
            case UnknownCertificate(var claimed) ->
                    "Not proven: no certificate has the number "
                            + Integer.toUnsignedString(claimed.certificate())
                            + ".";
            case BadCertificate(_, var reason) -> "Not proven: " + reason + ".";
            case WrongMeter _ -> "Do not accept: the certificate is of another meter.";
            case Altered _ -> "Altered, do not accept: the signature does not fit the data.";
            case WrongDate _ ->
                    "Do not accept: the date of mailing lies outside the certificate's days.";
        };
    }
}
