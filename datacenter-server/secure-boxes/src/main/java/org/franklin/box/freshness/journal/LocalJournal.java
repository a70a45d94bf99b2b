package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Amends;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.FreshnessLog;
import org.franklin.box.freshness.NoteLimits;
import org.franklin.box.freshness.Recalled;
import org.franklin.box.freshness.Slot;
import org.franklin.box.freshness.Walked;
import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.journal.CommitQueue.Offer;
import org.franklin.box.freshness.journal.Frame.Entry;
import org.franklin.box.freshness.journal.FrameForm.Head;
import org.franklin.box.freshness.journal.FrameForm.Placed;
import org.franklin.box.freshness.journal.SlotTable.SubjectKey;
import org.franklin.box.freshness.journal.Staging.Wish;
import org.franklin.box.key.MasterKey;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The freshness log of a single box: one append-only file of chained, MACed frames, which many
/// callers share by group commit; snapshots for a short start; an index of the archive.
///
/// It is made once, at manufacture, and opened without the right to create. What a write or an
/// fsync failed on is never trusted again: the box stops, and the next start copies.
public final class LocalJournal implements FreshnessLog {

    private static final String CLOSED = "the box is closed";

    /// What a frame takes besides its entries, at most, in bytes.
    private static final int ROOM = 1024;

    private final Opening opening;
    private final Remembered remembered;
    private final Archive archive;
    private final InstantSource clock;
    private final NoteLimits limits = new NoteLimits();
    private final CommitQueue queue = new CommitQueue(this::write);

    LocalJournal(Opening opening, Remembered remembered, InstantSource clock) {
        this.opening = opening;
        this.remembered = remembered;
        this.clock = clock;
        archive = new Archive(opening.file(), opening.form(), remembered, opening.index());
    }

    /// Makes the file, which must not be there, with a first frame that holds nothing.
    public static void create(BoxDisk disk, String name, MasterKey journalKey) throws IOException {
        Opening.create(disk, name, journalKey);
    }

    /// Opens a journal that must be there, and that nobody else has opened. With damage in it the
    /// box opens, but serves nothing.
    public static LocalJournal open(
            BoxDisk disk, String name, MasterKey journalKey, InstantSource clock)
            throws IOException {
        return Opening.open(disk, name, journalKey, clock, Opening.Sizes.STANDARD);
    }

    @Override
    public Optional<Slot> slot(String subject) {
        return remembered.slot(SubjectKey.of(subject));
    }

    @Override
    public List<Committed> commit(List<Advance> steps) {
        var outcomes = new ArrayList<Committed>();
        var run = new ArrayList<Wish>();
        int bytes = 0;
        for (Advance step : steps) {
            var wish = new Wish.Take(step);
            if (wish.bytes() > FrameForm.LONGEST - ROOM) {
                throw new IllegalArgumentException("a step is too long for a frame");
            }
            if (run.size() == CommitQueue.MOST_WISHES
                    || (!run.isEmpty() && bytes + wish.bytes() > CommitQueue.MOST_BYTES)) {
                outcomes.addAll(queue.pass(List.copyOf(run)));
                run.clear();
                bytes = 0;
            }
            run.add(wish);
            bytes += wish.bytes();
        }
        if (!run.isEmpty()) {
            outcomes.addAll(queue.pass(run));
        }
        return outcomes;
    }

    /// How many entries are queued behind the frame that is on its way.
    int waiting() {
        return queue.waiting();
    }

    /// Only one thread at a time is here. Returns what it has to do when the next one is.
    private Runnable write(List<Offer> group) {
        try {
            return append(group);
        } catch (RuntimeException | Error broken) {
            remembered.fail("the journal broke");
            group.forEach(offer ->
                    offer.answer(Unknown.ofAll(offer.wishes().size(), "the journal broke")));
            throw broken;
        }
    }

