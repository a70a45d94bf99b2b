package org.franklin.box.manufacturing;

import org.franklin.box.authentication.AuthenticationSeed;
import org.franklin.box.certificate.BoxKey;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.certificate.RootSignature;
import org.franklin.box.certificate.Trust;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.key.VerifyingKey;
import org.franklin.box.meter.MeterSeed;
import org.franklin.box.steel.SteelSeed;
import org.franklin.box.suite.Cryptography;
import org.franklin.box.suite.Suite;
import org.franklin.box.transaction.TransactionSeed;
import org.franklin.model.canonical.Bytes;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

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
    private record Pair(SecretBytes privateKey, Bytes publicKey, Bytes certificate) {

        @Override
        public String toString() {
            return "Pair";
        }
    }

    /// The keys that the steel box shares with each other box.
    private record SteelKeys(
            SecretBytes meter, SecretBytes authentication, SecretBytes transaction) {
        @Override
        public String toString() {
            return "SteelKeys";
        }
    }

    /// What more than one box is told. Of a key that two share the steel box gets a copy, since
    /// each seed is wiped by itself.
    private record Common(
            Suite suite,
            Bytes cluster,
            Bytes root,
            SecretBytes tokenKeys,
            SecretBytes meterRecords,
            SteelKeys steelKeys,
            Map<BoxKey, Pair> pairs) {

        Pair pair(BoxKey box) {
            return Objects.requireNonNull(pairs.get(box));
        }

        @Override
        public String toString() {
            return "Common";
        }
    }

    /// The seeds are the caller's to wipe. Makes an installation that believes the payment
    /// processor with this public key, X.509 SubjectPublicKeyInfo; refuses what is not a P-256 key.
    public Manufactured make(Bytes processorKey) {
        return make(processorKey, Suite.STANDARD);
    }

    /// The same, with the cryptography of this suite.
    public Manufactured make(Bytes processorKey, Suite suite) {
        return make(processorKey, suite, Keepers.NONE);
    }

    /// The same, with the people whom its boxes believe in ceremonies.
    public Manufactured make(Bytes processorKey, Suite suite, Keepers keepers) {
        return make(processorKey, Cryptography.of(suite), keepers);
    }

    /// The same, where one set of master keys may be enough for the meter box.
    public Manufactured make(Bytes processorKey, Cryptography cryptography, Keepers keepers) {
        if (VerifyingKey.of(processorKey).isEmpty()) {
            throw new IllegalArgumentException("the payment processor's key is not of P-256");
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try (var rootKey = SigningKey.generate(random)) {
            var root = CertificateAuthority.root(rootKey, today, random);
            var common =
                    common(cryptography, root, new CertificateAuthority(rootKey, root, random));
            var seeds =
                    new Seeds(
                            meter(common, keepers),
                            transaction(common, processorKey, keepers),
                            authentication(common),
                            steel(common, rootKey.pkcs8()));
            var trust = trust(common);
            var text = CeremonyRecord.text(seeds, trust, clock.instant());
            var signature = new RootSignature(rootKey).over(CeremonyRecord.bytes(text));
            return new Manufactured(seeds, trust, new CeremonyRecord(text, signature));
        }
    }

    private Common common(Cryptography cryptography, Bytes root, CertificateAuthority authority) {
        var suite = cryptography.suite();
        var pairs = new EnumMap<BoxKey, Pair>(BoxKey.class);
        for (BoxKey box : BoxKey.values()) {
            pairs.put(box, pair(box, authority));
        }
        var steelKeys =
                new SteelKeys(
                        draw(MasterKey.LENGTH), draw(MasterKey.LENGTH), draw(MasterKey.LENGTH));
        var tokenKeys = draw(suite.keyLength());
        return new Common(
                suite,
                drawId(),
                root,
                tokenKeys,
                cryptography.oneKeySet() ? tokenKeys.copy() : draw(suite.keyLength()),
                steelKeys,
                pairs);
    }

    private MeterSeed meter(Common common, Keepers keepers) {
        var receipts = common.pair(BoxKey.METER_RECEIPTS);
        return new MeterSeed(
                common.cluster,
                common.meterRecords,
                common.tokenKeys,
                common.steelKeys.meter,
                draw(MasterKey.LENGTH),
                receipts.privateKey,
                receipts.certificate,
                common.root,
                common.pair(BoxKey.AUTHENTICATION_STATEMENTS).publicKey,
                common.pair(BoxKey.TRANSACTION_STATEMENTS).publicKey,
                common.suite,
                keepers);
    }

    private TransactionSeed transaction(Common common, Bytes processorKey, Keepers keepers) {
        var statements = common.pair(BoxKey.TRANSACTION_STATEMENTS);
        return new TransactionSeed(
                common.cluster,
                draw(common.suite.keyLength()),
                draw(MasterKey.LENGTH),
                common.steelKeys.transaction,
                statements.privateKey,
                statements.certificate,
                common.root,
                common.pair(BoxKey.AUTHENTICATION_STATEMENTS).publicKey,
                processorKey,
                common.suite,
                keepers);
    }

    private AuthenticationSeed authentication(Common common) {
        var statements = common.pair(BoxKey.AUTHENTICATION_STATEMENTS);
        var credentials = common.pair(BoxKey.CREDENTIALS);
        return new AuthenticationSeed(
                common.cluster,
                draw(MasterKey.LENGTH),
                common.steelKeys.authentication,
                statements.privateKey,
                statements.certificate,
                credentials.privateKey,
                credentials.certificate,
                common.root);
    }

    private SteelSeed steel(Common common, SecretBytes rootKey) {
        return new SteelSeed(
                common.cluster,
                draw(common.suite.keyLength()),
                draw(common.suite.keyLength()),
                common.tokenKeys.copy(),
                common.steelKeys.meter.copy(),
                common.steelKeys.authentication.copy(),
                common.steelKeys.transaction.copy(),
                rootKey,
                common.root,
                common.suite);
    }

    private static Trust trust(Common common) {
        var certificates = common.pairs.values().stream().map(Pair::certificate).toList();
        return new Trust(common.root, certificates, BoxKey.CREDENTIALS.number(), common.suite);
    }

    private Pair pair(BoxKey box, CertificateAuthority authority) {
        try (var key = SigningKey.generate(random)) {
            return new Pair(key.pkcs8(), key.publicKey(), authority.certify(box, key.publicKey()));
        }
    }

    private SecretBytes draw(int length) {
        return SecretBytes.random(length, random);
    }

    private Bytes drawId() {
        byte[] id = new byte[MasterKey.CLUSTER_LENGTH];
        random.nextBytes(id);
        return Bytes.of(id);
    }
}
