package org.franklin.client.datacenter;

import org.franklin.client.datacenter.connection.Answer;
import org.franklin.client.datacenter.connection.DataCenter;
import org.franklin.client.datacenter.outbox.Outbox;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.VerifiedStatement;
import org.franklin.client.datacenter.outcome.VerifiedStatement.Broken;
import org.franklin.client.datacenter.outcome.VerifiedStatement.Holds;
import org.franklin.client.datacenter.outcome.VerifiedStatement.NotRead;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.ReceiptChain;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Fetches a meter's history page by page and proves it here, against the pinned root and against
/// every receipt that this computer got before.
final class History {

    private final DataCenter dataCenter;
    private final FrontDoor door;
    private final PostKeys keys;
    private final Outbox outbox;

    History(DataCenter dataCenter, FrontDoor door, PostKeys keys, Outbox outbox) {
        this.dataCenter = dataCenter;
        this.door = door;
        this.keys = keys;
        this.outbox = outbox;
    }

    VerifiedStatement statement() {
        var session = door.session();
        if (session.isEmpty()) {
            return new NotRead(new Refusal.SignedOut());
        }
        return switch (keys.fetch()) {
            case Asked.NotGiven<Keys>(var why) -> new NotRead(why);
            case Asked.Given<Keys>(var given) ->
                    statement(session.get(), given.verificationKeys().orThrow());
        };
    }

    private VerifiedStatement statement(OpenSession session, VerificationKeys trusted) {
        var serial = session.who().serial();
        var chain = new ReceiptChain(new ReceiptVerifier(trusted));
        var steps = new ArrayList<MeterReply>();
        Optional<VerifiedStatement> end = Optional.empty();
        long from = 0;
        while (end.isEmpty()) {
            var answer = dataCenter.statement(serial, from, session.token());
            int before = steps.size();
            end = page(answer, serial, chain, steps);
            if (end.isEmpty()) {
                from = counter(steps.getLast()) + 1;
            }
            if (end.isEmpty() && steps.size() - before < DataCenter.PAGE) {
                end = Optional.of(compared(serial, steps));
            }
        }
        return end.get();
    }

    /// Adds one page to the steps, or says why the statement ends here.
    private Optional<VerifiedStatement> page(
            Answer<Statement> answer,
            SerialNumber serial,
            ReceiptChain chain,
            List<MeterReply> steps) {
        return switch (answer) {
            case Answer.NotSent<Statement> notSent ->
                    Optional.of(new NotRead(Refusals.of(notSent)));
            case Answer.Refused<Statement>(var problem) ->
                    Optional.of(new NotRead(Refusals.of(problem)));
            case Answer.Lost<Statement>(var reason) ->
                    Optional.of(new NotRead(new Refusal.Unreadable(reason)));
            case Answer.Ok<Statement>(var statement) ->
                    added(statement.replies(), serial, chain, steps);
        };
    }

    private static Optional<VerifiedStatement> added(
            List<Bytes> replies, SerialNumber serial, ReceiptChain chain, List<MeterReply> steps) {
        var page = new ArrayList<MeterReply>();
        for (Bytes reply : replies) {
            switch (MeterReply.decode(reply)) {
                case Valid<MeterReply>(var step) -> page.add(step);
                case Malformed<MeterReply>(var reason) -> {
                    return Optional.of(new Broken(steps.size() + page.size(), reason));
                }
            }
        }
        if (page.isEmpty()) {
            return steps.isEmpty()
                    ? Optional.of(new Broken(0, "the statement is empty"))
                    : Optional.empty();
        }
        var finding =
                steps.isEmpty()
                        ? chain.check(page)
                        : chain.goOn(steps.getLast().receipt().receipt(), page);
        steps.addAll(page);
        return switch (finding) {
            case ReceiptChain.Finding.Broken(var counter, var law) ->
                    Optional.of(new Broken(counter, law));
            case ReceiptChain.Finding.Holds(var last) ->
                    last.serial().equals(serial)
                            ? Optional.empty()
                            : Optional.of(
                                    new Broken(last.counter(), "the history is another meter's"));
        };
    }

    /// A data center that forgets a step, or its end, is caught by the receipts kept here.
    private VerifiedStatement compared(SerialNumber serial, List<MeterReply> steps) {
        long first = counter(steps.getFirst());
        var missing =
                Stream.concat(
                                outbox.requests().replies(serial).stream(),
                                outbox.refills().replies(serial).stream())
                        .filter(mine -> !isAmong(steps, counter(mine) - first, mine))
                        .findFirst();
        if (missing.isPresent()) {
            return new Broken(
                    counter(missing.get()), "a receipt that this computer holds is not there");
        }
        var registers = steps.getLast().receipt().receipt().registers();
        return new Holds(steps, registers, registers.controlTotal());
    }

    private static boolean isAmong(List<MeterReply> steps, long position, MeterReply mine) {
        return position >= 0
                && position < steps.size()
                && steps.get(Math.toIntExact(position)).equals(mine);
    }

    private static long counter(MeterReply step) {
        return step.receipt().receipt().counter();
    }
}
