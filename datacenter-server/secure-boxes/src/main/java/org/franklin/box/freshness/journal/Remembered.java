package org.franklin.box.freshness.journal;

import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Slot;
import org.franklin.box.freshness.journal.Frame.Entry;
import org.franklin.box.freshness.journal.FrameForm.Head;
import org.franklin.box.freshness.journal.FrameForm.Placed;
import org.franklin.box.freshness.journal.SlotTable.SubjectKey;
import org.franklin.model.canonical.Hash;

import java.util.Optional;

/// What the box keeps in memory of its journal. Nothing is in it that is not durable, and nobody
/// waits here for a disk: each method holds the monitor for as long as a copy takes.
final class Remembered {

    private final SlotTable table;
    private final AuditTrail trail;
    private Head head;
    private Optional<String> broken = Optional.empty();
    private Optional<String> stopped = Optional.empty();

    Remembered(Head head, SlotTable table, AuditTrail trail) {
        this.head = head;
        this.table = table;
        this.trail = trail;
    }

    synchronized Optional<Slot> slot(SubjectKey key) {
        return table.slot(key);
    }

    /// Where the subject's last step lies, or 0.
    synchronized long offset(SubjectKey key) {
        return table.offset(key);
    }

    /// The last frame.
    synchronized Head head() {
        return head;
    }

    synchronized AuditTrail.Prefix trail() {
        return trail.prefix();
    }

    synchronized int rows() {
        return table.rows();
    }

    /// A copy of rows, at most of a chunk.
    synchronized byte[] rows(int from, int to) {
        return table.copy(from, to);
    }

    /// Why the box serves nobody: it was stopped, or its journal takes nothing.
    synchronized Optional<String> fault() {
        return stopped.or(() -> broken);
    }

    /// Why the box was stopped, until its keepers let it go on.
    synchronized Optional<String> stopped() {
        return stopped;
    }

    /// Why the journal takes nothing more while this process lives.
    synchronized Optional<String> broken() {
        return broken;
    }

    /// The first reason stays.
    synchronized void fail(String reason) {
        broken = broken.or(() -> Optional.of(reason));
    }

    synchronized SubjectKey key(int row) {
        return table.key(row);
    }

    synchronized int latched() {
        return table.latched();
    }

    /// Whether a step may be taken now.
    boolean precedes(Advance step) {
        return slot(SubjectKey.of(step.subject()))
                .map(slot -> slot.precedes(step))
                .orElseGet(() -> step.counter() == 0 && step.from().equals(Hash.NONE));
    }

    /// Whether a frame is the next one.
    synchronized boolean precedes(Frame frame) {
        return frame.number() == head.number() + 1 && frame.previous().equals(head.mac());
    }

    /// Whether all that a frame says builds on what is remembered.
    synchronized boolean bears(Frame frame) {
        var last = trail.tip();
        for (Entry entry : frame.entries()) {
            switch (entry) {
                case Entry.Stepped(var step, _) -> {
                    if (!precedes(step)) {
                        return false;
                    }
                }
                case Entry.Noted(var event) -> {
                    if (!last.precedes(event)) {
                        return false;
                    }
                    last = last.with(event);
                }
                // What keepers do builds on nothing that the box remembers.
                case Entry.Latched _,
                        Entry.Stopped _,
                        Entry.Unlatched _,
                        Entry.AllUnlatched _,
                        Entry.Resumed _,
                        Entry.Renewed _ -> {}
            }
        }
        return true;
    }

    /// Takes in a frame that is durable. Of a step that a snapshot saw already, all steps that it
    /// saw behind it follow, so that the end is the same.
    void apply(Placed placed) {
        var entries = placed.frame().entries();
        var records = entries.stream().map(Remembered::record).toList();
        synchronized (this) {
            head = placed.head();
            for (int i = 0; i < entries.size(); i++) {
                apply(entries.get(i), records.get(i));
            }
        }
    }

    private void apply(Entry entry, Hash record) {
        switch (entry) {
            case Entry.Stepped(var step, _) -> advance(step, record);
            case Entry.Renewed(var step, _) -> {
                advance(step, record);
                table.unlatch(SubjectKey.of(step.subject()));
            }
            case Entry.Unlatched(var subject) -> table.unlatch(SubjectKey.of(subject));
            case Entry.AllUnlatched _ -> table.unlatchAll();
            case Entry.Resumed _ -> stopped = Optional.empty();
            case Entry.Latched(var subject, var evidence) ->
                    table.latch(SubjectKey.of(subject), evidence);
            case Entry.Stopped(var reason) -> stopped = stopped.or(() -> Optional.of(reason));
            case Entry.Noted(var event) -> trail.add(event, head.start());
        }
    }

    private void advance(Advance step, Hash record) {
        table.advance(
                SubjectKey.of(step.subject()), step.counter(), step.from(), record, head.start());
    }

    /// The hash of a step's record; it takes its time, so nobody waits for it in the monitor.
    private static Hash record(Entry entry) {
        return entry.stepped().map(stepped -> Hash.of(stepped.step().record())).orElse(Hash.NONE);
    }
}
