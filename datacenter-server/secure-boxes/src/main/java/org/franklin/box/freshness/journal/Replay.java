package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.freshness.journal.FrameForm.Head;
import org.franklin.box.freshness.journal.FrameForm.Placed;

import java.io.IOException;

/// Reads the frames of a journal that no snapshot has seen, and judges what it meets.
///
/// A frame that a crash cut short is dropped: nothing of it had left the box. Anything else that is
/// wrong is damage: the box opens and serves nothing, now and after each restart, since nothing of
/// it is repaired.
final class Replay {

    private final BoxFile file;
    private final FrameForm form;
    private final Remembered remembered;
    private final ArchiveIndex index;

    Replay(BoxFile file, FrameForm form, Remembered remembered, ArchiveIndex index) {
        this.file = file;
        this.form = form;
        this.remembered = remembered;
        this.index = index;
    }

    /// `reached` is a frame that the journal must hold, from its snapshot.
    void run(Head reached) throws IOException {
        if (!holds(reached)) {
            remembered.fail("the journal is damaged: it lacks what its snapshot saw");
            return;
        }
        boolean goesOn = remembered.broken().isEmpty();
        while (goesOn) {
            var next = form.read(file, remembered.head().end());
            goesOn = next.isPresent() && takes(next.get(), reached);
        }
        if (remembered.head().number() < reached.number()) {
            remembered.fail("the journal is damaged: frames that its snapshot saw are gone");
        }
        if (remembered.broken().isEmpty()) {
            settle();
        }
    }

    private boolean holds(Head frame) throws IOException {
        return form.read(file, frame.start()).map(Placed::head).filter(frame::equals).isPresent();
    }

    /// Takes in a frame; false if the rest is not to be read.
    private boolean takes(Placed next, Head reached) {
        if (!remembered.precedes(next.frame())) {
            remembered.fail("the journal is damaged: a frame is missing or repeated");
            return false;
        }
        if (next.head().number() > reached.number() && !remembered.bears(next.frame())) {
            remembered.fail("the journal is damaged: it contradicts itself");
            return false;
        }
        remembered.apply(next);
        index.add(next);
        return true;
    }

    /// Makes durable what was read, before anything of it leaves the box: the last write may have
    /// been on its way when the process died, or when its fsync failed. Only the last one: none is
    /// begun before the one before is durable.
    private void settle() throws IOException {
        Head last = remembered.head();
        if (file.size() > last.end()) {
            if (form.anyLater(file, last)) {
                remembered.fail("the journal is damaged: good frames lie behind a bad one");
                return;
            }
            file.truncate(last.end());
        }
        file.write(last.start(), file.read(last.start(), (int) (last.end() - last.start())));
        file.force();
    }
}
