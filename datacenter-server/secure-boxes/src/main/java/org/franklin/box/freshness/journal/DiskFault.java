package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.freshness.journal.FrameForm.Head;

import java.io.IOException;

/// What is left of a failed write for the next start: a marker file, and the duty to copy.
///
/// After a failed fsync the kernel may call pages clean that never reached the disk: they can be
/// read until they are evicted, and no later fsync writes them. So the frames are written once
/// more, into another file, before anybody is served from them.
final class DiskFault {

    private final BoxDisk disk;
    private final String journal;

    DiskFault(BoxDisk disk, String journal) {
        this.disk = disk;
        this.journal = journal;
    }

    boolean isMarked() throws IOException {
        return disk.exists(marker());
    }

    /// As far as the disk still can.
    void mark() {
        try {
            if (!isMarked()) {
                try (BoxFile file = disk.create(marker())) {
                    file.force();
                }
            }
            disk.force();
        } catch (IOException e) {
            // The box has stopped already. An unmarked start still writes the last frame once more.
            return;
        }
    }

    void clear() throws IOException {
        disk.delete(marker());
        disk.force();
    }

    /// Puts a copy of all genuine frames in the journal's place. A journal with damage in it stays
    /// as it is, for its keepers to look at.
    void copy(FrameForm form) throws IOException {
        String copy = journal + ".copy";
        disk.delete(copy);
        try (BoxFile from = disk.open(journal);
                BoxFile to = disk.create(copy)) {
            if (!copied(form, from, to)) {
                disk.delete(copy);
                return;
            }
            to.force();
        }
        disk.rename(copy, journal);
        disk.force();
    }

    private static boolean copied(FrameForm form, BoxFile from, BoxFile to) throws IOException {
        var next = form.read(from, 0);
        if (next.isEmpty()) {
            return false;
        }
        Head last = next.get().head();
        while (next.isPresent()) {
            var frame = next.get().frame();
            last = next.get().head();
            to.write(last.start(), form.seal(frame, last.start()).bytes().toArray());
            next = form.read(from, last.end());
        }
        return !form.anyLater(from, last);
    }

    private String marker() {
        return journal + ".fault";
    }
}
