package org.franklin.box.record;

import java.time.Duration;
import java.time.Instant;

/// What a box keeps of a subject only while it runs: the number that answers an open
/// [org.franklin.box.StepAnswer.Stale], 0 for none; how often an old record was shown without that
/// answer; which steps the database had missed.
public record Watch(long confirmation, int unconfirmed, Missed missed) {

    /// How many steps were given again since `since`, and the counter of the last of them. One step
    /// counts once, however many handlers ask for it.
    public record Missed(int steps, long last, Instant since) {}

    public static final Watch NONE = new Watch(0, 0, new Missed(0, 0, Instant.EPOCH));

    /// An honest handler looks again at once, so more of these are worth a person's look.
    static final int MOST_UNCONFIRMED = 8;

    /// A crash leaves a meter behind once; so often in an hour, something else does.
    static final int MOST_MISSED = 10;

    private static final Duration HOUR = Duration.ofHours(1);

    boolean confirms(long number) {
        return number != 0 && number == confirmation;
    }

    /// An old record was shown; `nonce` answers unless another number is open.
    Watch stale(long nonce) {
        return new Watch(
                confirmation == 0 ? nonce : confirmation, Math.incrementExact(unconfirmed), missed);
    }

    /// The record was shown that the box wrote last.
    Watch calm() {
        return new Watch(0, 0, missed);
    }

    /// The database lacks the step that reached `counter`.
    Watch redo(long counter, Instant now) {
        if (missed.steps > 0 && missed.last == counter) {
            return this;
        }
        boolean anew = missed.steps == 0 || now.isAfter(missed.since.plus(HOUR));
        return new Watch(
                confirmation,
                unconfirmed,
                new Missed(anew ? 1 : missed.steps + 1, counter, anew ? now : missed.since));
    }
}
