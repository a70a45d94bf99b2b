package org.franklin.box.custody;

import org.franklin.box.key.AesGcm;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.passphrase.Argon2id;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/// Puts a seal key into custody, for the first time or anew. What it makes has been opened once
/// with what is to open it. It writes nothing; a token alone keeps what it was given.
public final class Custodian {

    private final SecureRandom random;

    public Custodian(SecureRandom random) {
        this.random = random;
    }

    /// A new seal key, 32 bytes.
    public SecretBytes sealKey() {
        return SecretBytes.random(MasterKey.LENGTH, random);
    }

    public Making first(SecretBytes sealKey, Choice choice) {
        return make(new Subject(draw(MasterKey.CLUSTER_LENGTH), 1, sealKey), choice);
    }

    /// The same seal key in new custody: what opens the present one does not open the new one.
    public Making anew(Custody present, SecretBytes sealKey, Choice choice) {
        var kept = present.kept();
        if (!Custody.check(sealKey, kept.seal()).equals(kept.check())) {
            throw new IllegalArgumentException("this is the seal key of another installation");
        }
        return make(new Subject(kept.seal(), Math.addExact(kept.issue(), 1), sealKey), choice);
    }

    private record Subject(Bytes seal, int issue, SecretBytes sealKey) {

        Kept kept(Terms terms, Bytes nonce, SecretBytes key) {
            return new Kept(seal, issue, check(), terms, nonce, key);
        }

        byte[] context(Terms terms) {
            return Kept.context(seal, issue, check(), terms);
        }

        private Bytes check() {
            return Custody.check(sealKey, seal);
        }
    }

    private Making make(Subject subject, Choice choice) {
        return switch (choice) {
            case Choice.InFile _ ->
                    made(
                            subject.kept(new Terms.InFile(), Bytes.EMPTY, subject.sealKey().copy()),
                            new Presented.Nothing());
            case Choice.ByPassphrase(var passphrase, var cost) -> {
                var terms = new Terms.ByPassphrase(cost, draw(Argon2id.SALT_LENGTH));
                try (var secret = Custody.stretched(terms, passphrase)) {
                    yield made(
                            wrapped(subject, terms, secret, "passphrase"),
                            new Presented.Passphrase(passphrase));
                }
            }
            case Choice.ByShares(int needed, int custodians) -> shared(subject, needed, custodians);
            case Choice.OnToken token -> onToken(subject, token);
        };
    }

    private Making shared(Subject subject, int needed, int custodians) {
        try (var secret = SecretBytes.random(Share.VALUE_LENGTH, random)) {
            var parts = Shamir.split(secret, needed, custodians, random);
            var marks =
                    IntStream.range(0, custodians)
                            .mapToObj(i ->
                                    ShareSet.mark(subject.seal, subject.issue, i + 1, parts.get(i)))
                            .toList();
            var terms = new Terms.ByShares(needed, marks);
            var shares = ShareSet.of(subject.seal, subject.issue, needed, parts);
            var kept = wrapped(subject, terms, secret, "shares");
            // Everyone's share is used once.
            for (int last = needed; last < custodians; last++) {
                proven(kept, new Presented.Shares(shares.subList(last - needed + 1, last + 1)));
            }
            var first = shares.subList(0, needed);
            return new Making.Made(proven(kept, new Presented.Shares(first)), shares);
        }
    }

    private Making onToken(Subject subject, Choice.OnToken choice) {
        var name = "franklin " + subject.seal.hex().substring(0, 8) + " " + subject.issue;
        var terms = new Terms.OnToken(choice.library(), choice.label(), name);
        return switch (new TokenWrap(terms)
                .seal(
                        choice.pin(),
                        draw(AesGcm.NONCE_LENGTH),
                        subject.context(terms),
                        subject.sealKey)) {
            case TokenWrap.Sealing.Sealed(var nonce, var key) ->
                    made(subject.kept(terms, nonce, sealed(key)), new Presented.Pin(choice.pin()));
            case TokenWrap.Sealing.Refused(var why) -> new Making.Refused(why);
        };
    }

    private Kept wrapped(Subject subject, Terms terms, SecretBytes secret, String how) {
        var nonce = draw(AesGcm.NONCE_LENGTH);
        try (var wrapping = Custody.wrapping(secret, subject.seal, how)) {
            var key =
                    subject.sealKey.use(plain ->
                            AesGcm.seal(wrapping, nonce.toArray(), subject.context(terms), plain));
            return subject.kept(terms, nonce, sealed(key));
        }
    }

    /// In the place of a key that lies plainly.
    private static SecretBytes sealed(Bytes ciphertext) {
        return SecretBytes.take(ciphertext.toArray());
    }

    private static Making made(Kept kept, Presented opening) {
        return new Making.Made(proven(kept, opening), List.of());
    }

    /// Nobody writes a custody file that does not open.
    private static Custody proven(Kept kept, Presented opening) {
        var custody = new Custody(kept);
        switch (custody.open(opening)) {
            case Unsealed.Open(var key) -> key.close();
            case Unsealed.Refused(var why) ->
                    throw new IllegalStateException("the new custody does not open: " + why);
        }
        return custody;
    }

    private Bytes draw(int length) {
        byte[] drawn = new byte[length];
        random.nextBytes(drawn);
        return Bytes.of(drawn);
    }
}
