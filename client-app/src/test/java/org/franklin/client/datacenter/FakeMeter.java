package org.franklin.client.datacenter;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.IndiciumFlag;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest.Cancel;
import org.franklin.model.meter.MeterRequest.Dispense;
import org.franklin.model.meter.MeterRequest.Enrol;
import org.franklin.model.meter.MeterRequest.Revoke;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Problem;
import org.franklin.model.wire.ProblemType;
import org.franklin.model.wire.Refill;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

/// An honest meter for tests, in memory: registers, a chain of receipts, and one outcome for each
/// number of each device.
final class FakeMeter {

    /// What a request comes to.
    sealed interface Answer {

        record Done(MeterReply reply) implements Answer {}

        record No(Problem problem) implements Answer {}
    }

    private static final Bytes CLUSTER = Bytes.of(new byte[16]);

    private final FakePost post;
    private final List<MeterReply> steps = new ArrayList<>();
    private final Map<RequestKey, MeterReply> outcomes = new HashMap<>();
    private final Map<UUID, MeterReply> refills = new HashMap<>();

    /// In the place of a key.
    private static final Bytes REMOVED = Bytes.EMPTY;

    private final List<Bytes> devices = new ArrayList<>();

    FakeMeter(FakePost post) {
        this.post = post;
        step(
                new RequestKey(RequestKey.DATA_CENTER, 0, Hash.NONE),
                Registers.EMPTY,
                List.of(),
                MeterReply.Admitted::new);
    }

    synchronized List<MeterReply> steps() {
        return List.copyOf(steps);
    }

    synchronized Registers registers() {
        return steps.isEmpty() ? Registers.EMPTY : last().registers();
    }

    synchronized long pieces() {
        return steps.isEmpty() ? 0 : last().pieces();
    }

    synchronized long counter() {
        return last().counter();
    }

    synchronized DeviceId enrol(Bytes deviceKey) {
        if (!devices.contains(deviceKey)) {
            devices.add(deviceKey);
            step(
                    new RequestKey(devices.size(), 0, Hash.of(deviceKey)),
                    registers(),
                    List.of(),
                    receipt -> new MeterReply.Enrolled(receipt, new DeviceId(devices.size())));
        }
        return new DeviceId(devices.indexOf(deviceKey) + 1);
    }

    /// Lets a device in, in place of all others.
    synchronized void recover(Bytes deviceKey) {
        Collections.fill(devices, REMOVED);
        enrol(deviceKey);
    }

    synchronized boolean knows(Bytes deviceKey) {
        return devices.contains(deviceKey);
    }

    synchronized long nextSequence(DeviceId device) {
        long next = 1;
        while (outcome(device, next) instanceof Answer.Done) {
            next++;
        }
        return next;
    }

    synchronized Answer outcome(DeviceId device, long sequence) {
        var place = new RequestKey(device.number(), sequence, Hash.NONE);
        return outcomes.entrySet().stream()
                .filter(outcome -> outcome.getKey().samePlace(place))
                .findFirst()
                .<Answer>map(outcome -> new Answer.Done(outcome.getValue()))
                .orElseGet(() -> no(ProblemType.UNKNOWN_REQUEST));
    }

    synchronized Answer request(DeviceSigned signed) {
        var request = signed.decode().orThrow();
        var key = RequestKey.of(request);
        if (outcome(request.device(), request.sequence()) instanceof Answer.Done done) {
            return outcomes.containsKey(key) || request instanceof Cancel
                    ? done
                    : no(ProblemType.CONFLICTING_REQUEST);
        }
        if (devices.get(request.device().number() - 1).equals(REMOVED)) {
            return no(ProblemType.DEVICE_NOT_ENROLLED);
        }
        if (request.sequence() != nextSequence(request.device())) {
            return no(ProblemType.SEQUENCE_GAP);
        }
        return switch (request) {
            case Cancel _ -> done(key, step(key, registers(), List.of(), MeterReply.Voided::new));
            case Dispense dispense -> dispense(key, dispense);
            case Enrol enrol -> {
                devices.add(enrol.newDevice());
                var number = new DeviceId(devices.size());
                yield done(
                        key,
                        step(
                                key,
                                registers(),
                                List.of(),
                                receipt -> new MeterReply.Enrolled(receipt, number)));
            }
            case Revoke revoke -> {
                devices.set(revoke.revoked().number() - 1, REMOVED);
                yield done(
                        key,
                        step(
                                key,
                                registers(),
                                List.of(),
                                receipt -> new MeterReply.Revoked(receipt, revoke.revoked())));
            }
        };
    }

    synchronized Answer refill(Refill refill) {
        var done =
                refills.computeIfAbsent(
                        refill.id(),
                        id ->
                                step(
                                        new RequestKey(
                                                RequestKey.VOUCHERS,
                                                refills.size() + 1L,
                                                Hash.of(
                                                        Bytes.of(
                                                                id.toString()
                                                                        .getBytes(
                                                                                StandardCharsets
                                                                                        .UTF_8)))),
                                        registers().refill(refill.amount()),
                                        List.of(),
                                        MeterReply.Refilled::new));
        return new Answer.Done(done);
    }

    static Answer no(ProblemType type) {
        return new Answer.No(Problem.of(type, type.title() + ".", "test"));
    }

    private Answer dispense(RequestKey key, Dispense dispense) {
        if (!registers().descending().covers(dispense.total())) {
            return no(ProblemType.INSUFFICIENT_FUNDS);
        }
        var indicia = new ArrayList<Bytes>();
        var registers = registers();
        long count = pieces();
        for (PricedMailpiece piece : dispense.pieces()) {
            registers = registers.dispense(piece.price());
            count++;
            indicia.add(indicium(piece, registers.ascending(), count));
        }
        return done(
                key,
                step(key, registers, indicia, receipt -> new MeterReply.Issued(receipt, indicia)));
    }

    private Bytes indicium(PricedMailpiece priced, Postage ascending, long count) {
        var piece = priced.piece();
        var indicium =
                new Indicium(
                        post.serial(),
                        ascending,
                        priced.price(),
                        piece.mailingDate(),
                        piece.weight(),
                        count,
                        piece.mailClass(),
                        piece.category(),
                        FakePost.METER,
                        piece.destination(),
                        piece.origin(),
                        List.of(IndiciumFlag.SPECIMEN),
                        piece.services());
        return new EcdsaIndicium(indicium, post.signIndicium(IndiciumForm.data(indicium))).bytes();
    }

    private Answer done(RequestKey key, MeterReply reply) {
        outcomes.put(key, reply);
        return new Answer.Done(reply);
    }

    private MeterReply step(
            RequestKey key,
            Registers registers,
            List<Bytes> indicia,
            Function<SignedReceipt, MeterReply> reply) {
        var record = Hash.of(Bytes.of(("record " + steps.size()).getBytes(StandardCharsets.UTF_8)));
        var receipt =
                new Receipt(
                        CLUSTER,
                        post.serial(),
                        steps.size(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        key,
                        record,
                        steps.isEmpty() ? Hash.NONE : last().record(),
                        registers,
                        pieces() + indicia.size(),
                        indicia.isEmpty()
                                ? Hash.NONE
                                : Hash.of(indicia.stream().reduce(Bytes.EMPTY, Bytes::plus)));
        var made = reply.apply(post.sign(receipt));
        steps.add(made);
        return made;
    }

    private Receipt last() {
        return steps.getLast().receipt().receipt();
    }
}
