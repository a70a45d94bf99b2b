package org.franklin.box.freshness.disk;

import java.io.IOException;

/// The folder of a box's memory. A name that was made, replaced or deleted survives a power cut
/// only after [#force].
public interface BoxDisk {

    boolean exists(String name) throws IOException;

    /// Opens a file that must be there: a box that has lost its memory must not begin a new one.
    BoxFile open(String name) throws IOException;

    /// Makes a file that must not be there.
    BoxFile create(String name) throws IOException;

    /// Gives a file another name, in one step also for who loses power meanwhile; a file of that
    /// name is gone then.
    void rename(String from, String to) throws IOException;

    /// Deletes a file, if it is there.
    void delete(String name) throws IOException;

    /// Returns when all names survive a power cut.
    void force() throws IOException;

    /// Takes the lock of this name, which lasts as long as the process at most. Throws [InUse]
    /// where anybody holds it, this process included.
    Lock lock(String name) throws IOException;

    /// What only one opening has at a time.
    interface Lock extends AutoCloseable {
        @Override
        void close() throws IOException;
    }

    /// Somebody else has opened the memory.
    final class InUse extends IOException {
        public InUse(String lock) {
            super(
                    lock
                            + " is held: another process serves this box. Stop that one first; two"
                            + " boxes with one memory would give out the same money twice.");
        }
    }
}
