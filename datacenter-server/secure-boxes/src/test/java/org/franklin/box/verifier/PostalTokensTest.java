package org.franklin.box.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.certificate.BoxKey;
import org.franklin.box.certificate.CertificateAuthority;
import org.franklin.box.hpke.HpkeRecipient;
import org.franklin.box.key.P256;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.key.SigningKey;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.statement.BoxSigner;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.meter.SerialNumber;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Which exports a verifier takes. What it then says of tokens is shown where a meter box makes
/// both.
class PostalTokensTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Bytes CLUSTER = Bytes.of(new byte[16]);
    private static final Hash CEREMONY = Hash.of(new byte[] {1});
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");
    private static final int METERS = 5;

    private final VerifierKey chicago = VerifierKey.draw("Post Chicago", RANDOM);
    private final SigningKey rootKey = SigningKey.generate(RANDOM);
    private final SigningKey meterBox = SigningKey.generate(RANDOM);
    private final Bytes root =
            CertificateAuthority.root(rootKey, LocalDate.of(2026, 11, 1), RANDOM);
    private final VerificationKeys published =
            VerificationKeys.of(
                            root,
                            List.of(
                                    new CertificateAuthority(rootKey, root, RANDOM)
                                            .certify(BoxKey.METER_RECEIPTS, meterBox.publicKey())))
                    .orThrow();

    static SealedTokenKey sealed(Verifier verifier, int serial) {
        return SealedTokenKey.seal(
                CLUSTER,
                verifier,
                new SerialNumber(serial),
                SecretBytes.random(16, RANDOM),
                RANDOM);
    }

    private TokenKeyPage page(Hash ceremony, int from, int to) {
        return new TokenKeyPage(
                CLUSTER,
                chicago.verifier(),
                ceremony,
                NOON,
                from,
                METERS,
                IntStream.range(from, to)
                        .mapToObj(place -> sealed(chicago.verifier(), place + 1))
                        .toList());
    }

    private BoxSigned signed(Record page) {
        return new BoxSigner(meterBox, BoxKey.METER_RECEIPTS.number()).sign(page);
    }

    private List<BoxSigned> pages() {
        return List.of(signed(page(CEREMONY, 0, 2)), signed(page(CEREMONY, 2, METERS)));
    }

    private void refused(String saying, List<BoxSigned> pages) {
        refused(saying, pages, published, chicago);
    }

    private static void refused(
            String saying, List<BoxSigned> pages, VerificationKeys keys, VerifierKey own) {
        var opening = PostalTokens.open(pages, keys, own);
        var sentence =
                assertInstanceOf(PostalTokens.Opening.Refused.class, opening, saying).sentence();
        assertTrue(sentence.contains(saying), sentence);
        assertTrue(sentence.endsWith("."), sentence);
    }

    @Test
    void aWholeExportIsTaken() {
        var opened =
                assertInstanceOf(
                        PostalTokens.Opening.Opened.class,
                        PostalTokens.open(pages(), published, chicago));
        assertEquals(METERS, opened.tokens().meters());
    }

    @Test
    void aPageThatIsMissingTwiceThereOrOutOfOrderIsFound() {
        var pages = pages();
        for (var wrong :
                List.of(
                        List.<BoxSigned>of(),
                        List.of(pages.getFirst()),
                        List.of(pages.getLast()),
                        pages.reversed(),
                        List.of(pages.getFirst(), pages.getFirst()),
                        List.of(pages.getFirst(), pages.getLast(), pages.getLast()))) {
            refused("A part of it is missing", wrong);
        }
    }

    @Test
    void pagesOfTwoExportsAreNotOne() {
        var other = signed(page(Hash.of(new byte[] {2}), 2, METERS));
        refused("of another export", List.of(pages().getFirst(), other));
    }

    @Test
    void aChangedPageIsNotTheMeterBoxes() {
        var pages = pages();
        for (int at = 0; at < pages.getFirst().statement().length(); at += 7) {
            byte[] changed = pages.getFirst().statement().toArray();
            changed[at] ^= 1;
            var bad = new BoxSigned(Bytes.of(changed), pages.getFirst().signature());
            refused("not that of the meter box", List.of(bad, pages.getLast()));
        }
    }

    @Test
    void anotherStatementOfTheMeterBoxIsNoPage() {
        record Other(int number) {}

        var wrong = new ArrayList<>(pages());
        wrong.set(0, signed(new Other(1)));
        refused("not that of the meter box", wrong);
    }

    @Test
    void anotherInstallationsBoxIsNotBelieved() {
        var stranger = SigningKey.generate(RANDOM);
        var theirs =
                pages().stream()
                        .map(page ->
                                new BoxSigned(page.statement(), stranger.sign(page.statement())))
                        .toList();
        refused("not that of the meter box", theirs);
        var strangersRoot = CertificateAuthority.root(stranger, LocalDate.of(2026, 11, 1), RANDOM);
        var none = VerificationKeys.of(strangersRoot, List.of()).orThrow();
        refused("no certificate of a meter box", pages(), none, chicago);
    }

    @Test
    void anotherVerifierIsToldWhoseItIs() {
        var denver = VerifierKey.draw("Post Denver", RANDOM);
        refused("It is sealed to Post Chicago", pages(), published, denver);
        var namesake = VerifierKey.draw("Post Chicago", RANDOM);
        refused(namesake.verifier().fingerprint(), pages(), published, namesake);
    }

    /// As `tokens.md` tells others, who have no code of ours.
    @Test
    void aPageAndItsKeysHaveTheBytesThatAreDocumented() {
        Bytes statement = signed(page(CEREMONY, 2, METERS)).statement();
        int name = "Post Chicago".length();
        int keys = 14 + (4 + 16) + (4 + name) + (4 + 91) + (4 + 32) + 8 + 4 + 4 + 4;

        assertEquals(keys + 3 * (4 + 4 + 97), statement.length());
        assertEquals("010c" + ascii("TokenKeyPage").hex(), statement.slice(0, 14).hex());
        assertEquals("00000002" + "00000005" + "00000003", statement.slice(keys - 12, keys).hex());
        assertEquals("00000003" + "00000061", statement.slice(keys, keys + 8).hex());
        Bytes who = statement.slice(14, 14 + (4 + 16) + (4 + name) + (4 + 91));
        Bytes bound = Bytes.ofHex("0105").plus(ascii("Bound")).plus(who);
        try (var pkcs8 = chicago.pkcs8();
                var recipient = new HpkeRecipient(P256.scalar(pkcs8))) {
            var key =
                    recipient.open(
                            ascii("franklin/v1 postal token key").toArray(),
                            bound.plus(statement.slice(keys, keys + 4)).toArray(),
                            statement.slice(keys + 8, keys + 8 + 97));
            assertEquals(16, key.orElseThrow().length());
        }
    }

    private static Bytes ascii(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aSealedKeyOpensForItsVerifierInstallationAndMeterAlone() {
        var key = SecretBytes.random(16, RANDOM);
        var one = new SerialNumber(1);
        var sealed = SealedTokenKey.seal(CLUSTER, chicago.verifier(), one, key, RANDOM);

        assertEquals(key, chicago.open(CLUSTER, sealed).orElseThrow());
        assertEquals(97, sealed.sealed().length());
        var asOther = new SealedTokenKey(new SerialNumber(2), sealed.sealed());
        assertTrue(chicago.open(CLUSTER, asOther).isEmpty());
        assertTrue(chicago.open(Bytes.of(new byte[] {1}), sealed).isEmpty());
        assertTrue(VerifierKey.draw("Post Chicago", RANDOM).open(CLUSTER, sealed).isEmpty());
    }
}
