package org.franklin.datacenter.simulation;

import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.BoxFile;

import java.io.IOException;

/// A disk that returns from [BoxFile#force] before anything is forced.
final class CachingDisk implements BoxDisk {

    private final BoxDisk disk;

    CachingDisk(BoxDisk disk) {
        this.disk = disk;
    }

    @Override
    public boolean exists(String name) throws IOException {
        return disk.exists(name);
    }

    @Override
    public BoxFile open(String name) throws IOException {
        return new CachingFile(disk.open(name));
    }

    @Override
    public BoxFile create(String name) throws IOException {
        return new CachingFile(disk.create(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        disk.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        disk.delete(name);
    }

    @Override
    public void force() throws IOException {
        disk.force();
    }

    @Override
    public Lock lock(String name) throws IOException {
        return disk.lock(name);
    }

    private record CachingFile(BoxFile file) implements BoxFile {

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public byte[] read(long offset, int length) throws IOException {
            return file.read(offset, length);
        }

        @Override
        public void write(long offset, byte[] bytes) throws IOException {
            file.write(offset, bytes);
        }

        @Override
        public void force() {
            // It says so, and does not.
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
