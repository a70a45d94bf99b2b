package org.franklin.benchmarks.meter;

import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.disk.FolderDisk;
import org.franklin.box.freshness.journal.LocalJournal;
import org.franklin.box.key.MasterKey;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;

/// Where the memory of one meter box lies, and the key to it.
record Memory(Path folder, MasterKey key) {

    private static final String NAME = "meter.journal";

    void create() throws IOException {
        LocalJournal.create(new FolderDisk(folder), NAME, key);
    }

    FreshnessLog open() throws IOException {
        return LocalJournal.open(new FolderDisk(folder), NAME, key, Clock.systemUTC());
    }
}
