package org.franklin.box.suite;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.meter.SerialNumber;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The vendor's or the Post's verifier of one meter's tokens: it holds that party's key alone, and
/// so can neither check nor make the other party's token.
public final class TokenVerifier implements AutoCloseable {

    private final TokenParty party;
    private final SerialNumber serial;
    private final TokenKey key;

    /// Takes the 16 bytes of this party and meter for its own.
    public TokenVerifier(TokenParty party, SerialNumber serial, SecretBytes key) {
        this.party = party;
        this.serial = serial;
        this.key = new TokenKey(serial, key);
    }

    /// Whether this party's token fits all else that the symbol says. In constant time.
    public boolean verifies(TokenIndicium shown) {
        var said = shown.indicium();
        var expected = key.token(shown.data(), said.mailingDate());
        return said.serial().equals(serial)
                && MessageDigest.isEqual(
                        ascii(expected.digits()), ascii(shown.token(party).digits()));
    }

    private static byte[] ascii(String digits) {
        return digits.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        key.close();
    }

    @Override
    public String toString() {
        return "TokenVerifier[" + party + ", " + serial + "]";
    }
}
