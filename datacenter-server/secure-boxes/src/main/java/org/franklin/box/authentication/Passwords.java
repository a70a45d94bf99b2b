package org.franklin.box.authentication;

import org.franklin.box.key.RecordMac;
import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.box.passphrase.Argon2id;
import org.franklin.model.canonical.Bytes;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Password hashes: Argon2id (RFC 9106) over the HMAC of the password under the pepper, a key that
/// never leaves the box: a stolen database alone cannot be guessed at. The text form is PHC's.
///
/// Each hash takes much memory, so only so many run at once, and only so many wait.
final class Passwords {

    /// Whether a password fits a hash; `BUSY` if the box has too much to do to find out.
    enum Fit {
        RIGHT,
        WRONG,
        BUSY
    }

    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,2})"
                            + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    private final RecordMac pepper;
    private final Argon2Cost cost;
    private final SecureRandom random;
    private final Semaphore running;
    private final Semaphore places;

    /// `pepper` is a MAC for [org.franklin.box.key.KeyPurpose#PASSWORD_PEPPER].
    Passwords(RecordMac pepper, Policy policy, SecureRandom random) {
        this.pepper = pepper;
        this.cost = policy.cost();
        this.random = random;
        this.running = new Semaphore(policy.hashes(), true);
        this.places = new Semaphore(policy.hashes() + policy.waiting());
    }

    /// The hash of a new password, with a salt of its own, or nothing where the box is busy.
    Optional<String> hash(Bytes password) {
        return inTurn(() -> {
            byte[] salt = draw(Argon2id.SALT_LENGTH);
            return phc(cost, salt, argon2(cost, salt, password));
        });
    }

    Fit fit(Bytes password, String phc) {
        Matcher form = FORM.matcher(phc);
        if (!form.matches()) {
            throw new IllegalStateException("a genuine record has a password hash");
        }
        var its =
                new Argon2Cost(
                        Integer.parseInt(form.group(1)),
                        Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)));
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        byte[] tag = Base64.getDecoder().decode(form.group(5));
        return inTurn(() -> MessageDigest.isEqual(tag, argon2(its, salt, password)))
                .map(equal -> equal ? Fit.RIGHT : Fit.WRONG)
                .orElse(Fit.BUSY);
    }

    /// A hash that no password is known for, and that takes as long to compare with as any.
    String decoy() {
        return phc(cost, draw(Argon2id.SALT_LENGTH), draw(Argon2id.LENGTH));
    }

    private byte[] draw(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return drawn;
    }

    private <T> Optional<T> inTurn(Supplier<T> hashing) {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        try {
            running.acquireUninterruptibly();
            try {
                return Optional.of(hashing.get());
            } finally {
                running.release();
            }
        } finally {
            places.release();
        }
    }

    private byte[] argon2(Argon2Cost cost, byte[] salt, Bytes password) {
        byte[] peppered = pepper.mac("password", 0, password).toArray();
        try {
            return Argon2id.hash(cost, salt, peppered);
        } finally {
            Arrays.fill(peppered, (byte) 0);
        }
    }

    private static String phc(Argon2Cost cost, byte[] salt, byte[] tag) {
        var base64 = Base64.getEncoder().withoutPadding();
        // Numbers as text, since %d writes the digits of the machine's own language.
        return "$argon2id$v=19$m=%s,t=%s,p=%s$%s$%s"
                .formatted(
                        cost.kibibytes(),
                        cost.passes(),
                        cost.lanes(),
                        base64.encodeToString(salt),
                        base64.encodeToString(tag));
    }
}
