package org.franklin.box.authentication;

import org.franklin.box.passphrase.Argon2Cost;

import java.time.Duration;

/// What the authentication box allows.
///
/// `hashes` passwords are hashed at once, and as many again may `wait` for their turn; a mailer has
/// `tries` wrong passwords until `pause` has passed since the last; a session ends when it was
/// `idle` for so long, or after its `life`; there are at most `sessions`, and of one mailer at most
/// `sessionsEach`: the least used one makes room.
public record Policy(
        Argon2Cost cost,
        int hashes,
        int waiting,
        int tries,
        Duration pause,
        Duration idle,
        Duration life,
        int sessions,
        int sessionsEach) {

    public static final Policy STANDARD = standard(Argon2Cost.STANDARD);

    public Policy {
        if (hashes < 1 || waiting < 0 || tries < 1 || sessions < 1 || sessionsEach < 1) {
            throw new IllegalArgumentException("a policy allows at least one of each");
        }
        if (!pause.isPositive() || !idle.isPositive() || life.compareTo(idle) < 0) {
            throw new IllegalArgumentException("a session lives at least as long as it may idle");
        }
    }

    /// All as usual but for the cost of a hash.
    public static Policy standard(Argon2Cost cost) {
        return new Policy(
                cost,
                2,
                32,
                5,
                Duration.ofMinutes(15),
                Duration.ofMinutes(15),
                Duration.ofHours(12),
                100_000,
                16);
    }
}
