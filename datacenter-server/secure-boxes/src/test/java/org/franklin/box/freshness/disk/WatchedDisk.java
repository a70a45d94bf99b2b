package org.franklin.box.freshness.disk;

import java.io.IOException;

/// A disk that says what is about to be done to it, as `write meter.journal` or `force
/// meter.journal`; who listens may take its time, or do something else first.
public final class WatchedDisk implements BoxDisk {

    private final BoxDisk disk;
    private volatile Listener listener = _ -> {};

    public WatchedDisk(BoxDisk disk) {
        this.disk = disk;
    }

    public void listen(Listener listener) {
        this.listener = listener;
    }

    public interface Listener {

        /// Throws where the change is to fail.
        void before(String change) throws IOException;
    }

    @Override
    public boolean exists(String name) throws IOException {
        return disk.exists(name);
    }

    @Override
    public BoxFile open(String name) throws IOException {
        return new WatchedFile(name, disk.open(name));
    }

    @Override
    public BoxFile create(String name) throws IOException {
        return new WatchedFile(name, disk.create(name));
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

    private final class WatchedFile implements BoxFile {

        private final String name;
        private final BoxFile file;

        WatchedFile(String name, BoxFile file) {
            this.name = name;
            this.file = file;
        }

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
            listener.before("write " + name);
            file.write(offset, bytes);
        }

        @Override
        public void force() throws IOException {
            listener.before("force " + name);
            file.force();
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
