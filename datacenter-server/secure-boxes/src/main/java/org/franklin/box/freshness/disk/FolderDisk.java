package org.franklin.box.freshness.disk;

import org.franklin.box.file.OwnFile;
import org.franklin.box.file.OwnerMode;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/// A real folder. What it makes is its owner's alone, where the file system has modes.
public final class FolderDisk implements BoxDisk {

    private final Path folder;

    public FolderDisk(Path folder) {
        this.folder = folder;
    }

    @Override
    public boolean exists(String name) {
        return Files.exists(folder.resolve(name));
    }

    @Override
    public BoxFile open(String name) throws IOException {
        Path path = folder.resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new NoSuchFileException(path.toString());
        }
        return new FolderFile(path.toFile());
    }

    @Override
    public BoxFile create(String name) throws IOException {
        return new FolderFile(
                Files.createFile(folder.resolve(name), OwnerMode.FILE.in(folder)).toFile());
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(
                folder.resolve(from),
                folder.resolve(to),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(folder.resolve(name));
    }

    /// Where a folder cannot be opened like a file, the file system keeps its names by itself.
    @Override
    public void force() throws IOException {
        OwnFile.force(folder);
    }

    /// The lock's file stays: who deletes a lock's file lets two others each lock one of its name.
    @Override
    public Lock lock(String name) throws IOException {
        var channel =
                FileChannel.open(
                        folder.resolve(name),
                        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                        OwnerMode.FILE.in(folder));
        try {
            if (channel.tryLock() != null) {
                return channel::close;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new InUse(name);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new InUse(name);
    }
}