    private Runnable append(List<Offer> group) {
        var staging = new Staging(remembered);
        group.forEach(staging::stage);
        if (staging.entries().isEmpty() || remembered.broken().isPresent()) {
            staging.answer(remembered.broken());
            return () -> {};
        }
        Head head = remembered.head();
        var frame = new Frame(head.number() + 1, head.mac(), staging.entries());
        var sealed = opening.form().seal(frame, head.end());
        try {
            opening.file().write(head.end(), sealed.bytes().toArray());
            opening.file().force();
        } catch (IOException e) {
            remembered.fail("the journal's disk failed");
            opening.fault().mark();
            staging.answer(remembered.broken());
            return () -> {};
        }
        remembered.apply(sealed.placed());
        staging.answer(Optional.empty());
        return () -> settle(sealed.placed());
    }

    /// What need not be durable with the step. Who crosses the line writes the next snapshot; the
    /// others commit meanwhile.
    private void settle(Placed written) {
        opening.index().add(written);
        if (opening.snapshots().isDue(remembered)) {
            snapshot();
        }
    }

    private void snapshot() {
        opening.index().force();
        if (!opening.snapshots().write(remembered)) {
            note(BoxEvent.Kind.DISK_FAULT, "box", "a snapshot could not be written");
        }
    }

    @Override
    public Recalled last(String subject) {
        return orLatched(subject, archive.last(subject));
    }

    @Override
    public Recalled find(String subject, RequestKey request) {
        return orLatched(subject, archive.find(subject, request));
    }

    private Recalled orLatched(String subject, Recalled recalled) {
        boolean latches =
                recalled instanceof Recalled.Damaged
                        && slot(subject).filter(slot -> slot.latched().isEmpty()).isPresent();
        if (latches) {
            latch(subject, Evidence.DAMAGED);
            note(BoxEvent.Kind.LATCHED, subject, "a step of it cannot be read back");
        }
        return recalled;
    }

    @Override
    public void latch(String subject, Evidence evidence) {
        queue.pass(List.of(new Wish.Enter(new Entry.Latched(subject, evidence))));
    }

    @Override
    public void stop(String reason) {
        queue.pass(List.of(new Wish.Enter(new Entry.Stopped(reason))));
    }

    @Override
    public void note(BoxEvent.Kind kind, String subject, String detail) {
        var time = clock.instant();
        limits.admit(time, kind, subject, detail)
                .ifPresent(text -> queue.pass(List.of(new Wish.Note(time, kind, subject, text))));
    }

    @Override
    public Committed amend(Amends amends) {
        var time = clock.instant();
        var noted =
                amends.note()
                        .map(note -> new Wish.Note(time, note.kind(), note.subject(), note.text()));
        var wish = new Wish.Amend(amends, noted);
        return wish.bytes() > FrameForm.LONGEST - ROOM
                ? new Committed.Lost()
                : queue.pass(List.of(wish)).getFirst();
    }

    @Override
    public Hash head() {
        return remembered.trail().tip().head();
    }

    @Override
    public Hash ceremonyHead() {
        var tip = remembered.trail().tip();
        var head = tip.head();
        for (long number = tip.count(); number > 0; number--) {
            var event = archive.events(number, 1);
            if (event.isEmpty()
                    || event.getFirst().number() != number
                    || event.getFirst().kind() != BoxEvent.Kind.CEREMONY_REFUSED) {
                return head;
            }
            head = event.getFirst().previous();
        }
        return head;
    }

    @Override
    public Optional<String> stopped() {
        return remembered.stopped();
    }

    @Override
    public Walked steps(String subject, long below, int most, int mostBytes) {
        return archive.steps(subject, below, most, mostBytes);
    }

    @Override
    public int subjects() {
        return remembered.rows();
    }

    @Override
    public int latched() {
        return remembered.latched();
    }

    @Override
    public List<String> subjects(int from, int to) {
        return archive.subjects(from, to);
    }

    /// Why the journal takes nothing, or empty; a stopped box's journal still takes notes.
    Optional<String> broken() {
        return remembered.broken();
    }

    @Override
    public List<BoxEvent> events(long from, int most) {
        return archive.events(from, most);
    }

    @Override
    public Optional<String> fault() {
        return remembered.fault();
    }

    /// Writes a last snapshot, so that the next start is short.
    @Override
    public void close() {
        queue.close();
        opening.index().force();
        opening.snapshots().close(remembered);
        remembered.fail(CLOSED);
        try {
            opening.close();
        } catch (IOException e) {
            // Everything that counts was forced to the disk when it was written.
            remembered.fail(CLOSED);
        }
    }
}
