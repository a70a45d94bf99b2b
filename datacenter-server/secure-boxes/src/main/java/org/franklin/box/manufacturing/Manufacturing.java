package org.franklin.box.manufacturing;

import org.franklin.box.MasterKey;
import org.franklin.box.SecretBytes;
import org.franklin.box.SigningKey;
import org.franklin.box.VerifyingKey;
import org.franklin.box.authentication.AuthenticationSeed;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.meter.MeterSeed;
import org.franklin.box.steel.SteelSeed;
import org.franklin.box.transaction.TransactionSeed;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Function;
import java.util.stream.Stream;

/// The ceremony of a new installation (38): draws its id, every top-level key and the Post's root,
/// and certifies the boxes' own keys. Nothing is kept here.
public final class Manufacturing {

    private final SecureRandom random;
    private final InstantSource clock;

    public Manufacturing(SecureRandom random, InstantSource clock) {
        this.random = random;
        this.clock = clock;
    }

    /// A box's own key pair, the private half in PKCS#8, and its certificate.
    private record Pair(Bytes privateKey, Bytes publicKey, Bytes certificate) {

        @Override
        public String toString() {
            return "Pair";
        }
    }

    /// Makes an installation that believes the payment processor with this public key, X.509
    /// SubjectPublicKeyInfo; refuses what is not a P-256 key.
    public Manufactured make(Bytes processorKey) {
        if (VerifyingKey.of(processorKey).isEmpty()) {
            throw new IllegalArgumentException("the payment processor's key is not of P-256");
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (var rootKey = SigningKey.generate(random)) {
            var root = CertificateAuthority.root(rootKey, today, random);
            var authority = new CertificateAuthority(rootKey, root, random);
            return make(pkcs8(rootKey), root, processorKey, key -> pair(key, authority));
        }
    }

    private Manufactured make(
            Bytes rootKey, Bytes root, Bytes processorKey, Function<BoxKey, Pair> pairs) {
        var cluster = draw(MasterKey.CLUSTER_LENGTH);
        var tokenKeys = draw(MasterKey.LENGTH);
        var receipts = pairs.apply(BoxKey.METER_RECEIPTS);
        var transactions = pairs.apply(BoxKey.TRANSACTION_STATEMENTS);
        var logins = pairs.apply(BoxKey.AUTHENTICATION_STATEMENTS);
        var credentials = pairs.apply(BoxKey.CREDENTIALS);
        var seeds =
                new Seeds(
                        new MeterSeed(
                                cluster,
                                draw(MasterKey.LENGTH),
                                tokenKeys,
                                draw(MasterKey.LENGTH),
                                receipts.privateKey,
                                receipts.certificate,
                                root,
                                logins.publicKey,
                                transactions.publicKey),
                        new TransactionSeed(
                                cluster,
                                draw(MasterKey.LENGTH),
                                draw(MasterKey.LENGTH),
                                transactions.privateKey,
                                transactions.certificate,
                                root,
                                logins.publicKey,
                                processorKey),
                        new AuthenticationSeed(
                                cluster,
                                draw(MasterKey.LENGTH),
                                logins.privateKey,
                                logins.certificate,
                                credentials.privateKey,
                                credentials.certificate,
                                root),
                        new SteelSeed(
                                cluster,
                                draw(MasterKey.LENGTH),
                                draw(MasterKey.LENGTH),
                                tokenKeys,
                                rootKey,
                                root));
        var certificates =
                Stream.of(receipts, transactions, logins, credentials)
                        .map(Pair::certificate)
                        .toList();
        return new Manufactured(seeds, new Trust(root, certificates, BoxKey.CREDENTIALS.number()));
    }

    private Pair pair(BoxKey box, CertificateAuthority authority) {
        try (var key = SigningKey.generate(random)) {
            return new Pair(pkcs8(key), key.publicKey(), authority.certify(box, key.publicKey()));
        }
    }

    private static Bytes pkcs8(SigningKey key) {
        try (var form = key.pkcs8()) {
            return form.use(Bytes::of);
        }
    }

    private Bytes draw(int length) {
        try (var drawn = SecretBytes.random(length, random)) {
            return drawn.use(Bytes::of);
        }
    }
}
