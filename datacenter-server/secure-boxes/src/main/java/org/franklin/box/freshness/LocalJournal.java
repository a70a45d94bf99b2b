package org.franklin.box.freshness;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.FrameForm.Placed;
import org.franklin.box.key.MasterKey;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The freshness log of a single box: one append-only file of chained, MACed frames.
///
/// In memory it keeps a slot and a file offset per subject; records and replies stay on disk. It is
/// made once, at manufacture, and opened without the right to create. A frame that a crash cut
/// short is dropped when the file is opened: nothing of it had left the box. Damage before good
/// frames is no crash and stops the box, as does a write that fails: the page cache may show what
/// the disk lost.
public final class LocalJournal implements FreshnessLog {

    private record Place(Slot slot, long offset) {}

    private final JournalFile file;
    private final FrameForm form;
    private final InstantSource clock;
    private final Map<String, Place> places = new HashMap<>();
    private final BoxEvents events = new BoxEvents();
    private Placed head;
    private Optional<String> fault = Optional.empty();

    private LocalJournal(JournalFile file, FrameForm form, InstantSource clock, Placed first) {
        this.file = file;
        this.form = form;
        this.clock = clock;
        head = first;
    }

    /// Makes the file, which must not be there, with a first frame that holds nothing.
    public static void create(Path path, MasterKey journalKey) throws IOException {
        var form = new FrameForm(journalKey);
        var first = form.place(new Frame(0, Hash.NONE.bytes(), List.of()), 0);
        Files.write(
                path, form.bytes(first), StandardOpenOption.CREATE_NEW, StandardOpenOption.SYNC);
    }

    /// Reads the whole journal. With damage in it the box opens, but serves nothing.
    public static LocalJournal open(JournalFile file, MasterKey journalKey, InstantSource clock)
            throws IOException {
        var form = new FrameForm(journalKey);
        var first = form.read(file, 0);
        if (first.isEmpty()) {
            throw new IOException("this is no journal of this box");
        }
        var journal = new LocalJournal(file, form, clock, first.orElseThrow());
        journal.replay();
        return journal;
    }

    private void replay() throws IOException {
        long end = head.end();
        while (end < file.size()) {
            var next = form.read(file, end);
            if (next.isEmpty()) {
                dropTail(end);
                return;
            }
            if (!follows(next.orElseThrow())) {
                fault = Optional.of("the journal is damaged: a frame is missing or repeated");
                return;
            }
            apply(next.orElseThrow());
            end = head.end();
        }
    }

    private void dropTail(long end) throws IOException {
        if (form.anyBehind(file, end + 1)) {
            fault = Optional.of("the journal is damaged: good frames lie behind a bad one");
            return;
        }
        file.truncate(end);
        file.force();
    }

    private boolean follows(Placed next) {
        return next.frame().number() == head.frame().number() + 1
                && next.frame().previous().equals(head.mac());
    }

    private void apply(Placed placed) {
        head = placed;
        for (Entry entry : placed.frame().entries()) {
            switch (entry) {
                case Entry.Stepped(var step, _) -> places.put(step.subject(), after(step));
                case Entry.Latched(var subject, var evidence) ->
                        places.computeIfPresent(
                                subject,
                                (_, place) ->
                                        new Place(place.slot.latchedFor(evidence), place.offset));
                case Entry.Stopped(var reason) -> fault = Optional.of(reason);
                case Entry.Noted(var event) -> events.add(event);
            }
        }
    }

    private Place after(Advance step) {
        var hash = Hash.of(step.record());
        var place = places.get(step.subject());
        var slot =
                place == null
                        ? new Slot(step.counter(), hash, step.from(), Optional.empty())
                        : place.slot.advancedTo(hash);
        return new Place(slot, head.offset());
    }

    @Override
    public synchronized Optional<Slot> slot(String subject) {
        return Optional.ofNullable(places.get(subject)).map(Place::slot);
    }

    @Override
    public synchronized List<Committed> commit(List<Advance> steps) {
        var taken = new HashSet<String>();
        var entries = new ArrayList<Entry>();
        var outcomes = new ArrayList<Committed>();
        for (Advance step : steps) {
            boolean wins = isNext(step) && taken.add(step.subject());
            if (wins) {
                var place = places.get(step.subject());
                entries.add(new Entry.Stepped(step, place == null ? 0 : place.offset));
            }
            outcomes.add(wins ? new Won() : new Lost());
        }
        var failure = entries.isEmpty() ? fault : write(entries);
        return failure.isEmpty()
                ? outcomes
                : steps.stream().<Committed>map(_ -> new Unknown(failure.get())).toList();
    }

    private boolean isNext(Advance step) {
        var place = places.get(step.subject());
        return place == null
                ? step.counter() == 0 && step.from().equals(Hash.NONE)
                : place.slot.latched().isEmpty()
                        && step.counter() == place.slot.counter() + 1
                        && step.from().equals(place.slot.hash());
    }

    private Optional<String> write(List<Entry> entries) {
        if (fault.isPresent()) {
            return fault;
        }
        var frame = new Frame(head.frame().number() + 1, head.mac(), entries);
        var placed = form.place(frame, head.end());
        try {
            file.append(form.bytes(placed));
            file.force();
        } catch (IOException e) {
            fault = Optional.of("the journal's disk failed");
            return fault;
        }
        apply(placed);
        return Optional.empty();
    }

    @Override
    public synchronized Optional<Advance> last(String subject) {
        return Optional.ofNullable(places.get(subject))
                .map(place -> stepAt(place.offset, subject).step());
    }

    @Override
    public synchronized Optional<Advance> find(String subject, RequestKey request) {
        var place = places.get(subject);
        long offset = place == null ? 0 : place.offset;
        while (offset > 0) {
            var stepped = stepAt(offset, subject);
            if (stepped.step().request().samePlace(request)) {
                return Optional.of(stepped.step());
            }
            offset = stepped.before();
        }
        return Optional.empty();
    }

    private Entry.Stepped stepAt(long offset, String subject) {
        try {
            return form.read(file, offset).stream()
                    .flatMap(placed -> placed.frame().entries().stream())
                    .filter(Entry.Stepped.class::isInstance)
                    .map(Entry.Stepped.class::cast)
                    .filter(stepped -> stepped.step().subject().equals(subject))
                    .findFirst()
                    .orElseThrow(() -> new IOException("the journal changed under the box"));
        } catch (IOException e) {
            fault = Optional.of("the journal cannot be read back");
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void latch(String subject, Evidence evidence) {
        write(List.of(new Entry.Latched(subject, evidence)));
    }

    @Override
    public synchronized void stop(String reason) {
        write(List.of(new Entry.Stopped(reason)));
    }

    @Override
    public synchronized void note(BoxEvent.Kind kind, String subject, String detail) {
        events.next(clock.instant(), kind, subject, detail)
                .ifPresent(event -> write(List.of(new Entry.Noted(event))));
    }

    @Override
    public synchronized List<BoxEvent> events(long from, int most) {
        return events.from(from, most);
    }

    @Override
    public synchronized Optional<String> fault() {
        return fault;
    }

    @Override
    public synchronized void close() {
        fault = Optional.of("the box is closed");
        try {
            file.close();
        } catch (IOException e) {
            // Everything that counts was forced to the disk when it was written.
            fault = Optional.of("the box is closed");
        }
    }
}
