package org.franklin.datacenter;

import org.franklin.box.custody.Share;
import org.franklin.box.file.OwnFile;
import org.franklin.box.file.OwnerMode;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.suite.Cryptography;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.keymanagement.Ceremony;
import org.franklin.datacenter.keymanagement.FolderLock;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.custody.Choosing;
import org.franklin.datacenter.keymanagement.custody.Seal;
import org.franklin.datacenter.keymanagement.custody.SealFile;
import org.franklin.datacenter.keymanagement.custody.Secrets;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/// A data center's own folder, held by this process alone until it is closed, but for processes
/// that have one box of it.
///
/// It is made once, by [#create]. [#open] makes nothing, so that a mistyped path cannot start a
/// second world of meters.
public final class Installation implements AutoCloseable {

    /// What came of opening a folder.
    public sealed interface Opening {

        record Opened(Installation installation) implements Opening {}

        /// A sentence fit to show that says what to do.
        record Refused(String sentence) implements Opening {}
    }

    private final InstallationFolder folder;
    private final DataCenterConfig config;
    private final Optional<FolderLock> lock;
    private Optional<Seal> seal = Optional.empty();

    private Installation(
            InstallationFolder folder, DataCenterConfig config, Optional<FolderLock> lock) {
        this.folder = folder;
        this.config = config;
        this.lock = lock;
    }

    public static boolean exists(Path folder) throws IOException {
        return switch (new InstallationFolder(folder).condition()) {
            case EMPTY -> false;
            case HALF_MADE, COMPLETE, OTHER_FORM, FOREIGN -> true;
        };
    }

    /// Makes one whose boxes a file opens, as demos and tests do. Two keepers are made with it,
    /// whose keys lie in its folder.
    public static Opening create(
            Path root, DataCenterConfig config, InstantSource clock, SecureRandom random)
            throws IOException {
        return create(root, config, Suite.STANDARD, clock, random);
    }

    /// The same, with the cryptography of this suite.
    public static Opening create(
            Path root,
            DataCenterConfig config,
            Suite suite,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        return create(
                root,
                config,
                Cryptography.of(suite),
                Choosing.file(),
                Optional.empty(),
                clock,
                random);
    }

    /// Makes an installation in a folder that is empty or not there, and opens it and its seal. Who
    /// is to open the boxes is asked only if it can be made. `keepers` are the people whom its
    /// boxes believe in ceremonies, for good; where none are named, two are made as above.
    public static Opening create(
            Path root,
            DataCenterConfig config,
            Cryptography cryptography,
            Choosing custody,
            Optional<Keepers> keepers,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        var folder = new InstallationFolder(root);
        return switch (folder.condition()) {
            case COMPLETE -> refused(root + " holds an installation already.");
            case HALF_MADE, OTHER_FORM -> refused(folder.unfit().orElseThrow());
            case FOREIGN -> refused(root + " is not empty. Choose another folder.");
            case EMPTY ->
                    switch (Seal.first(custody, random)) {
                        case Seal.Opening.Refused(var sentence) -> refused(sentence);
                        case Seal.Opening.Open(var seal) -> {
                            var ceremony = new Ceremony(folder, clock, random);
                            make(folder, config, cryptography, seal, keepers, ceremony);
                            yield sealed(open(root), seal);
                        }
                    };
        };
    }

    private static Opening sealed(Opening opening, Seal seal) {
        if (opening instanceof Opening.Opened(var installation)) {
            installation.seal = Optional.of(seal);
        } else {
            seal.close();
        }
        return opening;
    }

    public static Opening open(Path root) throws IOException {
        return open(root, Installation::locked);
    }

    /// Opens it beside whoever serves it, for a process that has one box of it and nothing else:
    /// the box's journal has a lock of its own.
    static Opening openBeside(Path root) throws IOException {
        return open(
                root,
                (folder, config) ->
                        new Opening.Opened(new Installation(folder, config, Optional.empty())));
    }

    private interface Taking {
        Opening take(InstallationFolder folder, DataCenterConfig config) throws IOException;
    }

    private static Opening open(Path root, Taking taking) throws IOException {
        var folder = new InstallationFolder(root);
        var unfit = folder.unfit();
        if (unfit.isPresent()) {
            return refused(unfit.get());
        }
        return switch (ConfigFile.read(folder.config())) {
            case Malformed<DataCenterConfig>(var reason) ->
                    refused(folder.config() + ": " + reason + ".");
            case Valid<DataCenterConfig>(var config) -> taking.take(folder, config);
        };
    }

    public InstallationFolder folder() {
        return folder;
    }

    public DataCenterConfig config() {
        return config;
    }

    /// Opens the seal with what the one who is asked gives; does nothing where it is open.
    public Seal.Opening unseal(Secrets secrets) throws IOException {
        if (seal.isPresent()) {
            return new Seal.Opening.Open(seal.get());
        }
        var opening = Seal.open(SealFile.of(folder), secrets);
        if (opening instanceof Seal.Opening.Open(var opened)) {
            seal = Optional.of(opened);
        }
        return opening;
    }

    /// The open seal; where nobody was asked, the one that a file opens. Throws and says so where
    /// that does not do. Whoever has opened the boxes with its key wipes the key.
    public Seal seal() throws IOException {
        return switch (unseal(Secrets.none())) {
            case Seal.Opening.Open(var opened) -> opened;
            case Seal.Opening.Refused(var sentence) -> throw new IOException(sentence);
        };
    }

    /// The custodians' shares, if this installation was made just now and custodians keep it.
    List<Share> issued() {
        return seal.map(Seal::issued).orElse(List.of());
    }

    /// Lines to be shown where anybody opens the boxes who can read a file; else none.
    public List<String> warning() {
        return seal.map(opened -> opened.warning(SealFile.of(folder))).orElse(List.of());
    }

    @Override
    public void close() {
        seal.ifPresent(Seal::close);
        lock.ifPresent(FolderLock::close);
    }

    private static void make(
            InstallationFolder folder,
            DataCenterConfig config,
            Cryptography cryptography,
            Seal seal,
            Optional<Keepers> keepers,
            Ceremony ceremony)
            throws IOException {
        ceremony.begin();
        ceremony.makeKeys(
                ProcessorKey.create(folder.processorKey()).publicKey(),
                cryptography,
                keepers.isPresent() ? keepers.get() : ceremony.makeKeepers(),
                seal.key(),
                seal.custody());
        SqliteDatabase.create(folder.databaseFile()).close();
        OwnerMode.FILE.set(folder.databaseFile());
        OwnFile.create(folder.config(), ConfigFile.write(config).getBytes(StandardCharsets.UTF_8));
        folder.complete();
    }

    private static Opening locked(InstallationFolder folder, DataCenterConfig config)
            throws IOException {
        return FolderLock.take(folder)
                .<Opening>map(lock ->
                        new Opening.Opened(new Installation(folder, config, Optional.of(lock))))
                .orElseGet(() ->
                        refused(
                                folder.root()
                                        + " is in use. Stop the data center that serves it"
                                        + " first."));
    }

    private static Opening refused(String sentence) {
        return new Opening.Refused(sentence);
    }
}
