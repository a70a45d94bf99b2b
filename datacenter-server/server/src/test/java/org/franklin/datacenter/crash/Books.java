package org.franklin.datacenter.crash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.datacenter.database.journal.StoredStep;
import org.franklin.datacenter.function.postage.VerifyIndicium;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// What clients hold, against what the data center holds: nothing may be in one and not in the
/// other.
final class Books {

    private final LeanCenter center;
    private final VerificationKeys keys;
    private final Set<Bytes> held = new HashSet<>();
    private Postage filled = Postage.ZERO;
    private int mailers;
    private Postage controlTotal = Postage.ZERO;
    private long pieces;
    private long steps;

    Books(LeanCenter center, Collection<Outbox> outboxes) {
        this.center = center;
        keys = center.keys().verificationKeys().orThrow();
        outboxes.forEach(this::count);
    }

    private void count(Outbox outbox) {
        outbox.sent()
                .forEach((question, answer) -> {
                    switch (question) {
                        case Question.Found _ -> mailers++;
                        case Question.Fill(_, _, var amount) -> filled = filled.plus(amount);
                        case Question.Join _, Question.Serve _, Question.PublishedKeys _ -> {}
                    }
                    var outcome = answer.orElseThrow(() -> new AssertionError("no outcome"));
                    if (!(outcome instanceof Answer.NameTaken)) {
                        held.add(OfficeClient.reply(outcome).canonical());
                    }
                });
    }

    /// Checks everything, and says in one line how much that was.
    String balanced() {
        var stores = center.stores();
        List<SerialNumber> meters =
                stores.database().read(in -> stores.meters().records().firstOwners(in, 1_000));
        assertEquals(mailers, meters.size(), "one meter for each mailer");
        var kept = new HashSet<Bytes>();
        for (SerialNumber meter : meters) {
            var replies =
                    stores
                            .database()
                            .read(in ->
                                    stores.meters()
                                            .records()
                                            .steps(in, meter, 0, Integer.MAX_VALUE))
                            .stream()
                            .map(StoredStep::reply)
                            .toList();
            balanced(replies);
            kept.addAll(replies.subList(1, replies.size()));
        }
        assertEquals(held, kept, "a client holds the outcome of every step, and of no other");
        assertEquals(filled, controlTotal, "refills = ascending + descending");
        noFalseAlarm();
        var report = center.audit();
        assertEquals(List.of(), report.problems());
        assertEquals(List.of(), report.notes());
        assertEquals(pieces, report.counts().pieces());
        assertEquals(filled, report.sums().paid());
        return "%d meters, %d steps, %d pieces, %s refilled, %s spent"
                .formatted(meters.size(), steps, pieces, filled, report.sums().ascending());
    }

    /// One meter's history, from its beginning.
    private void balanced(List<Bytes> replies) {
        var history = replies.stream().map(reply -> MeterReply.decode(reply).orThrow()).toList();
        var chain = new ReceiptChain(new ReceiptVerifier(keys));
        Receipt last =
                assertInstanceOf(ReceiptChain.Finding.Holds.class, chain.check(history)).last();
        var verifier = new IndiciumVerifier(keys);
        var issued = new ArrayList<Indicium>();
        history.stream()
                .flatMap(reply ->
                        reply instanceof MeterReply.Issued(_, var indicia)
                                ? indicia.stream()
                                : Stream.empty())
                .map(symbol -> genuine(verifier, symbol))
                .forEach(issued::add);
        assertEquals(
                LongStream.rangeClosed(1, issued.size()).boxed().toList(),
                issued.stream().map(Indicium::pieceCount).toList(),
                "piece counts have no gap and no double");
        assertEquals(issued.size(), last.pieces());
        assertEquals(
                issued.stream().map(Indicium::postage).reduce(Postage.ZERO, Postage::plus),
                last.registers().ascending(),
                "debited is what was issued");
        controlTotal = controlTotal.plus(last.registers().controlTotal());
        pieces += issued.size();
        steps += history.size();
    }

    /// Tokens are only the boxes' to verify.
    private Indicium genuine(IndiciumVerifier verifier, Bytes symbol) {
        return switch (verifier.verify(symbol)) {
            case Verdict.GenuineSpecimen(var indicium) -> indicium;
            case Verdict.TokensUnchecked(var indicium) -> {
                var asked = center.functions().verification().verify(symbol);
                var verdict = assertInstanceOf(VerifyIndicium.Result.Verified.class, asked);
                assertTrue(verdict.verdict().genuine(), verdict.toString());
                yield indicium;
            }
            case Verdict unfit -> throw new AssertionError("not genuine: " + unfit);
        };
    }

    /// A crash looks like a crash: the boxes gave again what was lost, and saw nothing else.
    private void noFalseAlarm() {
        assertEquals(List.of(), center.functions().alarms().newest());
        assertEquals(List.of(), center.faults());
        assertTrue(
                center.events().stream().allMatch(event -> event.kind() == BoxEvent.Kind.REDO),
                center.events().toString());
    }
}
