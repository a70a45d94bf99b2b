package org.franklin.box.freshness;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;

import java.util.List;
import java.util.Optional;

/// The small truth: per subject, the record that the box wrote last, and the steps that led there.
///
/// It survives restarts and is never restored from a backup. A step counts when [#commit] returns;
/// nothing of it may leave the box before. Implementations: a journal on the box's own disk; later
/// a replicated one.
public interface FreshnessLog extends AutoCloseable {

    /// What the box remembers of a subject; empty if it never heard of it.
    Optional<Slot> slot(String subject);

    /// Takes each step whose predecessor is still the last one, all of them durably before it
    /// returns, and answers for each in order. Any number of threads may call.
    ///
    /// One call takes at most one step of a subject: a second one that builds on the first is lost,
    /// since nobody can rightly know a record before it is durable.
    List<Committed> commit(List<Advance> steps);

    /// The last step of a subject, with its record and reply.
    Recalled last(String subject);

    /// The earlier step of a subject that took the place of this request, whatever was asked there.
    Recalled find(String subject, RequestKey request);

    /// The steps of a subject below a counter, newest first: up to `most`, or about `mostBytes`.
    Walked steps(String subject, long below, int most, int mostBytes);

    /// How many subjects there are.
    int subjects();

    /// How many of them are latched.
    int latched();

    /// The names of some, by their places from 0 on; `to` is excluded. One whose last step cannot
    /// be read is left out.
    List<String> subjects(int from, int to);

    /// Does what keepers decided, all of it in one write or nothing: lost where the audit chain has
    /// gone on since. A stopped box does it too.
    Committed amend(Amends amends);

    /// The hash of the last entry of the audit chain; [Hash#NONE] before the first.
    Hash head();

    /// The hash of the last entry that is no refused ceremony: what keepers' statements name.
    Hash ceremonyHead();

    /// Why the box was stopped for good, until its keepers let it go on; a stop survives restarts.
    Optional<String> stopped();

    /// Locks a subject, durably; only [#amend] unlocks it.
    void latch(String subject, Evidence evidence);

    /// Stops the whole box, durably: it serves nobody until its keepers have looked at it.
    void stop(String reason);

    /// Adds an entry to the box's audit chain, durably. What goes on and on is noted now and then,
    /// and counted.
    void note(BoxEvent.Kind kind, String subject, String detail);

    /// The audit chain from the entry with this number on, at most `most` entries.
    List<BoxEvent> events(long from, int most);

    /// Why the box serves nobody, or empty. A disk fault lasts until a restart, a stop until
    /// [#amend] ends it.
    Optional<String> fault();

    @Override
    void close();
}
