package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Custody;
import org.franklin.box.file.OwnFile;
import org.franklin.datacenter.keymanagement.InstallationFolder;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/// The one file that says how an installation's seal key is kept.
public record SealFile(Path path) {

    private static final int LONGEST = 64 * 1024;

    /// What came of reading it.
    sealed interface Found {

        record Kept(Custody custody) implements Found {}

        record Missing() implements Found {}

        /// The reason is fit to show.
        record Damaged(String reason) implements Found {}
    }

    public static SealFile of(InstallationFolder folder) {
        return new SealFile(folder.custody());
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "it lies in a folder");
    }

    Found read() throws IOException {
        try (var in = Files.newInputStream(path)) {
            return switch (Custody.read(Bytes.of(in.readNBytes(LONGEST)))) {
                case Valid<Custody>(var custody) -> new Found.Kept(custody);
                case Malformed<Custody>(var reason) -> new Found.Damaged(reason);
            };
        } catch (NoSuchFileException _) {
            return new Found.Missing();
        }
    }

    /// After a crash there is either the old file or the new one, whole. What a crash left of an
    /// earlier draft is deleted: it may hold a key that lies plainly. Needs the installation's
    /// lock.
    void replace(Custody custody) throws IOException {
        try (var drafts = Files.newDirectoryStream(folder(), ".*.new")) {
            for (Path draft : drafts) {
                Files.delete(draft);
            }
        }
        OwnFile.replace(path, custody.file().toArray());
    }
}
