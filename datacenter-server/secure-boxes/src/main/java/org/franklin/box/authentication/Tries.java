package org.franklin.box.authentication;

import org.franklin.model.mailer.UserName;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts tries to sign on, in memory, by user name. A try is taken before the password is looked
/// at, so that many at once get no more than one after another; the right password gives all back.
final class Tries {

    sealed interface Turn {

        /// Go on; so many are left after this one.
        record Allowed(int left) implements Turn {}

        record Blocked(Instant until) implements Turn {}
    }

    /// `until` is when they are forgotten: a pause after the last.
    private record Taken(int count, Instant until) {}

    /// Each costs its maker a hash, so that this many within one pause are out of reach.
    private static final int MOST = 100_000;

    private final int most;
    private final Duration pause;

    /// In the order of the last try. Guarded by this.
    private final Map<UserName, Taken> taken = new LinkedHashMap<>();

    Tries(Policy policy) {
        this.most = policy.tries();
        this.pause = policy.pause();
    }

    synchronized Turn take(UserName user, Instant now) {
        var before = taken.get(user);
        int count = before != null && now.isBefore(before.until) ? before.count : 0;
        if (before != null && count >= most) {
            return new Turn.Blocked(before.until);
        }
        taken.remove(user);
        makeRoom(now);
        taken.put(user, new Taken(count + 1, now.plus(pause)));
        return new Turn.Allowed(most - count - 1);
    }

    /// A try that was taken but not used.
    synchronized void giveBack(UserName user) {
        taken.computeIfPresent(user, (_, before) -> new Taken(before.count - 1, before.until));
    }

    synchronized void forget(UserName user) {
        taken.remove(user);
    }

    private void makeRoom(Instant now) {
        var oldest = taken.values().iterator();
        while (oldest.hasNext() && (!now.isBefore(oldest.next().until) || taken.size() >= MOST)) {
            oldest.remove();
        }
    }
}
