package org.franklin.datacenter.drill.ground;

import org.franklin.box.BoxEvent;
import org.franklin.box.authentication.Policy;
import org.franklin.box.ceremony.CeremonyAnswer.Described;
import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.OpenBox;
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

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The boxes, database and functions of a folder, opened as `serve` or a ceremony opens them;
/// nothing listens.
public final class Center implements AutoCloseable {

    /// No device of a drill asks more often than this, nor is a meter refilled more often.
    private static final int MOST_STEPS = 40;

    private final EmbeddedBoxes boxes;
    private final SqliteDatabase database;
    private final Boxes doors;
    private final FunctionServer functions;

    private Center(EmbeddedBoxes boxes, SqliteDatabase database, Boxes doors, FunctionServer all) {
        this.boxes = boxes;
        this.database = database;
        this.doors = doors;
        this.functions = all;
    }

    /// The seal key stays the caller's to wipe.
    public static Center open(
            Path root,
            SecretBytes sealKey,
            OpenBox.Purpose purpose,
            Clock clock,
            SecureRandom random)
            throws IOException {
        var folder = new InstallationFolder(root);
        var policy = Policy.standard(Argon2Cost.STANDARD);
        var boxes =
                EmbeddedBoxes.open(
                        EnumSet.allOf(BoxKind.class),
                        new OpenBox.Opening(
                                folder,
                                sealKey,
                                policy,
                                clock,
                                CheckedRandom.over(random),
                                purpose));
        try {
            var database = SqliteDatabase.open(folder.databaseFile());
            var doors = Boxes.behind(boxes.walls());
            var functions =
                    FunctionServer.over(
                            database,
                            doors,
                            new FunctionServer.Installation(
                                    boxes.trust(), ProcessorKey.load(folder.processorKey())),
                            clock,
                            random);
            return new Center(boxes, database, doors, functions);
        } catch (RuntimeException e) {
            boxes.close();
            throw e;
        }
    }

    public FunctionServer functions() {
        return functions;
    }

    /// The doors of the boxes, as a rogue function server holds them.
    public Boxes doors() {
        return doors;
    }

    /// Why boxes serve nobody, a sentence for each.
    public List<String> faults() {
        return boxes.faults();
    }

    /// Whether a box stands still.
    public boolean isStopped() {
        return described().anyMatch(box -> !box.stopped().isEmpty());
    }

    /// Whether a box stands still, or holds a meter or an account locked.
    public boolean isLocked() {
        return isStopped() || described().anyMatch(box -> box.latched() > 0);
    }

    private Stream<Described> described() {
        var describe = new CeremonyRequest.Describe();
        return Stream.concat(
                doors.meter().call(new MeterBoxRequest.Ceremony(describe))
                                instanceof MeterBoxAnswer.Ceremonial(Described box)
                        ? Stream.of(box)
                        : Stream.empty(),
                doors.transaction().call(new TransactionBoxRequest.Ceremony(describe))
                                instanceof TransactionBoxAnswer.Ceremonial(Described box)
                        ? Stream.of(box)
                        : Stream.empty());
    }

    /// The kinds of entries in the meter box's own audit chain.
    public List<BoxEvent.Kind> events() {
        return doors.meter().call(new MeterBoxRequest.Events(1))
                        instanceof MeterBoxAnswer.Events(var events)
                ? events.stream().map(BoxEvent::kind).toList()
                : List.of();
    }

    public Keys keys() {
        return switch (functions.keys().keys()) {
            case PublishedKeys.Result.Published(var keys) -> keys;
            case PublishedKeys.Result.Unavailable _ ->
                    throw new IllegalStateException("the database cannot be read");
        };
    }

    /// The newest receipt of a meter that the box signed, in its own archive, or in the database
    /// where a box has lost its memory.
    public Optional<Receipt> remembered(SerialNumber serial, int devices) {
        var own = inArchive(serial, devices);
        long from = own.map(receipt -> receipt.counter() + 1).orElse(0L);
        var verifier = new ReceiptVerifier(keys().verificationKeys().orThrow());
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
        return doors.meter().call(new MeterBoxRequest.Find(serial, key))
                        instanceof MeterBoxAnswer.Found(_, _, var reply)
                ? Stream.of(MeterReply.decode(reply).orThrow().receipt().receipt())
                : Stream.empty();
    }

    @Override
    public void close() {
        database.close();
        boxes.close();
    }
}
