package org.franklin.box.custody;

import org.franklin.box.Wipeable;
import org.franklin.box.custody.NotOpened.Changed;
import org.franklin.box.custody.NotOpened.OtherCustody;
import org.franklin.box.custody.NotOpened.WrongPassphrase;
import org.franklin.box.custody.Unsealed.Open;
import org.franklin.box.custody.Unsealed.Refused;
import org.franklin.box.key.AesGcm;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.passphrase.Argon2id;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Hash;

/// How the seal key of one installation is kept: the content of its custody file, which is the
/// canonical form of [Kept] and the SHA-256 of that, so that damage is told from a wrong secret.
///
/// The seal key never changes. Custody of it may: then what opened it before does not open the new
/// file. An old file, from a backup, still opens with what opened it when it was written.
public final class Custody implements Wipeable {

    private final Kept kept;

    Custody(Kept kept) {
        this.kept = kept;
    }

    public static Decoded<Custody> read(Bytes file) {
        int end = file.length() - Hash.LENGTH;
        if (end < 0) {
            return new Malformed<>("it is cut short");
        }
        var content = file.slice(0, end);
        return Hash.of(content).bytes().equals(file.slice(end, file.length()))
                ? Canonical.decode(Kept.class, content)
                        .then(kept -> new Decoded.Valid<>(new Custody(kept)))
                : new Malformed<>("its content does not have its checksum");
    }

    public Bytes file() {
        var content = Canonical.bytes(kept);
        return content.plus(Hash.of(content).bytes());
    }

    public Terms terms() {
        return kept.terms();
    }

    public int issue() {
        return kept.issue();
    }

    /// The installation as its shares name it: 8 hex digits.
    public String seal() {
        return kept.seal().slice(0, Share.SEAL_LENGTH).hex();
    }

    public Unsealed open(Presented presented) {
        return switch (kept.terms()) {
            case Terms.InFile _ -> inFile();
            case Terms.ByPassphrase terms ->
                    presented instanceof Presented.Passphrase(var passphrase)
                            ? byPassphrase(terms, passphrase)
                            : refused(new OtherCustody(terms));
            case Terms.ByShares terms ->
                    presented instanceof Presented.Shares(var shares)
                            ? new ShareSet(kept.seal(), kept.issue(), terms)
                                    .open(shares, secret -> unwrap(secret, "shares"))
                            : refused(new OtherCustody(terms));
            case Terms.OnToken terms ->
                    presented instanceof Presented.Pin(var pin)
                            ? new TokenWrap(terms).open(pin, kept)
                            : refused(new OtherCustody(terms));
        };
    }

    private Unsealed inFile() {
        if (kept.key().length() != MasterKey.LENGTH) {
            return refused(new Changed());
        }
        var key = kept.key().copy();
        if (check(key, kept.seal()).equals(kept.check())) {
            return new Open(key);
        }
        key.close();
        return refused(new Changed());
    }

    private Unsealed byPassphrase(Terms.ByPassphrase terms, SecretBytes passphrase) {
        try (var stretched = stretched(terms, passphrase)) {
            var key = unwrap(stretched, "passphrase");
            return key instanceof Open ? key : refused(new WrongPassphrase());
        }
    }

    static SecretBytes stretched(Terms.ByPassphrase terms, SecretBytes passphrase) {
        return passphrase.use(typed ->
                SecretBytes.take(Argon2id.hash(terms.cost(), terms.salt().toArray(), typed)));
    }

    private Unsealed unwrap(SecretBytes secret, String how) {
        try (var wrapping = wrapping(secret, kept.seal(), how)) {
            return AesGcm.open(wrapping, kept.nonce(), kept.context(), kept.key().use(Bytes::of))
                    .<Unsealed>map(Open::new)
                    .orElseGet(() -> refused(new Changed()));
        }
    }

    /// The key that a seal key lies under, from the secret that opens it.
    static SecretBytes wrapping(SecretBytes secret, Bytes seal, String how) {
        try (var master = new MasterKey(secret, seal)) {
            return master.derive(KeyPurpose.SEAL_WRAP, how, 0);
        }
    }

    /// What tells this seal key from any other, and nothing else of it.
    static Bytes check(SecretBytes sealKey, Bytes seal) {
        try (var master = new MasterKey(sealKey, seal);
                var check = master.derive(KeyPurpose.SEAL_CHECK, "seal key", 0)) {
            return check.use(Bytes::of).slice(0, Kept.CHECK_LENGTH);
        }
    }

    Kept kept() {
        return kept;
    }

    private static Unsealed refused(NotOpened why) {
        return new Refused(why);
    }

    /// Then nothing opens it, and it has no file any more; what it says of itself stays.
    @Override
    public void close() {
        kept.close();
    }

    @Override
    public String toString() {
        return "Custody";
    }
}
