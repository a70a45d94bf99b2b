package org.franklin.box.freshness;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Evidence;
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

    /// Locks a subject, durably; there is no unlocking here.
    void latch(String subject, Evidence evidence);

    /// Stops the whole box, durably: it serves nobody until its keepers have looked at it.
    void stop(String reason);

    /// Adds an entry to the box's audit chain, durably. What goes on and on is noted now and then,
    /// and counted.
    void note(BoxEvent.Kind kind, String subject, String detail);

    /// The audit chain from the entry with this number on, at most `most` entries.
    List<BoxEvent> events(long from, int most);

    /// Why the box serves nobody, or empty. A disk fault lasts until a restart, a stop for good.
    Optional<String> fault();

    @Override
    void close();
}
