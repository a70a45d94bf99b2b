package org.franklin.box.authentication;

import org.franklin.box.Wipeable;
import org.franklin.box.hpke.HpkeRecipient;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.VerifyingKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.mailer.Credentials;
import org.franklin.model.mailer.Credentials.Purpose;
import org.franklin.model.mailer.UserName;

import java.util.Optional;

/// Opens what apps seal to this box with HPKE (RFC 9180), as [Credentials] says.
final class CredentialsOpener implements Wipeable {

    private static final int LONGEST = 2_048;
    private static final byte[] NOTHING = {};

    private final HpkeRecipient key;

    /// `key` is PKCS#8.
    CredentialsOpener(SecretBytes key) {
        this.key = new HpkeRecipient(P256.scalar(key));
    }

    /// For when the box closes.
    @Override
    public void close() {
        key.close();
    }

    /// The credentials, if they are for this purpose, name this user, and bring a good device key,
    /// which only at sign-up may be missing.
    Optional<Credentials> open(Bytes sealed, Purpose purpose, UserName user) {
        return plain(sealed)
                .flatMap(CredentialsOpener::decode)
                .filter(opened -> opened.purpose() == purpose && opened.user().equals(user))
                .filter(CredentialsOpener::hasGoodKey);
    }

    private static boolean hasGoodKey(Credentials credentials) {
        return VerifyingKey.of(credentials.deviceKey()).isPresent()
                || (credentials.purpose() == Purpose.SIGN_UP
                        && credentials.deviceKey().length() == 0);
    }

    private static Optional<Credentials> decode(SecretBytes plain) {
        try (plain) {
            return switch (Canonical.decode(Credentials.class, plain.use(Bytes::of))) {
                case Valid<Credentials>(var credentials) -> Optional.of(credentials);
                case Malformed<Credentials> _ -> Optional.empty();
            };
        }
    }

    private Optional<SecretBytes> plain(Bytes sealed) {
        return sealed.length() > LONGEST
                ? Optional.empty()
                : key.open(Credentials.hpkeInfo(), NOTHING, sealed);
    }
}
