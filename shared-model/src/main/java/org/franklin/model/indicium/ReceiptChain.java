package org.franklin.model.indicium;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterReply.Admitted;
import org.franklin.model.meter.MeterReply.Enrolled;
import org.franklin.model.meter.MeterReply.Issued;
import org.franklin.model.meter.MeterReply.Recertified;
import org.franklin.model.meter.MeterReply.Refilled;
import org.franklin.model.meter.MeterReply.Revoked;
import org.franklin.model.meter.MeterReply.Voided;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.money.Postage;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;

/// The history of one meter, checked without trusting whoever keeps it.
///
/// A history begins with the meter's admission. From there each receipt is signed by a meter box,
/// has the next counter, names the record before it, and moves the registers by exactly what its
/// step may: only a refill raises their sum, only issuing moves value within it.
public final class ReceiptChain {

    /// What is found at the end of a history, or where it breaks.
    public sealed interface Finding {

        /// It holds up to `last`, whose registers sum up to all that was ever refilled.
        record Holds(Receipt last) implements Finding {}

        /// The step with this counter does not hold; `law` says why.
        record Broken(long counter, String law) implements Finding {}
    }

    private final ReceiptVerifier verifier;

    public ReceiptChain(ReceiptVerifier verifier) {
        this.verifier = verifier;
    }

    /// Checks a history from its beginning, in order; it holds at least one step.
    public Finding check(List<MeterReply> history) {
        var first = history.getFirst();
        return brokenAtStart(first)
                .map(law -> brokenAt(first, law))
                .orElseGet(() -> goOn(receipt(first), history.subList(1, history.size())));
    }

    /// Checks the steps that follow a receipt which was checked before.
    public Finding goOn(Receipt before, List<MeterReply> steps) {
        Receipt last = before;
        for (MeterReply step : steps) {
            var broken = broken(last, step);
            if (broken.isPresent()) {
                return brokenAt(step, broken.get());
            }
            last = receipt(step);
        }
        return new Finding.Holds(last);
    }

    private static Finding brokenAt(MeterReply step, String law) {
        return new Finding.Broken(receipt(step).counter(), law);
    }

    private static Receipt receipt(MeterReply step) {
        return step.receipt().receipt();
    }

    private Optional<String> brokenAtStart(MeterReply step) {
        var receipt = receipt(step);
        if (!(step instanceof Admitted)
                || !receipt.previousRecord().equals(Hash.NONE)
                || !receipt.registers().equals(Registers.EMPTY)
                || receipt.pieces() != 0) {
            return Optional.of("a history begins with an empty meter's admission");
        }
        return brokenAlone(step);
    }

    private Optional<String> broken(Receipt last, MeterReply step) {
        var next = receipt(step);
        if (!next.serial().equals(last.serial()) || !next.cluster().equals(last.cluster())) {
            return Optional.of("the receipt is of another meter");
        }
        if (next.counter() != last.counter() + 1) {
            return Optional.of("the counter does not rise by one");
        }
        if (!next.previousRecord().equals(last.record())) {
            return Optional.of("the receipt does not follow the one before");
        }
        var alone = brokenAlone(step);
        return alone.isPresent() || movesWell(last, step)
                ? alone
                : Optional.of("the registers do not follow from the step before");
    }

    private Optional<String> brokenAlone(MeterReply step) {
        if (!verifier.isGenuine(step.receipt())) {
            return Optional.of("no certified meter box signed the receipt");
        }
        return receipt(step).indiciaRoot().equals(root(step))
                ? Optional.empty()
                : Optional.of("the indicia are not those of the receipt");
    }

    /// The law of the registers, for one step.
    private static boolean movesWell(Receipt last, MeterReply step) {
        var before = last.registers();
        var after = receipt(step).registers();
        long newPieces = receipt(step).pieces() - last.pieces();
        return switch (step) {
            case Issued(_, var indicia) ->
                    newPieces == indicia.size()
                            && after.controlTotal().equals(before.controlTotal())
                            && after.ascending().equals(before.ascending().plus(sum(indicia)));
            case Refilled _ ->
                    newPieces == 0
                            && after.ascending().equals(before.ascending())
                            && after.descending().compareTo(before.descending()) > 0;
            case Voided _, Enrolled _, Recertified _, Revoked _ ->
                    newPieces == 0 && after.equals(before);
            case Admitted _ -> false;
        };
    }

    /// Bytes that are no indicium count as nothing, and so break the law.
    private static Postage sum(List<Bytes> indicia) {
        return indicia.stream().map(ReceiptChain::price).reduce(Postage.ZERO, Postage::plus);
    }

    private static Postage price(Bytes symbol) {
        return switch (IndiciumForm.decode(symbol)) {
            case Valid<SignedIndicium>(var signed) -> signed.indicium().postage();
            case Malformed<SignedIndicium> _ -> Postage.ZERO;
        };
    }

    /// What the receipt of this reply must state as the root of its indicia.
    private static Hash root(MeterReply step) {
        return step instanceof Issued(_, var indicia) ? rootOf(indicia) : Hash.NONE;
    }

    /// The SHA-256 of indicia, one after the other.
    public static Hash rootOf(List<Bytes> indicia) {
        var all = new ByteArrayOutputStream(indicia.size() * EcdsaIndicium.LENGTH);
        indicia.forEach(symbol -> all.writeBytes(symbol.toArray()));
        return Hash.of(all.toByteArray());
    }
}
