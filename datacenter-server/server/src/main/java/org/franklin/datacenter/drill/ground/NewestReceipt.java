package org.franklin.datacenter.drill.ground;

import org.franklin.box.BoxPort;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.ReceiptVerifier;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.meter.SignedReceipt;
import org.franklin.model.wire.Keys;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Finds what the meter box said last of a meter.
record NewestReceipt(Database database, BoxPort<MeterBoxRequest, MeterBoxAnswer> meter, Keys keys) {

    /// No device of a drill asks more often than this, nor is a meter refilled more often.
    private static final int MOST_STEPS = 40;

    /// The newest receipt of a meter that the box signed, in its own archive, or in the database
    /// where a box has lost its memory.
    Optional<Receipt> of(SerialNumber serial, int devices) {
        var own = inArchive(serial, devices);
        long from = own.map(receipt -> receipt.counter() + 1).orElse(0L);
        var verifier = new ReceiptVerifier(keys.verificationKeys().orThrow());
        return database
                .read(in -> new MeterDatabase().records().steps(in, serial, from, MOST_STEPS))
                .stream()
                .flatMap(step -> receipt(step.reply()).stream())
                .filter(verifier::isGenuine)
                .map(SignedReceipt::receipt)
                .max(Comparator.comparingLong(Receipt::counter))
                .or(() -> own);
    }

    private static Optional<SignedReceipt> receipt(Bytes reply) {
        return switch (MeterReply.decode(reply)) {
            case Valid<MeterReply>(var read) -> Optional.of(read.receipt());
            case Malformed<MeterReply> _ -> Optional.empty();
        };
    }

    private Optional<Receipt> inArchive(SerialNumber serial, int devices) {
        return IntStream.rangeClosed(0, devices)
                .boxed()
                .flatMap(actor ->
                        LongStream.rangeClosed(0, MOST_STEPS)
                                .mapToObj(at -> new RequestKey(actor, at, Hash.NONE)))
                .flatMap(key -> archived(serial, key))
                .max(Comparator.comparingLong(Receipt::counter));
    }

    private Stream<Receipt> archived(SerialNumber serial, RequestKey key) {
        return meter.call(new MeterBoxRequest.Find(serial, key))
                        instanceof MeterBoxAnswer.Found(_, _, var reply)
                ? Stream.of(MeterReply.decode(reply).orThrow().receipt().receipt())
                : Stream.empty();
    }
}
