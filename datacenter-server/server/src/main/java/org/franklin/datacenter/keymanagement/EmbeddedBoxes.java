package org.franklin.datacenter.keymanagement;

import org.franklin.box.SecureBox;
import org.franklin.box.authentication.AuthenticationBox;
import org.franklin.box.authentication.Policy;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.manufacturing.Opened;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.box.manufacturing.Trust;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.meter.MeterSeed;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.transaction.TransactionBox;
import org.franklin.box.transaction.TransactionSeed;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The boxes of an installation inside this process, from their sealed seeds and their journals.
///
/// Boxes inside this process protect against the administrators of the database, not against code
/// in it.
public final class EmbeddedBoxes implements AutoCloseable {

    private final LocalJournal meterJournal;
    private final LocalJournal transactionJournal;
    private final Walls walls;
    private final Trust trust;

    /// The boxes as everyone else sees them.
    public record Walls(
            SecureBox authentication, SecureBox transaction, SecureBox meter, SecureBox steel) {}

    private EmbeddedBoxes(
            LocalJournal meterJournal, LocalJournal transactionJournal, Walls walls, Trust trust) {
        this.meterJournal = meterJournal;
        this.transactionJournal = transactionJournal;
        this.walls = walls;
        this.trust = trust;
    }

    /// Opens all boxes, or throws and says which file is missing or unreadable. Nothing is made: a
    /// box without its journal has lost its memory, and must not begin a new one.
    public static EmbeddedBoxes open(
            InstallationFolder folder, Policy policy, InstantSource clock, SecureRandom random)
            throws IOException {
        var seeds = new SealedSeeds(folder.boxes(), folder.sealKey(), random);
        var meter = seed(seeds.meter());
        var transaction = seed(seeds.transaction());
        var authentication = seed(seeds.authentication());
        var steel = seed(seeds.steel());
        LocalJournal meterJournal = journal(folder, meter, clock);
        LocalJournal transactionJournal = beside(meterJournal, folder, transaction, clock);
        return new EmbeddedBoxes(
                meterJournal,
                transactionJournal,
                new Walls(
                        AuthenticationBox.open(authentication, policy, clock, random),
                        TransactionBox.open(
                                        transaction,
                                        () -> again(seeds.transaction()),
                                        transactionJournal,
                                        random,
                                        clock)
                                .behindItsWall(),
                        MeterBox.open(
                                        meter,
                                        () -> again(seeds.meter()),
                                        meterJournal,
                                        random,
                                        clock)
                                .behindItsWall(),
                        SteelBox.open(steel, clock, random)),
                new Trust(
                        meter.root(),
                        List.of(
                                meter.receiptCertificate(),
                                transaction.certificate(),
                                authentication.certificate(),
                                authentication.credentialsCertificate()),
                        BoxKey.CREDENTIALS.number()));
    }

    public Walls walls() {
        return walls;
    }

    /// What anyone may know of the boxes, from inside their seals.
    public Trust trust() {
        return trust;
    }

    /// Why boxes serve nobody, a sentence for each.
    public List<String> faults() {
        return Stream.of(
                        meterJournal.fault().map(fault -> "meter box: " + fault),
                        transactionJournal.fault().map(fault -> "transaction box: " + fault))
                .flatMap(Optional::stream)
                .toList();
    }

    @Override
    public void close() {
        meterJournal.close();
        transactionJournal.close();
    }

    private static LocalJournal journal(
            InstallationFolder folder, MeterSeed seed, InstantSource clock) throws IOException {
        return LocalJournal.open(
                folder.boxMemory(),
                InstallationFolder.METER_JOURNAL,
                MeterBox.journalKey(seed),
                clock);
    }

    /// Opens the second journal, or closes the first too.
    private static LocalJournal beside(
            LocalJournal first,
            InstallationFolder folder,
            TransactionSeed seed,
            InstantSource clock)
            throws IOException {
        try {
            return journal(folder, seed, clock);
        } catch (IOException | RuntimeException e) {
            first.close();
            throw e;
        }
    }

    private static LocalJournal journal(
            InstallationFolder folder, TransactionSeed seed, InstantSource clock)
            throws IOException {
        return LocalJournal.open(
                folder.boxMemory(),
                InstallationFolder.TRANSACTION_JOURNAL,
                TransactionBox.journalKey(seed),
                clock);
    }

    /// The seed for a ceremony, after the box wiped its keys.
    private static <T> Optional<T> again(Opened<T> opened) {
        return opened instanceof Opened.Seed<T>(var seed) ? Optional.of(seed) : Optional.empty();
    }

    private static <T> T seed(Opened<T> opened) throws IOException {
        return switch (opened) {
            case Opened.Seed<T>(var seed) -> seed;
            case Opened.Missing<T>(var file) -> throw new IOException(file + " is missing");
            case Opened.NotOpenable<T>(var file) ->
                    throw new IOException(file + " was changed, or is of another installation");
            case Opened.WrongBox<T>(var file, var box) ->
                    throw new IOException(file + " is the seed of the " + box + " box");
        };
    }
}
