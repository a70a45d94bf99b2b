package org.franklin.box.steel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxPort;
import org.franklin.box.HandClock;
import org.franklin.box.SecureBox;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.health.CheckedRandom;
import org.franklin.box.health.StuckRandom;
import org.franklin.box.key.KeyBlock;
import org.franklin.box.key.KeyWrap;
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
import org.franklin.box.steel.SteelBoxAnswer.OutOfService;
import org.franklin.box.steel.SteelBoxRequest.Attest;
import org.franklin.box.steel.SteelBoxRequest.Certify;
import org.franklin.box.steel.SteelBoxRequest.Make;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.CertifiedKey;
import org.franklin.model.indicium.KeyListing;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

class SteelBoxTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes CLUSTER = Bytes.ofHex("6465666768696a6b6c6d6e6f70717273");
    private static final Bytes VENDOR = Bytes.ofHex("07".repeat(32));
    private static final Bytes POST = Bytes.ofHex("09".repeat(32));
    private static final Bytes TOKEN_KEYS = Bytes.ofHex("0b".repeat(32));
    private static final Bytes MESSAGES = Bytes.ofHex("0d".repeat(32));
    private static final Bytes KEY_40 = Bytes.ofHex("28".repeat(32));
    private static final Bytes KEY_42 = Bytes.ofHex("2a".repeat(32));
    private static final SerialNumber METER = new SerialNumber(1042);

    private final HandClock clock = new HandClock("2026-11-22T10:00:00Z");
    private final SigningKey rootKey = SigningKey.generate(RANDOM);
    private final Bytes root =
            CertificateAuthority.root(rootKey, LocalDate.of(2026, 11, 22), RANDOM);

    private SteelSeed seed(Bytes cluster, Bytes vendor, Bytes post) {
        return seed(cluster, vendor, post, rootKey.pkcs8());
    }

    private SteelSeed seed(Bytes cluster, Bytes vendor, Bytes post, SecretBytes key) {
        return new SteelSeed(
                cluster,
                secret(vendor),
                secret(post),
                secret(TOKEN_KEYS),
                secret(MESSAGES),
                secret(KEY_40),
                secret(KEY_42),
                key,
                root,
                Suite.STANDARD);
    }

    private static SteelBoxAnswer ask(SecureBox box, SteelBoxRequest request) {
        return new BoxPort<>(SteelBoxRequest.class, SteelBoxAnswer.class, box).call(request);
    }

    private Birth make(Bytes cluster, Bytes vendor, Bytes post, SerialNumber serial) {
        var box = SteelBox.open(seed(cluster, vendor, post), clock, RANDOM);
        return assertInstanceOf(Made.class, ask(box, new Make(serial))).birth();
    }

    private Birth make(SerialNumber serial) {
        return make(CLUSTER, VENDOR, POST, serial);
    }

    private static CertifiedKey certified(Bytes certificate) {
        return CertifiedKey.read(certificate).orElseThrow();
    }

    private static Bytes publicKey(Bytes certificate) {
        return Bytes.of(certified(certificate).certificate().getPublicKey().getEncoded());
    }

    private static Optional<SecretBytes> unwrap(Birth birth, SerialNumber serial) {
        var wrap = new KeyWrap(new MasterKey(secret(TOKEN_KEYS), birth.cluster()), RANDOM);
        return wrap.unwrap(
                birth.tokenKey(),
                KeyBlock.ofTokenKey(serial, birth.manufacturingNumber(), birth.cluster(), 202611));
    }

    private static SecretBytes secret(Bytes bytes) {
        return SecretBytes.take(bytes.toArray());
    }

    @Test
    void makesTheKeyAndNumberThatAnotherProgramWorkedOut() {
        var birth = make(METER);
        var point =
                "04682780ca591515a00ee5bb9cf88b9ec1a81d0c8b40fe47aa271fdf1c49b28d6a"
                        + "08a1a5076d0aaa75579ceadd2a0f9936e1d4cbe09fc29301268807d12baee0e2";
        assertEquals(Optional.of(Bytes.ofHex(point)), P256.point(publicKey(birth.certificate())));
        assertEquals(139_817_288_803_281_957L, birth.manufacturingNumber());
        var scalar = "ce5b562f4b6a44c16dd1ae2c2c9c56a0a5873fed739cb8961e1d44d7afc0aaf8";
        assertEquals(Optional.of(secret(Bytes.ofHex(scalar))), unwrap(birth, METER));
    }

    @Test
    void makesTheSameMeterAgain() {
        var first = make(METER);
        var again = make(METER);
        assertEquals(publicKey(first.certificate()), publicKey(again.certificate()));
        assertEquals(first.manufacturingNumber(), again.manufacturingNumber());
        assertNotEquals(first.tokenKey(), again.tokenKey(), "the wrapping is new");
    }

    @Test
    void makesAnotherKeyForAnotherMeterClusterVendorOrPost() {
        var other = Bytes.ofHex("08".repeat(32));
        var keys =
                List.of(
                        make(METER),
                        make(new SerialNumber(1043)),
                        make(Bytes.of(new byte[16]), VENDOR, POST, METER),
                        make(CLUSTER, other, POST, METER),
                        make(CLUSTER, VENDOR, other, METER),
                        make(CLUSTER, POST, VENDOR, METER));
        var distinct = keys.stream().map(birth -> publicKey(birth.certificate())).distinct();
        assertEquals(keys.size(), distinct.count());
        var numbers = keys.stream().map(Birth::manufacturingNumber).distinct();
        assertEquals(keys.size(), numbers.count());
    }

    @Test
    void handsOverAKeyThatSignsUnderItsCertificate() {
        var birth = make(METER);
        var data = Bytes.ofHex("010203");
        var key = SigningKey.ofScalar(unwrap(birth, METER).orElseThrow());
        assertTrue(certified(birth.certificate()).verifies(data, key.sign(data)));
        assertTrue(certified(birth.certificate()).isOfMeter(METER));
        assertEquals(CLUSTER, birth.cluster());
        assertEquals(METER, birth.serial());
    }

    @Test
    void tellsTheMeterBoxAloneAndThatOfOneBirthAlone() {
        var birth = make(METER);
        var shared = new BirthMac(new MasterKey(secret(MESSAGES), CLUSTER));
        assertTrue(shared.isGenuine(birth));
        for (Bytes other : List.of(KEY_40, KEY_42, TOKEN_KEYS)) {
            assertFalse(new BirthMac(new MasterKey(secret(other), CLUSTER)).isGenuine(birth));
        }
        var next = make(new SerialNumber(1043));
        assertFalse(
                shared.isGenuine(
                        new Birth(
                                birth.cluster(),
                                birth.serial(),
                                birth.manufacturingNumber() + 2,
                                birth.tokenKey(),
                                birth.certificate(),
                                birth.mac())));
        assertFalse(
                shared.isGenuine(
                        new Birth(
                                next.cluster(),
                                next.serial(),
                                next.manufacturingNumber(),
                                next.tokenKey(),
                                next.certificate(),
                                birth.mac())));
    }

    @Test
    void wrapsTheKeyForThisMeterAlone() {
        assertEquals(Optional.empty(), unwrap(make(METER), new SerialNumber(1043)));
    }

    @Test
    void certifiesTheSameKeyAnewFromToday() {
        var box = SteelBox.open(seed(CLUSTER, VENDOR, POST), clock, RANDOM);
        var first = assertInstanceOf(Made.class, ask(box, new Make(METER))).birth();
        clock.goOn(Duration.ofDays(60));
        var second = assertInstanceOf(Certified.class, ask(box, new Certify(METER))).certificate();
        assertEquals(publicKey(first.certificate()), publicKey(second));
        assertNotEquals(certified(first.certificate()).number(), certified(second).number());
        var today = LocalDate.of(2027, 1, 21);
        assertFalse(certified(second).covers(today.minusDays(2)));
        assertTrue(certified(second).covers(today.minusDays(1)), "today, west of Greenwich");
        assertTrue(certified(second).covers(today.plusDays(88)));
        assertFalse(certified(second).covers(today.plusDays(89)));
    }

    @Test
    void staysOutOfServiceWhereItsSelfTestFails() {
        var broken = new SelfTest(List.of(new SelfTest.Check("AES-256-GCM", () -> false)));
        var box = SteelBox.open(seed(CLUSTER, VENDOR, POST), clock, RANDOM, broken);
        assertEquals(
                new OutOfService("the self-test failed: AES-256-GCM"), ask(box, new Make(METER)));
    }

    @Test
    void signsAListingOfCertificatesAsTheRootAndWithTheTime() {
        var box = SteelBox.open(seed(CLUSTER, VENDOR, POST), clock, RANDOM);
        var listed = List.of(make(METER).certificate(), root);
        var answer =
                assertInstanceOf(
                        Attested.class,
                        ask(box, new Attest(listed.size(), KeyListing.hash(listed))));
        assertEquals(
                new KeyListing(CLUSTER, clock.instant(), 2, KeyListing.hash(listed)),
                answer.listing());
        assertTrue(answer.listing().isOf(listed, root, answer.signature()));
        assertFalse(answer.listing().isOf(listed.reversed(), root, answer.signature()));
        assertFalse(answer.listing().isOf(listed, listed.getFirst(), answer.signature()));
    }

    @Test
    void makesNoMeterWhileItsRandomSourceIsStuck() {
        var source = new StuckRandom();
        var random = CheckedRandom.over(source);
        var box = SteelBox.open(seed(CLUSTER, VENDOR, POST), clock, random);
        assertInstanceOf(Made.class, ask(box, new Make(METER)));
        source.stick();
        var closed = assertInstanceOf(OutOfService.class, ask(box, new Make(METER)));
        assertTrue(closed.reason().startsWith("the random source failed its test: "));
        source.mend();
        assertEquals(closed, ask(box, new Make(METER)), "until it is opened again");
    }

    @Test
    void refusesASeedWhoseKeyIsNotTheRoots() {
        var bad = seed(CLUSTER, VENDOR, POST, SigningKey.generate(RANDOM).pkcs8());
        assertThrows(IllegalArgumentException.class, () -> SteelBox.open(bad, clock, RANDOM));
    }

    @Test
    void refusesDomainKeysOfAnotherLength() {
        var cut = VENDOR.slice(0, 31);
        assertThrows(IllegalArgumentException.class, () -> seed(CLUSTER, cut, POST));
        assertThrows(IllegalArgumentException.class, () -> seed(CLUSTER, VENDOR, cut));
        assertThrows(IllegalArgumentException.class, () -> seed(Bytes.EMPTY, VENDOR, POST));
        assertEquals("SteelSeed", seed(CLUSTER, VENDOR, POST).toString());
    }
}
