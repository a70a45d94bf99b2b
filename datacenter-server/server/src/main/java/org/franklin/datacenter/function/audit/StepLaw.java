package org.franklin.datacenter.function.audit;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.money.Postage;

import java.util.List;
import java.util.Optional;

/// What must hold from one step of a meter to the next, checked from receipts and indicia alone.
final class StepLaw {

    private final IndiciumVerifier verifier;

    StepLaw(VerificationKeys keys) {
        this.verifier = new IndiciumVerifier(keys);
    }

    /// The law of the first step: nothing came in, nothing was spent.
    Optional<String> breachAtFirst(MeterReply reply) {
        Receipt first = reply.receipt().receipt();
        boolean empty =
                first.counter() == 0
                        && first.previousRecord().equals(Hash.NONE)
                        && first.registers().equals(Registers.EMPTY)
                        && first.pieces() == 0;
        return breach(empty, "its history does not begin with an empty meter");
    }

    Optional<String> breach(Receipt before, MeterReply reply) {
        Receipt after = reply.receipt().receipt();
        if (after.counter() != before.counter() + 1) {
            return Optional.of("a step is missing before " + after.counter());
        }
        if (!after.previousRecord().equals(before.record())) {
            return Optional.of("the receipts do not chain at " + after.counter());
        }
        if (after.time().isBefore(before.time())) {
            return Optional.of("time falls at " + after.counter());
        }
        return switch (reply) {
            case MeterReply.Issued(_, var indicia) -> issued(before, after, indicia);
            case MeterReply.Refilled _ -> refilled(before, after);
            case MeterReply.Voided _,
                    MeterReply.Enrolled _,
                    MeterReply.Admitted _,
                    MeterReply.Recertified _,
                    MeterReply.Revoked _ ->
                    breach(
                            after.registers().equals(before.registers())
                                    && after.pieces() == before.pieces(),
                            "a step that moves nothing moved money at " + after.counter());
        };
    }

    private static Optional<String> refilled(Receipt before, Receipt after) {
        var was = before.registers();
        var is = after.registers();
        return breach(
                is.ascending().equals(was.ascending())
                        && is.descending().covers(was.descending())
                        && !is.equals(was)
                        && after.pieces() == before.pieces(),
                "a refill is not one at " + after.counter());
    }

    private Optional<String> issued(Receipt before, Receipt after, List<Bytes> indicia) {
        Bytes together = indicia.stream().reduce(Bytes.EMPTY, Bytes::plus);
        if (!Hash.of(together).equals(after.indiciaRoot())) {
            return Optional.of("the receipt is not that of its indicia at " + after.counter());
        }
        Postage ascending = before.registers().ascending();
        long piece = before.pieces();
        for (Bytes symbol : indicia) {
            // The receipt above covers the symbol, so that tokens of the suite of 1998 are the
            // box's.
            var unrefuted = verifier.verify(symbol).unrefuted();
            if (unrefuted.isEmpty()) {
                return Optional.of("an indicium is not genuine at " + after.counter());
            }
            Indicium printed = unrefuted.get();
            ascending = ascending.plus(printed.postage());
            piece++;
            if (!printed.serial().equals(after.serial())
                    || !printed.ascending().equals(ascending)
                    || printed.pieceCount() != piece) {
                return Optional.of("an indicium is of another piece at " + after.counter());
            }
        }
        return breach(
                after.registers().ascending().equals(ascending)
                        && after.registers()
                                .controlTotal()
                                .equals(before.registers().controlTotal())
                        && after.pieces() == piece,
                "the registers do not fit the indicia at " + after.counter());
    }

    private static Optional<String> breach(boolean holds, String what) {
        return holds ? Optional.empty() : Optional.of(what);
    }
}
