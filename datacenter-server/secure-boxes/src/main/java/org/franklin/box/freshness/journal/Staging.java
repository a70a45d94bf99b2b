package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Committed;
import org.franklin.box.freshness.Committed.Lost;
import org.franklin.box.freshness.Committed.Unknown;
import org.franklin.box.freshness.Committed.Won;
import org.franklin.box.freshness.journal.CommitQueue.Offer;
import org.franklin.box.freshness.journal.Frame.Entry;
import org.franklin.box.freshness.journal.SlotTable.SubjectKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The next frame while it is put together: compare-and-swap against what is durable, and against
/// what stands in this frame already. Nothing of it counts before the frame is on the disk, and so
/// no outcome is told before.
final class Staging {

    /// What a caller wants in the journal.
    sealed interface Wish {

        /// At least what it takes of a frame.
        int bytes();

        record Take(Advance step) implements Wish {
            @Override
            public int bytes() {
                return 256
                        + 3 * step.subject().length()
                        + step.record().length()
                        + step.reply().length();
            }
        }

        record Enter(Entry entry) implements Wish {
            @Override
            public int bytes() {
                return 256;
            }
        }

        record Note(Instant time, BoxEvent.Kind kind, String subject, String detail)
                implements Wish {
            @Override
            public int bytes() {
                return 256 + 3 * (subject.length() + detail.length());
            }
        }
    }

    private record Staged(Offer offer, List<Committed> outcomes) {}

    private final Remembered remembered;
    private final List<Staged> offers = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Set<String> touched = new HashSet<>();
    private AuditTrail.Tip trail;
    private Optional<String> stopped = Optional.empty();

    Staging(Remembered remembered) {
        this.remembered = remembered;
        trail = remembered.trail().tip();
    }

    List<Entry> entries() {
        return entries;
    }

    void stage(Offer offer) {
        offers.add(new Staged(offer, offer.wishes().stream().map(this::outcome).toList()));
    }

    /// Tells each caller what became of its wishes.
    void answer(Optional<String> failure) {
        for (Staged staged : offers) {
            int count = staged.outcomes.size();
            staged.offer.answer(
                    failure.map(reason -> Unknown.ofAll(count, reason)).orElse(staged.outcomes));
        }
    }

    private Committed outcome(Wish wish) {
        if (stopped.isPresent()) {
            return new Unknown(stopped.get());
        }
        return switch (wish) {
            case Wish.Take(var step) -> take(step);
            case Wish.Enter(var entry) -> enter(entry);
            case Wish.Note note -> note(note);
        };
    }

    private Committed take(Advance step) {
        if (touched.contains(step.subject()) || !remembered.precedes(step)) {
            return new Lost();
        }
        touched.add(step.subject());
        entries.add(new Entry.Stepped(step, remembered.offset(SubjectKey.of(step.subject()))));
        return new Won();
    }

    private Committed enter(Entry entry) {
        switch (entry) {
            case Entry.Latched(var subject, _) -> touched.add(subject);
            case Entry.Stopped(var reason) -> stopped = Optional.of(reason);
            case Entry.Stepped _, Entry.Noted _ ->
                    throw new AssertionError("steps are taken and events are noted");
        }
        entries.add(entry);
        return new Won();
    }

    private Committed note(Wish.Note note) {
        var event =
                new BoxEvent(
                        trail.count() + 1L,
                        trail.head(),
                        note.time(),
                        note.kind(),
                        note.subject(),
                        note.detail());
        trail = trail.with(event);
        entries.add(new Entry.Noted(event));
        return new Won();
    }
}
