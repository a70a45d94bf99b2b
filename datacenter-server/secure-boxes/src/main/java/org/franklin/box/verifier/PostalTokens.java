package org.franklin.box.verifier;

import org.franklin.box.certificate.BoxKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxVerifier;
import org.franklin.box.suite.TokenKey;
import org.franklin.box.suite.TokenVerifier;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.indicium.ibi.TokenParty;
import org.franklin.model.meter.SerialNumber;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Checks the Post's tokens offline, with the keys that a meter box has sealed to one verifier; the
/// key of a meter is opened for as long as a check takes. It can say nothing of the vendor's
/// tokens.
public final class PostalTokens {

    /// What came of opening an export.
    public sealed interface Opening {

        record Opened(PostalTokens tokens) implements Opening {}

        /// A sentence about the file that says why it is of no use here.
        record Refused(String sentence) implements Opening {}
    }

    private final VerifierKey own;
    private final Bytes cluster;
    private final Map<SerialNumber, SealedTokenKey> keys;

    private PostalTokens(VerifierKey own, Bytes cluster, Map<SerialNumber, SealedTokenKey> keys) {
        this.own = own;
        this.cluster = cluster;
        this.keys = Map.copyOf(keys);
    }

    /// Opens all pages of one export. `published` are the keys of the installation, by whose root
    /// its meter box is known; `own` stays the caller's to wipe.
    public static Opening open(List<BoxSigned> pages, VerificationKeys published, VerifierKey own) {
        var meterBox = meterBox(published);
        if (meterBox.isEmpty()) {
            return new Opening.Refused(
                    "The published keys have no certificate of a meter box from their root.");
        }
        var read = new ArrayList<TokenKeyPage>();
        for (BoxSigned signed : pages) {
            var page = meterBox.get().open(TokenKeyPage.class, signed);
            if (page.isEmpty()) {
                return new Opening.Refused(
                        "Its signature is not that of the meter box of the published keys: do not"
                                + " use this file.");
            }
            read.add(page.get());
        }
        if (!isComplete(read)) {
            return new Opening.Refused(
                    "A part of it is missing, or is of another export: ask for the file again.");
        }
        var first = read.getFirst();
        return first.verifier().equals(own.verifier())
                ? new Opening.Opened(new PostalTokens(own, first.cluster(), keys(read)))
                : new Opening.Refused(otherVerifier(first.verifier(), own.verifier()));
    }

    private static Optional<BoxVerifier> meterBox(VerificationKeys published) {
        return published.find(BoxKey.METER_RECEIPTS.number()) instanceof Lookup.Trusted(var key)
                        && key.subject().equals("CN=" + BoxKey.METER_RECEIPTS.commonName())
                ? VerifyingKey.of(publicKey(key)).map(BoxVerifier::new)
                : Optional.empty();
    }

    private static Bytes publicKey(CertifiedKey key) {
        return Bytes.of(key.certificate().getPublicKey().getEncoded());
    }

    private static boolean isComplete(List<TokenKeyPage> pages) {
        int expected = 0;
        for (TokenKeyPage page : pages) {
            if (page.place() != expected || !page.belongsWith(pages.getFirst())) {
                return false;
            }
            expected = page.next();
        }
        return !pages.isEmpty() && pages.getLast().isLast();
    }

    private static Map<SerialNumber, SealedTokenKey> keys(List<TokenKeyPage> pages) {
        var keys = new HashMap<SerialNumber, SealedTokenKey>();
        pages.forEach(page -> page.keys().forEach(key -> keys.put(key.serial(), key)));
        return keys;
    }

    private static String otherVerifier(Verifier named, Verifier own) {
        return "It is sealed to %s (key %s), and this is the key of %s (key %s)."
                .formatted(named.name(), named.fingerprint(), own.name(), own.fingerprint());
    }

    /// How many meters there are keys of.
    public int meters() {
        return keys.size();
    }

    /// Whether the Post's token fits all else that the symbol says.
    public PostalFinding check(TokenIndicium shown) {
        var serial = shown.indicium().serial();
        var sealed = Optional.ofNullable(keys.get(serial));
        if (sealed.isEmpty()) {
            return new PostalFinding.NoKey(serial);
        }
        return own.open(cluster, sealed.get())
                .filter(key -> key.length() == TokenKey.LENGTH)
                .<PostalFinding>map(key -> {
                    try (var verifier = new TokenVerifier(TokenParty.POST, serial, key)) {
                        return verifier.verifies(shown)
                                ? new PostalFinding.Genuine()
                                : new PostalFinding.Altered();
                    }
                })
                .orElseGet(() -> new PostalFinding.NotOpened(serial));
    }
}
