package org.franklin.datacenter.keymanagement;

import org.franklin.box.SecureBox;
import org.franklin.box.authentication.AuthenticationBox;
import org.franklin.box.authentication.Policy;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.manufacturing.Opened;
import org.franklin.box.manufacturing.SealedSeeds;
import org.franklin.box.meter.MeterBox;
import org.franklin.box.steel.SteelBox;
import org.franklin.box.transaction.TransactionBox;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// One box of an installation, open in this process: from its own seed and its own journal, and
/// nothing of any other box.
///
/// A box inside the function server's process protects against the administrators of the database,
/// not against code in that process (`protocol`, ruling 15).
public final class OpenBox implements AutoCloseable {

    private final BoxKind kind;
    private final SecureBox wall;
    private final Optional<LocalJournal> journal;
    private final Keyring keys;

    private OpenBox(BoxKind kind, SecureBox wall, Optional<LocalJournal> journal, Keyring keys) {
        this.kind = kind;
        this.wall = wall;
        this.journal = journal;
        this.keys = keys;
    }

    /// What the boxes of one process are opened for.
    public enum Purpose {
        /// A box that is stopped has no key until its process starts anew.
        SERVICE,
        /// A box that is stopped opens its sealed seed again for as long as a ceremony takes, and
        /// keeps a copy of the seal key for that until it is closed. For commands of keepers alone,
        /// and boxes that are started for them, which end with their ceremony.
        CEREMONY
    }

    /// What all boxes of one process are opened with. The seal key stays the caller's to wipe.
    public record Opening(
            InstallationFolder folder,
            SecretBytes sealKey,
            Policy policy,
            InstantSource clock,
            CheckedRandom random,
            Purpose purpose) {

        /// For service.
        public Opening(
                InstallationFolder folder,
                SecretBytes sealKey,
                Policy policy,
                InstantSource clock,
                CheckedRandom random) {
            this(folder, sealKey, policy, clock, random, Purpose.SERVICE);
        }

        SealedSeeds seeds() {
            return seeds(sealKey);
        }

        private SealedSeeds seeds(SecretBytes key) {
            return new SealedSeeds(folder.boxes(), key, random);
        }

        /// Opens a seed again after its box has wiped its keys, where the boxes were opened for a
        /// ceremony. The copy of the seal key is on the box's ring.
        private <T> Supplier<Optional<T>> again(
                Keyring keys, Function<SealedSeeds, Opened<T>> seed) {
            return switch (purpose) {
                case SERVICE -> Optional::empty;
                case CEREMONY -> {
                    var seeds = seeds(keys.keep(sealKey.copy()));
                    yield () ->
                            seed.apply(seeds) instanceof Opened.Seed<T>(var opened)
                                    ? Optional.of(opened)
                                    : Optional.empty();
                }
            };
        }
    }

    /// Opens the box, or throws and says which file is missing, unreadable or in use. Nothing is
    /// made: a box without its journal has lost its memory, and must not begin a new one. Its seed
    /// is wiped as soon as it is open.
    public static OpenBox open(BoxKind kind, Opening with) throws IOException {
        var keys = new Keyring();
        try {
            return switch (kind) {
                case AUTHENTICATION -> authentication(with, keys);
                case TRANSACTION -> transaction(with, keys);
                case METER -> meter(with, keys);
                case STEEL -> steel(with, keys);
            };
        } catch (IOException | RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    private static OpenBox authentication(Opening with, Keyring keys) throws IOException {
        try (var seed = seed(with.seeds().authentication())) {
            return new OpenBox(
                    BoxKind.AUTHENTICATION,
                    AuthenticationBox.open(seed, with.policy, with.clock, with.random),
                    Optional.empty(),
                    keys);
        }
    }

    private static OpenBox transaction(Opening with, Keyring keys) throws IOException {
        try (var seed = seed(with.seeds().transaction())) {
            var key = keys.keep(TransactionBox.journalKey(seed));
            var journal = journal(InstallationFolder.TRANSACTION_JOURNAL, key, with);
            return new OpenBox(
                    BoxKind.TRANSACTION,
                    TransactionBox.open(
                                    seed,
                                    with.again(keys, SealedSeeds::transaction),
                                    journal,
                                    with.random,
                                    with.clock)
                            .behindItsWall(),
                    Optional.of(journal),
                    keys);
        }
    }

    private static OpenBox meter(Opening with, Keyring keys) throws IOException {
        try (var seed = seed(with.seeds().meter())) {
            var key = keys.keep(MeterBox.journalKey(seed));
            var journal = journal(InstallationFolder.METER_JOURNAL, key, with);
            return new OpenBox(
                    BoxKind.METER,
                    MeterBox.open(
                                    seed,
                                    with.again(keys, SealedSeeds::meter),
                                    journal,
                                    with.random,
                                    with.clock)
                            .behindItsWall(),
                    Optional.of(journal),
                    keys);
        }
    }

    private static OpenBox steel(Opening with, Keyring keys) throws IOException {
        try (var seed = seed(with.seeds().steel())) {
            return new OpenBox(
                    BoxKind.STEEL,
                    SteelBox.open(seed, with.clock, with.random),
                    Optional.empty(),
                    keys);
        }
    }

    public BoxKind kind() {
        return kind;
    }

    /// The box as everyone else sees it.
    public SecureBox wall() {
        return wall;
    }

    /// Why the box serves nobody.
    public Optional<String> fault() {
        return journal.flatMap(LocalJournal::fault);
    }

    /// Wipes the box's keys, and closes its memory.
    @Override
    public void close() {
        wall.close();
        journal.ifPresent(LocalJournal::close);
        keys.close();
    }

    private static LocalJournal journal(String name, MasterKey key, Opening with)
            throws IOException {
        return LocalJournal.open(with.folder.boxMemory(), name, key, with.clock);
    }

    static <T> T seed(Opened<T> opened) throws IOException {
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
