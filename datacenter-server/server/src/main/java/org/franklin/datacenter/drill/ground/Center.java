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
import org.franklin.datacenter.function.FunctionServer;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.function.keys.PublishedKeys;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.OpenBox;
import org.franklin.model.meter.Receipt;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.wire.Keys;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The boxes, database and functions of a folder, opened as `serve` or a ceremony opens them;
/// nothing listens.
public final class Center implements AutoCloseable {

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

    /// The newest receipt of a meter that the box signed.
    public Optional<Receipt> remembered(SerialNumber serial, int devices) {
        return new NewestReceipt(database, doors.meter(), keys()).of(serial, devices);
    }

    @Override
    public void close() {
        database.close();
        boxes.close();
    }
}
