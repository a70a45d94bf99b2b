package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.freshness.Recalled.Damaged;
import org.franklin.box.freshness.Recalled.Found;
import org.franklin.box.freshness.Recalled.Nothing;
import org.franklin.box.freshness.Walked;
import org.franklin.box.freshness.disk.BoxFile;
import org.franklin.box.freshness.journal.Frame.Entry;
import org.franklin.box.freshness.journal.SlotTable.SubjectKey;
import org.franklin.model.meter.RequestKey;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads old frames back. No frame is believed without its MAC, and no lock is held meanwhile.
final class Archive {

    private final BoxFile file;
    private final FrameForm form;
    private final Remembered remembered;
    private final ArchiveIndex index;

    Archive(BoxFile file, FrameForm form, Remembered remembered, ArchiveIndex index) {
        this.file = file;
        this.form = form;
        this.remembered = remembered;
        this.index = index;
    }

    Recalled last(String subject) {
        long offset = remembered.offset(SubjectKey.of(subject));
        if (offset == 0) {
            return new Nothing();
        }
        return step(offset, subject)
                .<Recalled>map(stepped -> new Found(stepped.step()))
                .orElseGet(Damaged::new);
    }

    Recalled find(String subject, RequestKey request) {
        var key = SubjectKey.of(subject);
        long offset = remembered.offset(key);
        if (offset == 0) {
            return new Nothing();
        }
        return index.places(key, request).stream()
                .flatMap(place -> step(place, subject).stream())
                .filter(stepped -> stepped.step().request().samePlace(request))
                .<Recalled>map(stepped -> new Found(stepped.step()))
                .findFirst()
                .orElseGet(() -> walk(offset, subject, request));
    }

    private Recalled walk(long last, String subject, RequestKey request) {
        long offset = last;
        while (offset > 0) {
            var stepped = step(offset, subject);
            if (stepped.isEmpty()) {
                return new Damaged();
            }
            if (stepped.get().step().request().samePlace(request)) {
                return new Found(stepped.get().step());
            }
            offset = stepped.get().before();
        }
        return new Nothing();
    }

    /// The steps below a counter, newest first, up to `most` of them or about `mostBytes`, and at
    /// least one.
    Walked steps(String subject, long below, int most, int mostBytes) {
        var found = new ArrayList<Advance>();
        long bytes = 0;
        long offset = remembered.offset(SubjectKey.of(subject));
        while (offset > 0 && found.size() < most && bytes < mostBytes) {
            var stepped = step(offset, subject);
            if (stepped.isEmpty()) {
                return new Walked(found, true);
            }
            var step = stepped.get().step();
            if (step.counter() < below) {
                found.add(step);
                bytes += step.record().length() + step.reply().length();
            }
            offset = stepped.get().before();
        }
        return new Walked(found, false);
    }

    /// The names of the subjects of some rows; one whose last step cannot be read is left out.
    List<String> subjects(int from, int to) {
        var names = new ArrayList<String>();
        for (int row = from; row < to; row++) {
            var key = remembered.key(row);
            entries(remembered.offset(key)).stream()
                    .flatMap(entry -> entry.stepped().stream())
                    .map(stepped -> stepped.step().subject())
                    .filter(name -> SubjectKey.of(name).equals(key))
                    .findFirst()
                    .ifPresent(names::add);
        }
        return names;
    }

    /// The audit entries from a number on. One that cannot be read is left out: its number is
    /// missing then, and the next one names a hash that nobody has.
    List<BoxEvent> events(long from, int most) {
        var trail = remembered.trail();
        var events = new ArrayList<BoxEvent>();
        long read = -1;
        List<Entry> entries = List.of();
        for (long number = Math.max(1, from);
                number <= trail.tip().count() && events.size() < most;
                number++) {
            long offset = trail.offsets().get((int) number - 1);
            if (offset != read) {
                read = offset;
                entries = entries(offset);
            }
            for (Entry entry : entries) {
                if (entry instanceof Entry.Noted(var event) && event.number() == number) {
                    events.add(event);
                }
            }
        }
        return events;
    }

    private Optional<Entry.Stepped> step(long offset, String subject) {
        return entries(offset).stream()
                .flatMap(entry -> entry.stepped().stream())
                .filter(stepped -> stepped.step().subject().equals(subject))
                .findFirst();
    }

    /// Of a frame that cannot be read, none.
    private List<Entry> entries(long offset) {
        try {
            return form.read(file, offset)
                    .map(placed -> placed.frame().entries())
                    .orElseGet(List::of);
        } catch (IOException e) {
            return List.of();
        }
    }
}
