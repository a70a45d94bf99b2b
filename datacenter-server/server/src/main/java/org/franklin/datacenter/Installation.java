package org.franklin.datacenter;

import org.franklin.box.keeper.Keepers;
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

/// A data center's own folder, held by this process alone until it is closed.
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
    private final FileChannel lock;

    private Installation(InstallationFolder folder, DataCenterConfig config, FileChannel lock) {
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

    /// Makes an installation in a folder that is empty or not there, and opens it. Two keepers are
    /// made with it, whose keys lie in its folder.
    public static Opening create(
            Path root, DataCenterConfig config, InstantSource clock, SecureRandom random)
            throws IOException {
        return create(root, config, Optional.empty(), clock, random);
    }

    /// `keepers` are the people whom its boxes believe in ceremonies, for good.
    static Opening create(
            Path root,
            DataCenterConfig config,
            Optional<Keepers> keepers,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        var folder = new InstallationFolder(root);
        return switch (folder.condition()) {
            case COMPLETE -> refused(root + " holds an installation already.");
            case HALF_MADE -> halfMade(root);
            case FOREIGN -> refused(root + " is not empty. Choose another folder.");
            case EMPTY -> {
                make(folder, config, keepers, clock, random);
                yield open(root);
            }
        };
    }

    public static Opening open(Path root) throws IOException {
        var folder = new InstallationFolder(root);
        return switch (folder.condition()) {
            case EMPTY, FOREIGN ->
                    refused(root + " holds no installation. To make one: init --dir " + root);
            case HALF_MADE -> halfMade(root);
            case COMPLETE ->
                    switch (ConfigFile.read(folder.config())) {
                        case Malformed<DataCenterConfig>(var reason) ->
                                refused(folder.config() + ": " + reason + ".");
                        case Valid<DataCenterConfig>(var config) -> locked(folder, config);
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
            lock.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void make(
            InstallationFolder folder,
            DataCenterConfig config,
            Optional<Keepers> keepers,
            InstantSource clock,
            SecureRandom random)
            throws IOException {
        var ceremony = new Ceremony(folder, clock, random);
        ceremony.begin();
        var believed = keepers.isPresent() ? keepers.get() : ceremony.makeKeepers();
        ceremony.makeKeys(ProcessorKey.create(folder.processorKey()).publicKey(), believed);
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
                return new Opening.Opened(new Installation(folder, config, channel));
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
