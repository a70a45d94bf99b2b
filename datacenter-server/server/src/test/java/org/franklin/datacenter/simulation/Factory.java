package org.franklin.datacenter.simulation;

import org.franklin.box.BoxPort;
import org.franklin.box.key.SigningKey;
import org.franklin.box.manufacturing.Manufactured;
import org.franklin.box.manufacturing.Manufacturing;
import org.franklin.box.meter.MeterSeed;
import org.franklin.box.meter.MeterStep;
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
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What all runs share, since its keys take long to make: an installation as it was manufactured,
/// three meters, and the keys of the devices to come.
final class Factory {

    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    static final int METERS = 3;

    private static final int DEVICES = 24;

    private final Manufactured made;
    private final List<Birth> births;
    private final List<SigningKey> devices;
    private final BoxSigner authentication;
    private final BoxSigner transaction;
    private final ReceiptVerifier receipts;

    Factory(Suite suite) {
        var random = new SecureRandom();
        made =
                new Manufacturing(random, () -> NOW)
                        .make(SigningKey.generate(random).publicKey(), suite);
        var seeds = made.seeds();
        var steel =
                new BoxPort<>(
                        SteelBoxRequest.class,
                        SteelBoxAnswer.class,
                        SteelBox.open(seeds.steel(), () -> NOW, random));
        births =
                IntStream.range(0, METERS)
                        .mapToObj(i -> birth(steel, new SerialNumber(1001 + i)))
                        .toList();
        devices = Stream.generate(() -> SigningKey.generate(random)).limit(DEVICES).toList();
        authentication =
                BoxSigner.seeded(
                        seeds.authentication().signingKey(), seeds.authentication().certificate());
        transaction =
                BoxSigner.seeded(
                        seeds.transaction().signingKey(), seeds.transaction().certificate());
        receipts =
                new ReceiptVerifier(
                        VerificationKeys.of(made.trust().root(), made.trust().certificates())
                                .orThrow());
    }

    private static Birth birth(
            BoxPort<SteelBoxRequest, SteelBoxAnswer> steel, SerialNumber serial) {
        if (steel.call(new SteelBoxRequest.Make(serial)) instanceof SteelBoxAnswer.Made(var born)) {
            return born;
        }
        throw new AssertionError("the steel box made no meter");
    }

    MeterSeed seed() {
        return made.seeds().meter();
    }

    Birth birth(int meter) {
        return births.get(meter);
    }

    ReceiptVerifier receipts() {
        return receipts;
    }

    Bytes deviceKey(int device) {
        return devices.get(device % DEVICES).publicKey();
    }

    Bytes sign(int device, Bytes request) {
        return devices.get(device % DEVICES).sign(request);
    }

    MeterStep.Enrol grant(SerialNumber serial, long number, int device) {
        return new MeterStep.Enrol(
                authentication.sign(
                        new Grant(
                                seed().cluster(),
                                serial,
                                Hash.NONE,
                                number,
                                deviceKey(device),
                                Grant.Kind.ENROLMENT)));
    }

    Voucher voucher(SerialNumber serial, long number, Postage amount) {
        return new Voucher(seed().cluster(), serial, number, amount);
    }

    MeterStep.Refill refill(Voucher voucher) {
        return new MeterStep.Refill(transaction.sign(voucher));
    }
}
