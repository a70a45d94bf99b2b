package org.franklin.box.record;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.Refusal;

import java.util.Optional;

/// Which refusals leave an entry in the audit chain: those of requests that an honest device or box
/// does not make.
final class Wrongs {

    private Wrongs() {}

    static Optional<Kind> kind(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Malformed _ -> Optional.of(Kind.MALFORMED);
            case Refusal.DeviceNotEnrolled _ -> Optional.of(Kind.NOT_ENROLLED);
            case Refusal.BadSignature _ -> Optional.of(Kind.BAD_SIGNATURE);
            case Refusal.SequenceGap _ -> Optional.of(Kind.SEQUENCE_GAP);
            case Refusal.Conflict _ -> Optional.of(Kind.CONFLICT);
            case Refusal.NotTheOwner _ -> Optional.of(Kind.NOT_THE_OWNER);
            // Two who race for the next grant or voucher are both honest.
            case Refusal.OutOfOrder _,
                    Refusal.InsufficientFunds _,
                    Refusal.WrongMailingDate _,
                    Refusal.CertificateEnds _,
                    Refusal.TooManyDevices _,
                    Refusal.NoSuchDevice _,
                    Refusal.LastDevice _,
                    Refusal.AlreadyThere _ ->
                    Optional.empty();
        };
    }

    static String sentence(Refusal refusal) {
        return switch (refusal) {
            case Refusal.Malformed(var reason) -> reason;
            case Refusal.DeviceNotEnrolled _ -> "the device is not enrolled";
            case Refusal.BadSignature _ -> "evidence was not signed well";
            case Refusal.SequenceGap(long expected) ->
                    "a device skipped numbers; its next one is " + expected;
            case Refusal.Conflict _ -> "another request took this number";
            case Refusal.OutOfOrder(long expected) ->
                    "a grant, voucher or payment is not the next one, " + expected;
            case Refusal.NotTheOwner _ -> "a grant is of another mailer than the meter's first";
            case Refusal.InsufficientFunds _ -> "the funds do not cover the request";
            case Refusal.WrongMailingDate _ -> "the mailing date is not open";
            case Refusal.CertificateEnds _ -> "the mailing date lies outside the certificate";
            case Refusal.TooManyDevices _ -> "the roster is full";
            case Refusal.NoSuchDevice _ -> "the device to be removed is not here";
            case Refusal.LastDevice _ -> "a last device cannot remove itself";
            case Refusal.AlreadyThere _ -> "the subject exists already";
        };
    }
}
