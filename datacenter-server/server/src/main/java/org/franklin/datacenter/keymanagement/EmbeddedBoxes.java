package org.franklin.datacenter.keymanagement;

import org.franklin.box.SecureBox;
import org.franklin.box.authentication.AuthenticationBox;
import org.franklin.box.authentication.Policy;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.manufacturing.Opened;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.box.manufacturing.Trust;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.transaction.TransactionBox;

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
    private final CheckedRandom random;
    private final Keyring journalKeys;
    private final Walls walls;
    private final Trust trust;

    /// The boxes as everyone else sees them.
    public record Walls(
            SecureBox authentication, SecureBox transaction, SecureBox meter, SecureBox steel) {}

    private EmbeddedBoxes(
            LocalJournal meterJournal,
            LocalJournal transactionJournal,
            CheckedRandom random,
            Keyring journalKeys,
            Walls walls,
            Trust trust) {
        this.meterJournal = meterJournal;
        this.transactionJournal = transactionJournal;
        this.random = random;
        this.journalKeys = journalKeys;
        this.walls = walls;
        this.trust = trust;
    }

    /// Opens all boxes, or throws and says which file is missing or unreadable. Nothing is made: a
    /// box without its journal has lost its memory, and must not begin a new one.
    public static EmbeddedBoxes open(
            InstallationFolder folder, Policy policy, InstantSource clock, SecureRandom source)
            throws IOException {
        var random = CheckedRandom.over(source);
        var seeds = new SealedSeeds(folder.boxes(), folder.sealKey(), random);
        var meter = seed(seeds.meter());
        var transaction = seed(seeds.transaction());
        var authentication = seed(seeds.authentication());
        var steel = seed(seeds.steel());
        var keys = new Keyring();
        var meterKey = MeterBox.journalKey(meter);
        var transactionKey = TransactionBox.journalKey(transaction);
        keys.onClose(meterKey::close);
        keys.onClose(transactionKey::close);
        LocalJournal meterJournal =
                LocalJournal.open(
                        folder.boxMemory(), InstallationFolder.METER_JOURNAL, meterKey, clock);
        LocalJournal transactionJournal = beside(meterJournal, folder, transactionKey, clock);
        return new EmbeddedBoxes(
                meterJournal,
                transactionJournal,
                random,
                keys,
                new Walls(
                        AuthenticationBox.open(authentication, policy, clock, random),
                        TransactionBox.open(transaction, transactionJournal, random, clock)
                                .behindItsWall(),
                        MeterBox.open(meter, meterJournal, random, clock).behindItsWall(),
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
                        transactionJournal.fault().map(fault -> "transaction box: " + fault),
                        random.fault().map(fault -> "all boxes: " + fault))
                .flatMap(Optional::stream)
                .toList();
    }

    /// Wipes the keys of all boxes, and closes their memories.
    @Override
    public void close() {
        Stream.of(walls.authentication, walls.transaction, walls.meter, walls.steel)
                .forEach(SecureBox::close);
        meterJournal.close();
        transactionJournal.close();
        journalKeys.close();
    }

    /// Opens the second journal, or closes the first too.
    private static LocalJournal beside(
            LocalJournal first, InstallationFolder folder, MasterKey key, InstantSource clock)
            throws IOException {
        try {
            return LocalJournal.open(
                    folder.boxMemory(), InstallationFolder.TRANSACTION_JOURNAL, key, clock);
        } catch (IOException | RuntimeException e) {
            first.close();
            throw e;
        }
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
