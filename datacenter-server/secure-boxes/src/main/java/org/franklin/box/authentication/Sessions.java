package org.franklin.box.authentication;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.mailer.MailerId;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Who is signed on, in memory: a restart signs everybody off. A token is 32 random bytes, of which
/// only the hash is kept.
final class Sessions {

    static final int TOKEN_LENGTH = 32;

    /// A new session: its token, told once, and when it ends at the latest.
    record Opened(Bytes token, Instant expires) {

        @Override
        public String toString() {
            return "Opened[" + expires + "]";
        }
    }

    /// Bound to the key of the device that signed on; `used` is the last time it was asked for.
    record Session(MailerId mailer, Bytes deviceKey, Instant expires, Instant used) {

        private boolean isOver(Instant now, Duration idle) {
            return !now.isBefore(expires) || !now.isBefore(used.plus(idle));
        }
    }

    private final Policy policy;
    private final SecureRandom random;

    /// In the order of last use. Guarded by this.
    private final SequencedMap<Hash, Session> sessions = new LinkedHashMap<>();

    Sessions(Policy policy, SecureRandom random) {
        this.policy = policy;
        this.random = random;
    }

    synchronized Opened open(MailerId mailer, Bytes deviceKey, Instant now) {
        sessions.values().removeIf(session -> session.isOver(now, policy.idle()));
        while (count(mailer) >= policy.sessionsEach()) {
            dropOldest(mailer);
        }
        if (sessions.size() >= policy.sessions()) {
            sessions.pollFirstEntry();
        }
        byte[] token = new byte[TOKEN_LENGTH];
        random.nextBytes(token);
        var expires = now.plus(policy.life());
        sessions.put(Hash.of(token), new Session(mailer, deviceKey, expires, now));
        return new Opened(Bytes.of(token), expires);
    }

    /// The live session of a token, from now on used at `now`.
    synchronized Optional<Session> find(Bytes token, Instant now) {
        var found = sessions.remove(Hash.of(token));
        if (found == null || found.isOver(now, policy.idle())) {
            return Optional.empty();
        }
        sessions.put(
                Hash.of(token), new Session(found.mailer, found.deviceKey, found.expires, now));
        return Optional.of(found);
    }

    synchronized void close(Bytes token) {
        sessions.remove(Hash.of(token));
    }

    /// Signs the mailer off everywhere.
    synchronized void closeAll(MailerId mailer) {
        sessions.values().removeIf(each -> each.mailer.equals(mailer));
    }

    private long count(MailerId mailer) {
        return sessions.values().stream().filter(each -> each.mailer.equals(mailer)).count();
    }

    private void dropOldest(MailerId mailer) {
        sessions.entrySet().stream()
                .filter(each -> each.getValue().mailer.equals(mailer))
                .findFirst()
                .map(Map.Entry::getKey)
                .ifPresent(sessions::remove);
    }
}
