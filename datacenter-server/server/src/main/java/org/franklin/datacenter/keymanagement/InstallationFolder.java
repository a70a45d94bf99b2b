package org.franklin.datacenter.keymanagement;

import org.franklin.box.file.OwnFile;
import org.franklin.box.file.OwnFolder;
import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.FolderDisk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where everything of an installation lies. The boxes' folder is the one thing that must never be
/// put back from a backup: it is their memory.
public record InstallationFolder(Path root) {

    /// What a folder is, before anything is done with it.
    public enum Condition {
        /// Not there, or without any file.
        EMPTY,
        /// Its making was interrupted; nothing in it was ever used.
        HALF_MADE,
        COMPLETE,
        /// Made by another version of Franklin, whose records have another form: read by this one
        /// they would look as if somebody had changed them.
        OTHER_FORM,
        /// Full of something else.
        FOREIGN
    }

    static final String METER_JOURNAL = "meter.journal";
    static final String TRANSACTION_JOURNAL = "transaction.journal";

    /// Of all records and seeds; goes up when any of them changes.
    private static final String FORM = "2";

    private static final String HALF_MADE_MARK = "INCOMPLETE";
    private static final Set<String> IGNORED = Set.of("lock", "lost+found");

    public Condition condition() throws IOException {
        if (!Files.exists(root)) {
            return Condition.EMPTY;
        }
        if (!Files.isDirectory(root)) {
            return Condition.FOREIGN;
        }
        if (Files.exists(halfMadeMark())) {
            return Condition.HALF_MADE;
        }
        if (Files.exists(config())) {
            return isOfThisForm() ? Condition.COMPLETE : Condition.OTHER_FORM;
        }
        try (Stream<Path> entries = Files.list(root)) {
            var names =
                    entries.map(entry -> entry.getFileName().toString())
                            .filter(name -> !IGNORED.contains(name))
                            .collect(Collectors.toSet());
            return names.isEmpty() ? Condition.EMPTY : Condition.FOREIGN;
        }
    }

    /// Why no installation can be opened here, and what to do; nothing where one can.
    public Optional<String> unfit() throws IOException {
        return switch (condition()) {
            case COMPLETE -> Optional.empty();
            case EMPTY, FOREIGN ->
                    Optional.of(root + " holds no installation. To make one: init --dir " + root);
            case HALF_MADE ->
                    Optional.of(
                            "The making of "
                                    + root
                                    + " was interrupted, and nothing in it was ever used."
                                    + " Delete the folder, then init again.");
            case OTHER_FORM ->
                    Optional.of(
                            root
                                    + " was made by another version of Franklin, whose records"
                                    + " this one does not read. Serve it with that version, or"
                                    + " make a new installation in another folder; a demo begins"
                                    + " anew with --fresh.");
        };
    }

    private boolean isOfThisForm() throws IOException {
        return Files.exists(form()) && Files.readString(form()).strip().equals(FORM);
    }

    /// Makes the folders, marked as half made until [#complete].
    void begin() throws IOException {
        Files.createDirectories(root.toAbsolutePath());
        OwnFolder.create(root);
        OwnFile.create(halfMadeMark(), new byte[0]);
        OwnFile.create(form(), (FORM + "\n").getBytes(StandardCharsets.US_ASCII));
        for (Path folder :
                new Path[] {boxes(), seal(), ceremony(), tls(), processor(), database(), run()}) {
            OwnFolder.create(folder);
        }
        OwnFolder.create(logs());
    }

    /// From here on the installation may be served.
    public void complete() throws IOException {
        Files.delete(halfMadeMark());
    }

    private Path form() {
        return root.resolve("form");
    }

    private Path halfMadeMark() {
        return root.resolve(HALF_MADE_MARK);
    }

    public Path config() {
        return root.resolve("datacenter.properties");
    }

    /// Held by whoever serves or audits the installation.
    public Path lock() {
        return root.resolve("lock");
    }

    public Path databaseFile() {
        return database().resolve("franklin.db");
    }

    public Path processorKey() {
        return processor().resolve("sandbox.key");
    }

    /// What was made at the ceremony and who got it, for people; without a key.
    public Path ceremonyRecord() {
        return ceremony().resolve("ceremony.txt");
    }

    /// The Post's root's signature over the record, DER.
    public Path ceremonySignature() {
        return ceremony().resolve("ceremony.sig");
    }

    /// PEM.
    public Path rootCertificate() {
        return ceremony().resolve("root.pem");
    }

    private Path ceremony() {
        return root.resolve("ceremony");
    }

    /// The boxes' journals, with all that lies beside them.
    BoxDisk boxMemory() {
        return new FolderDisk(boxes());
    }

    public Path unixSocket() {
        return run().resolve("datacenter.sock");
    }

    /// What anyone may know of the boxes: canonical bytes of a
    /// [org.franklin.box.manufacturing.Trust].
    Path trust() {
        return root.resolve("trust.bin");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /// Keepers' own keys, where the installation was made without others.
    public Path keepers() {
        return root.resolve("keepers");
    }

    Path boxes() {
        return root.resolve("boxes");
    }

    /// How the seal key of the boxes' seeds is kept.
    public Path custody() {
        return seal().resolve("custody");
    }

    Path tls() {
        return root.resolve("tls");
    }

    private Path seal() {
        return root.resolve("seal");
    }

    private Path processor() {
        return root.resolve("processor");
    }

    private Path database() {
        return root.resolve("database");
    }

    private Path run() {
        return root.resolve("run");
    }
}
