package org.franklin.datacenter;

import org.franklin.box.suite.Suite;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.function.funds.ProcessorKey;
import org.franklin.datacenter.keymanagement.Ceremony;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.datacenter.keymanagement.PrivateFiles;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.InstantSource;
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
    private final Optional<FileChannel> lock;

    private Installation(
            InstallationFolder folder, DataCenterConfig config, Optional<FileChannel> lock) {
        this.folder = folder;
        this.config = config;
        this.lock = lock;
    }

    public static boolean exists(Path folder) throws IOException {
        return switch (new InstallationFolder(folder).condition()) {
            case EMPTY -> false;
            case HALF_MADE, COMPLETE, FOREIGN -> true;
        };
    }

    /// Makes an installation in a folder that is empty or not there, and opens it.
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
        var folder = new InstallationFolder(root);
        return switch (folder.condition()) {
            case COMPLETE -> refused(root + " holds an installation already.");
            case HALF_MADE -> halfMade(root);
            case FOREIGN -> refused(root + " is not empty. Choose another folder.");
            case EMPTY -> {
                make(folder, config, suite, clock, random);
                yield open(root);
            }
        };
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
        return switch (folder.condition()) {
            case EMPTY, FOREIGN ->
                    refused(root + " holds no installation. To make one: init --dir " + root);
            case HALF_MADE -> halfMade(root);
            case COMPLETE ->
                    switch (ConfigFile.read(folder.config())) {
                        case Malformed<DataCenterConfig>(var reason) ->
                                refused(folder.config() + ": " + reason + ".");
                        case Valid<DataCenterConfig>(var config) -> taking.take(folder, config);
                    };
        };
    }

    public InstallationFolder folder() {
        return folder;
    }

    public DataCenterConfig config() {
        return config;
    }

    @Override
    public void close() {
        try {
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void make(
            InstallationFolder folder,
            DataCenterConfig config,
            Suite suite,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        var ceremony = new Ceremony(folder, clock, random);
        ceremony.begin();
        ceremony.makeKeys(ProcessorKey.create(folder.processorKey()).publicKey(), suite);
        SqliteDatabase.create(folder.databaseFile()).close();
        PrivateFiles.restrict(folder.databaseFile());
        PrivateFiles.create(
                folder.config(), ConfigFile.write(config).getBytes(StandardCharsets.UTF_8));
        folder.complete();
    }

    private static Opening locked(InstallationFolder folder, DataCenterConfig config)
            throws IOException {
        var channel =
                FileChannel.open(
                        folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new Opening.Opened(new Installation(folder, config, Optional.of(channel)));
            }
        } catch (OverlappingFileLockException e) {
            // Held by this very process: refused like any other.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        return refused(folder.root() + " is in use. Stop the data center that serves it first.");
    }

    private static Opening halfMade(Path root) {
        return refused(
                "The making of "
                        + root
                        + " was interrupted, and nothing in it was ever used."
                        + " Delete the folder, then init again.");
    }

    private static Opening refused(String sentence) {
        return new Opening.Refused(sentence);
    }
}
