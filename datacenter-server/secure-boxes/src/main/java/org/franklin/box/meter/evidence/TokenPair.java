package org.franklin.box.meter.evidence;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.suite.TokenKey;
import org.franklin.box.suite.TokenVerifier;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.Indicium;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.TokenForm;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.Arrays;
import java.util.Optional;

/// Makes the vendor's and the Post's token over the 56 data bytes: 89 bytes.
final class TokenPair implements EvidenceKey {

    private final SerialNumber serial;
    private final SecretBytes vendor;
    private final SecretBytes post;

    private TokenPair(SerialNumber serial, SecretBytes vendor, SecretBytes post) {
        this.serial = serial;
        this.vendor = vendor;
        this.post = post;
    }

    /// From the vendor's 16 bytes for this meter, then the Post's.
    static TokenPair of(SerialNumber serial, SecretBytes both) {
        if (both.length() != 2 * TokenKey.LENGTH) {
            throw new IllegalArgumentException("a pair of token keys has 32 bytes");
        }
        return new TokenPair(serial, part(both, 0), part(both, TokenKey.LENGTH));
    }

    private static SecretBytes part(SecretBytes both, int from) {
        return both.use(
                all -> SecretBytes.take(Arrays.copyOfRange(all, from, from + TokenKey.LENGTH)));
    }

    @Override
    public Bytes symbol(Indicium claim, Postage descending) {
        var shown = TokenIndicium.shown(descending);
        Bytes data = TokenForm.data(claim, shown);
        try (var vendors = new TokenKey(serial, vendor.copy());
                var posts = new TokenKey(serial, post.copy())) {
            return new TokenIndicium(
                            claim,
                            shown,
                            vendors.token(data, claim.mailingDate()),
                            posts.token(data, claim.mailingDate()))
                    .bytes();
        }
    }

    /// Both are worked out, whichever is wrong, so that the time tells nothing of which.
    @Override
    public boolean made(SignedIndicium shown) {
        return switch (shown) {
            case EcdsaIndicium _ -> false;
            case TokenIndicium tokens -> {
                boolean isVendors = verifies(TokenParty.VENDOR, vendor, tokens);
                boolean isPosts = verifies(TokenParty.POST, post, tokens);
                yield isVendors && isPosts;
            }
        };
    }

    private boolean verifies(TokenParty party, SecretBytes key, TokenIndicium shown) {
        try (var verifier = new TokenVerifier(party, serial, key.copy())) {
            return verifier.verifies(shown);
        }
    }

    /// Token keys have no public half, so that nothing here speaks for or against a certificate;
    /// that this meter's key block opened is what binds them to the meter.
    @Override
    public boolean isCertifiedBy(CertifiedKey certificate, Bytes probe) {
        return certificate.isOfMeter(serial);
    }

    @Override
    public Optional<SecretBytes> postalHalf() {
        return Optional.of(post.copy());
    }

    @Override
    public String toString() {
        return "TokenPair";
    }

    @Override
    public void close() {
        vendor.close();
        post.close();
    }
}
