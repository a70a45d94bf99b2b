package org.franklin.box.authentication;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.mailer.UserName;

import java.time.Instant;
import java.time.InstantSource;

/// One try of a password: counted first, hashed only if it may be.
final class PasswordCheck {

    sealed interface Tried {

        record Right() implements Tried {}

        record Wrong(int left) implements Tried {}

        record Blocked(Instant until) implements Tried {}

        record Busy() implements Tried {}
    }

    private final Passwords passwords;
    private final Tries tries;
    private final InstantSource clock;

    PasswordCheck(Passwords passwords, Policy policy, InstantSource clock) {
        this.passwords = passwords;
        this.tries = new Tries(policy);
        this.clock = clock;
    }

    Tried check(UserName user, Bytes password, String hash) {
        return switch (tries.take(user, clock.instant())) {
            case Tries.Turn.Blocked(var until) -> new Tried.Blocked(until);
            case Tries.Turn.Allowed(int left) ->
                    switch (passwords.fit(password, hash)) {
                        case RIGHT -> {
                            tries.forget(user);
                            yield new Tried.Right();
                        }
                        case WRONG -> new Tried.Wrong(left);
                        case BUSY -> {
                            tries.giveBack(user);
                            yield new Tried.Busy();
                        }
                    };
        };
    }
}
