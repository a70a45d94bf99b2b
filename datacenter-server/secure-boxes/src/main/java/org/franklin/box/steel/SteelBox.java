package org.franklin.box.steel;

import org.franklin.box.BoxEntry;
import org.franklin.box.KeptKeys;
import org.franklin.box.SecureBox;
import org.franklin.box.Wipeable;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.key.KeyPurpose;
import org.franklin.box.key.Keyring;
import org.franklin.box.key.MasterKey;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SelfTest;
import org.franklin.box.key.SigningKey;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BirthMac;
import org.franklin.box.steel.SteelBoxAnswer.Attested;
import org.franklin.box.steel.SteelBoxAnswer.Certified;
import org.franklin.box.steel.SteelBoxAnswer.Made;
import org.franklin.box.steel.SteelBoxRequest.Attest;
import org.franklin.box.steel.SteelBoxRequest.Certify;
import org.franklin.box.steel.SteelBoxRequest.Make;
import org.franklin.box.suite.Suite;
import org.franklin.box.suite.TokenKey;
import org.franklin.box.suite.TokenKeyWrap;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.KeyListing;
import org.franklin.model.meter.SerialNumber;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// Makes meters, from the vendor's and the Post's domain keys together (38).
///
/// A meter's P-256 key is HKDF-SHA-256, 48 bytes, reduced as FIPS 186-5 A.2.1 says. The input is
/// the vendor's key, then the Post's, 32 bytes each, in the manner of SP 800-56C's hybrid secrets:
/// whoever lacks either lacks 256 bits of it (128 in the suite of 1998, where each key has 16 bytes
/// and the scalar serves the certificate alone). So neither party alone can make or re-make a
/// meter's key, and both together make the same one again; the manufacturing number likewise.
public final class SteelBox implements Wipeable {

    /// What the meter box makes a meter's evidence with, from the meter's scalar or the domain
    /// keys.
    private interface TokenKeySource {
        SecretBytes of(SerialNumber serial, SecretBytes scalar);
    }

    private final MasterKey domains;
    private final Suite suite;
    private final TokenKeySource secrets;
    private final TokenKeyWrap tokenKeys;
    private final BirthMac births;
    private final CertificateAuthority authority;
    private final Bytes cluster;
    private final Keyring keys;
    private final InstantSource clock;

    private SteelBox(SteelSeed seed, InstantSource clock, SecureRandom random, Keyring keys) {
        var cluster = seed.cluster();
        this.domains = domains(seed, keys);
        this.suite = seed.suite();
        this.secrets = tokenKeySource(seed, keys);
        this.tokenKeys = suite.tokenKeyWrap(keys, seed.tokenKeyMaster(), cluster, random);
        this.births = seed.births(keys);
        this.authority =
                new CertificateAuthority(keys.signing(seed.rootKey()), seed.root(), random);
        this.cluster = cluster;
        this.keys = keys;
        this.clock = clock;
    }

    private static MasterKey domains(SteelSeed seed, Keyring keys) {
        try (var both = seed.vendorKey().plus(seed.postalKey())) {
            return keys.master(both, seed.cluster());
        }
    }

    /// The seed stays the caller's to wipe.
    public static SecureBox open(SteelSeed seed, InstantSource clock, SecureRandom random) {
        return open(seed, clock, random, seed.suite().selfTest());
    }

    static SecureBox open(
            SteelSeed seed, InstantSource clock, SecureRandom random, SelfTest selfTest) {
        var keys =
                new KeptKeys<>(
                        selfTest.fault(),
                        () -> Keyring.filled(ring -> new SteelBox(seed, clock, random, ring)));
        return new BoxEntry<>(
                SteelBoxRequest.class,
                SteelBoxAnswer.class,
                request -> keys.use(box -> box.answer(request), SteelBoxAnswer.OutOfService::new),
                keys::close);
    }

    @Override
    public void close() {
        keys.close();
    }

    @Override
    public String toString() {
        return "SteelBox";
    }

    private SteelBoxAnswer answer(SteelBoxRequest request) {
        return switch (request) {
            case Make(var serial) -> new Made(make(serial));
            case Certify(var serial) -> {
                try (var scalar = scalar(serial)) {
                    yield new Certified(certify(serial, P256.publicKey(scalar)));
                }
            }
            case Attest(int count, var certificates) -> attest(count, certificates);
        };
    }

    private Attested attest(int count, Hash certificates) {
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var listing = new KeyListing(cluster, now, count, certificates);
        return new Attested(listing, authority.attest(listing));
    }

    private Birth make(SerialNumber serial) {
        long manufacturingNumber = manufacturingNumber(serial);
        var block = suite.tokenKeyBlock(serial, manufacturingNumber, cluster, month());
        try (var scalar = scalar(serial);
                var key = SigningKey.ofScalar(scalar);
                var tokenKey = secrets.of(serial, scalar)) {
            Bytes publicKey = P256.publicKey(scalar);
            key.triedWith(publicKey);
            return births.sign(
                    new Birth(
                            cluster,
                            serial,
                            manufacturingNumber,
                            tokenKeys.wrap(tokenKey, block),
                            certify(serial, publicKey),
                            Bytes.EMPTY));
        }
    }

    /// Keeps the domain keys apart only where the suite needs them so.
    private static TokenKeySource tokenKeySource(SteelSeed seed, Keyring keys) {
        return switch (seed.suite()) {
            case STANDARD -> (_, scalar) -> scalar.copy();
            case PATENT_1998 -> {
                var vendorKey = keys.secret(seed.vendorKey());
                var postalKey = keys.secret(seed.postalKey());
                yield (serial, _) -> {
                    try (var vendor = TokenKey.ofMeter(vendorKey, serial);
                            var post = TokenKey.ofMeter(postalKey, serial)) {
                        return vendor.plus(post);
                    }
                };
            }
        };
    }

    private SecretBytes scalar(SerialNumber serial) {
        try (var wide =
                domains.derive(KeyPurpose.METER_KEY, subject(serial), 0, P256.WIDE_LENGTH)) {
            return P256.reduce(wide);
        }
    }

    /// 62 bits, and one that keeps it from being 0.
    private long manufacturingNumber(SerialNumber serial) {
        try (var derived = domains.derive(KeyPurpose.MANUFACTURING_NUMBER, subject(serial), 0)) {
            return derived.use(bytes -> ByteBuffer.wrap(bytes).getLong() >>> 1 | 1);
        }
    }

    private Bytes certify(SerialNumber serial, Bytes publicKey) {
        // West of Greenwich it is still yesterday, and a mailing date is a day of the mailer's
        // calendar.
        LocalDate from = today().minusDays(1);
        return authority.certify(serial, publicKey, from);
    }

    private static String subject(SerialNumber serial) {
        return "meter " + serial.number();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /// YYYYMM.
    private int month() {
        return today().getYear() * 100 + today().getMonthValue();
    }
}
