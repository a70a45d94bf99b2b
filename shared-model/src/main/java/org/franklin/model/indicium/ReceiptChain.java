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

        /// It holds; `refilled` is the sum of all refills, `last` the state that it leads to.
        record Holds(Postage refilled, Receipt last) implements Finding {}

        /// The step with this counter does not hold; `law` says why.
        record Broken(long counter, String law) implements Finding {}
    }

    private final ReceiptVerifier verifier;

    public ReceiptChain(ReceiptVerifier verifier) {
        this.verifier = verifier;
    }

    /// Checks a whole history, in order and from its beginning; it holds at least one step.
    public Finding check(List<MeterReply> history) {
        var first = history.getFirst().receipt().receipt();
        Receipt last = first;
        for (int i = 0; i < history.size(); i++) {
            var step = history.get(i);
            var broken = i == 0 ? brokenAtStart(step) : broken(last, step);
            if (broken.isPresent()) {
                return new Finding.Broken(step.receipt().receipt().counter(), broken.get());
            }
            last = step.receipt().receipt();
        }
        return new Finding.Holds(last.registers().controlTotal(), last);
    }

    private Optional<String> brokenAtStart(MeterReply step) {
        var receipt = step.receipt().receipt();
        if (!(step instanceof Admitted)
                || !receipt.previousRecord().equals(Hash.NONE)
                || !receipt.registers().equals(Registers.EMPTY)
                || receipt.pieces() != 0) {
            return Optional.of("a history begins with an empty meter's admission");
        }
        return brokenAlone(step);
    }

    private Optional<String> broken(Receipt last, MeterReply step) {
        var next = step.receipt().receipt();
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
        return step.receipt().receipt().indiciaRoot().equals(root(step))
                ? Optional.empty()
                : Optional.of("the indicia are not those of the receipt");
    }

    /// The law of the registers, for one step.
    private static boolean movesWell(Receipt last, MeterReply step) {
        var before = last.registers();
        var after = step.receipt().receipt().registers();
        long newPieces = step.receipt().receipt().pieces() - last.pieces();
        return switch (step) {
            case Issued(_, var indicia) ->
                    newPieces == indicia.size()
                            && after.controlTotal().equals(before.controlTotal())
                            && after.ascending().equals(before.ascending().plus(sum(indicia)));
            case Refilled _ ->
                    newPieces == 0
                            && after.ascending().equals(before.ascending())
                            && after.descending().compareTo(before.descending()) > 0;
            case Voided _, Enrolled _, Recertified _ -> newPieces == 0 && after.equals(before);
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
        var all = new ByteArrayOutputStream(indicia.size() * SignedIndicium.LENGTH);
        indicia.forEach(symbol -> all.writeBytes(symbol.toArray()));
        return Hash.of(all.toByteArray());
    }
}
