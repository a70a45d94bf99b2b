package org.franklin.client.compose.payment;

import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Doubt;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.model.money.Postage;

import java.time.Instant;
import java.util.Optional;

/// Where the paying for one piece and its printing stand.
public sealed interface Stage {

    /// The mailer writes; nothing was asked for yet.
    record Open() implements Stage {}

    /// Nothing was charged, and the mailer may change the piece.
    record NotCharged(Refusal why) implements Stage {}

    /// Nothing was charged: the printer or the stock would not bear the mark.
    record CannotPrint(String reason) implements Stage {}

    /// Funds are being added first.
    record Adding(Postage amount) implements Stage {}

    record FundsInDoubt(Postage amount, Doubt doubt, int seconds) implements Stage {}

    record FundsNotTaken(Refusal why) implements Stage {}

    /// The request is being stored on this computer.
    record Reserving(Postage price) implements Stage {}

    /// The request is sent, and the meter is to sign.
    record Signing(Postage price) implements Stage {}

    /// Perhaps charged. It is asked again by itself in `seconds`; `times` counts the askings.
    record Checking(Postage price, Instant since, int times, Doubt doubt, int seconds)
            implements Stage {}

    /// The data center is being asked again.
    record Asking(Checking about) implements Stage {}

    /// Charged once, as it turned out after checking; nothing is printed yet.
    record Found(PaidPiece piece) implements Stage {}

    record Printing(PaidPiece piece, String where) implements Stage {}

    /// Charged, and not printed for this reason.
    record Unprinted(PaidPiece piece, String reason) implements Stage {}

    /// `isOver` once the mailer had time to see it.
    record Printed(PaidPiece piece, String where, boolean isOver) implements Stage {}

    /// Whether the piece may still be changed.
    default boolean isOpen() {
        return switch (this) {
            case Open _, NotCharged _, CannotPrint _, FundsNotTaken _ -> true;
            case Adding _,
                    FundsInDoubt _,
                    Reserving _,
                    Signing _,
                    Checking _,
                    Asking _,
                    Found _,
                    Printing _,
                    Unprinted _,
                    Printed _ ->
                    false;
        };
    }

    /// The piece, once it is paid.
    default Optional<PaidPiece> paid() {
        return switch (this) {
            case Found(var piece) -> Optional.of(piece);
            case Printing(var piece, _) -> Optional.of(piece);
            case Unprinted(var piece, _) -> Optional.of(piece);
            case Printed(var piece, _, _) -> Optional.of(piece);
            case Open _,
                    NotCharged _,
                    CannotPrint _,
                    Adding _,
                    FundsInDoubt _,
                    FundsNotTaken _,
                    Reserving _,
                    Signing _,
                    Checking _,
                    Asking _ ->
                    Optional.empty();
        };
    }
}
