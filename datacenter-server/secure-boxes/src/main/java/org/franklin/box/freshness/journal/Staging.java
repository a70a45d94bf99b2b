package org.franklin.box.freshness.journal;

import org.franklin.box.BoxEvent;
import org.franklin.box.freshness.Advance;
import org.franklin.box.freshness.Amends;
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

        /// What keepers have the box do: all of it, and a note of it if there is one.
        record Amend(Amends amends, Optional<Note> noted) implements Wish {
            @Override
            public int bytes() {
                return 512
                        + noted.map(Note::bytes).orElse(0)
                        + amends.renewed().stream()
                                .mapToInt(renewal -> new Take(renewal.step()).bytes())
                                .sum();
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
    private Optional<String> stopped;

    Staging(Remembered remembered) {
        this.remembered = remembered;
        trail = remembered.trail().tip();
        stopped = remembered.stopped();
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
        // A stopped box still notes, and does what its keepers say.
        return switch (wish) {
            case Wish.Take(var step) -> stopped.map(Staging::unknown).orElseGet(() -> take(step));
            case Wish.Enter(var entry) ->
                    stopped.map(Staging::unknown).orElseGet(() -> enter(entry));
            case Wish.Note note -> note(note);
            case Wish.Amend(var amends, var noted) -> amend(amends, noted);
        };
    }

    private static Committed unknown(String reason) {
        return new Unknown(reason);
    }

    private Committed amend(Amends amends, Optional<Wish.Note> noted) {
        boolean overtaken =
                !trail.head().equals(amends.head())
                        || amends.renewed().stream()
                                .anyMatch(renewal -> touched.contains(renewal.step().subject()));
        if (overtaken) {
            return new Lost();
        }
        for (var renewal : amends.renewed()) {
            String subject = renewal.step().subject();
            touched.add(subject);
            entries.add(
                    new Entry.Renewed(
                            renewal.step(),
                            renewal.cut() ? 0 : remembered.offset(SubjectKey.of(subject))));
        }
        switch (amends.release()) {
            case Amends.Release.None _ -> {}
            case Amends.Release.Subject(var subject) -> entries.add(new Entry.Unlatched(subject));
            case Amends.Release.AllSubjects _ -> entries.add(new Entry.AllUnlatched());
            case Amends.Release.Box _ -> entries.add(new Entry.Resumed());
        }
        noted.ifPresent(this::note);
        return new Won();
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
            case Entry.Stepped _,
                    Entry.Noted _,
                    Entry.Unlatched _,
                    Entry.AllUnlatched _,
                    Entry.Resumed _,
                    Entry.Renewed _ ->
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
