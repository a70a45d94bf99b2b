package org.franklin.datacenter.protocol;

import org.franklin.box.BoxPort;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Slot;
import org.franklin.box.key.SigningKey;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.manufacturing.Seeds;
import org.franklin.box.meter.MeterCore;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.record.Asked;
import org.franklin.box.record.Memory;
import org.franklin.box.record.Outcome;
import org.franklin.box.record.Ruling;
import org.franklin.box.record.Watch;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Voucher;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mail.MailClass;
import org.franklin.model.mail.Mailpiece;
import org.franklin.model.mail.PricedMailpiece;
import org.franklin.model.mail.RateCategory;
import org.franklin.model.mail.Weight;
import org.franklin.model.mail.ZipCode;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.QuoteId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/// The production core with one meter, $10.00 and two devices, before anybody asks for anything.
final class SmallMeter {

    static final Postage PRICE = Postage.ofCents(74);
    static final Postage FUNDS = Postage.ofDollars(10);

    /// The one number that the small world's random source draws.
    static final long NONCE = 7;

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final SerialNumber SERIAL = new SerialNumber(1042);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final List<SigningKey> devices =
            List.of(SigningKey.generate(RANDOM), SigningKey.generate(RANDOM));
    private final MeterCore core;
    private Advance last;
    private Hash previous = Hash.NONE;

    SmallMeter(Suite suite) {
        var clock = Clock.fixed(NOW, ZoneOffset.UTC);
        var processor = SigningKey.generate(RANDOM).publicKey();
        Seeds seeds = new Manufacturing(RANDOM, clock).make(processor, suite).seeds();
        core = MeterCore.of(seeds.meter(), RANDOM);
        var nothing = new Memory(Optional.empty(), Watch.NONE, Optional.empty());
        last = taken(core.table().begin(nothing, core.admit(birth(seeds), NOW).orElseThrow()));
        var authentication =
                BoxSigner.seeded(
                        seeds.authentication().signingKey(), seeds.authentication().certificate());
        var cluster = seeds.meter().cluster();
        for (int i = 0; i < devices.size(); i++) {
            var grant =
                    new Grant(
                            cluster,
                            SERIAL,
                            Hash.NONE,
                            i + 1,
                            devices.get(i).publicKey(),
                            Grant.Kind.ENROLMENT);
            go(new MeterStep.Enrol(authentication.sign(grant)));
        }
        var transaction =
                BoxSigner.seeded(
                        seeds.transaction().signingKey(), seeds.transaction().certificate());
        go(new MeterStep.Refill(transaction.sign(new Voucher(cluster, SERIAL, 1, FUNDS))));
    }

    private static Birth birth(Seeds seeds) {
        var steel =
                new BoxPort<>(
                        SteelBoxRequest.class,
                        SteelBoxAnswer.class,
                        SteelBox.open(seeds.steel(), () -> NOW, RANDOM));
        if (steel.call(new SteelBoxRequest.Make(SERIAL)) instanceof SteelBoxAnswer.Made(var made)) {
            return made;
        }
        throw new AssertionError("the steel box made no meter");
    }

    private void go(MeterStep step) {
        var memory = new Memory(Optional.of(slot()), Watch.NONE, Optional.empty());
        Advance next = taken(rule(memory, last, step, 0));
        previous = Hash.of(last.record());
        last = next;
    }

    private static Advance taken(Ruling ruling) {
        if (ruling.outcome() instanceof Outcome.Taken(var step)) {
            return step;
        }
        throw new AssertionError("not taken: " + ruling.outcome());
    }

    /// The core's own word.
    Ruling rule(Memory memory, Advance shown, MeterStep step, long confirmation) {
        return core.table()
                .rule(
                        memory,
                        core.table().read(shown.record()),
                        new Asked<>(Optional.of(step), confirmation, NOW, NONCE));
    }

    Advance last() {
        return last;
    }

    Slot slot() {
        return new Slot(last.counter(), Hash.of(last.record()), previous, Optional.empty());
    }

    /// A request for one letter; `device` counts from 0.
    MeterStep dispense(int device, long sequence) {
        var piece =
                new Mailpiece(
                        MailClass.FIRST_CLASS,
                        RateCategory.LETTER,
                        Weight.ofOunces(1),
                        List.of(),
                        new ZipCode("06484"),
                        new ZipCode("97201"),
                        LocalDate.ofInstant(NOW, ZoneOffset.UTC));
        return signed(
                device,
                new MeterRequest.Dispense(
                        SERIAL,
                        new DeviceId(device + 1),
                        sequence,
                        new QuoteId(Bytes.of(new byte[QuoteId.LENGTH])),
                        List.of(new PricedMailpiece(piece, PRICE))));
    }

    MeterStep cancel(int device, long sequence) {
        return signed(device, new MeterRequest.Cancel(SERIAL, new DeviceId(device + 1), sequence));
    }

    private MeterStep signed(int device, MeterRequest request) {
        var canonical = request.canonical();
        return new MeterStep.Serve(
                new DeviceSigned(canonical, devices.get(device).sign(canonical)));
    }
}
