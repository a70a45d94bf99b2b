package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent;
import org.franklin.box.StepAnswer.Done;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.box.ceremony.CeremonyRefusal;
import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.box.ceremony.Order;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.keeper.KeeperKey;
import org.franklin.box.keeper.Signed;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.suite.Suite;
import org.franklin.box.suite.TokenKey;
import org.franklin.box.verifier.PostalFinding;
import org.franklin.box.verifier.PostalTokens;
import org.franklin.box.verifier.TokenKeyPage;
import org.franklin.box.verifier.Verifier;
import org.franklin.box.verifier.VerifierKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.canonical.Hash;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.ibi.DigitalToken;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/// The meter box seals the Post's token keys to whom two keepers have named, and to nobody else.
class TokenKeyExportTest {

    @TempDir Path dir;

    private final VerifierKey chicago = VerifierKey.draw("Post Chicago", new SecureRandom());
    private MeterWorld world;

    @BeforeEach
    void openAMeterWithTenDollars() throws IOException {
        world = MeterWorld.holding(dir, Suite.PATENT_1998, Postage.ofDollars(10));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void aVerifierChecksPostalTokensWithWhatWasSealedToItAlone() {
        var paid = tokens(world.store(world.step(world.letter(1))));

        var tokens = opened(export(chicago.verifier()));

        assertEquals(1, tokens.meters());
        assertEquals(new PostalFinding.Genuine(), tokens.check(paid));
        var again = tokens(world.store(world.step(world.letter(2))));
        assertEquals(new PostalFinding.Genuine(), tokens.check(again));
        assertEquals(new PostalFinding.Altered(), tokens.check(with(paid, again.post())));
        assertEquals(
                new PostalFinding.Altered(),
                tokens.check(
                        new TokenIndicium(
                                paid.indicium(), again.descending(), paid.vendor(), paid.post())));
    }

    private static TokenIndicium with(TokenIndicium paid, DigitalToken post) {
        return new TokenIndicium(paid.indicium(), paid.descending(), paid.vendor(), post);
    }

    @Test
    void aMeterThatIsYoungerThanTheExportIsNotProven() throws IOException {
        var tokens = opened(export(chicago.verifier()));
        var paid = tokens(world.store(world.step(world.letter(1))));
        try (var other =
                MeterWorld.holding(
                        Files.createDirectory(dir.resolve("other")),
                        Suite.PATENT_1998,
                        Postage.ofDollars(10))) {
            var theirs = tokens(other.store(other.step(other.letter(1))));
            assertEquals(new PostalFinding.Altered(), tokens.check(theirs));
        }
        assertTrue(new PostalFinding.NoKey(new SerialNumber(7)).sentence().contains("newer file"));
        assertTrue(tokens.check(paid).isGenuine());
    }

    @Test
    void neitherPartysKeyIsLegibleAndTheVendorsIsNotSealedAtAll() {
        var vendors = ofMeter(world.vendorKey);
        var posts = ofMeter(world.postalKey);

        for (BoxSigned signed : export(chicago.verifier())) {
            String text = latin(signed.statement());
            assertFalse(text.contains(latin(vendors)));
            assertFalse(text.contains(latin(posts)));
            assertFalse(text.contains(latin(world.vendorKey.use(Bytes::of))));
            assertFalse(text.contains(latin(world.postalKey.use(Bytes::of))));
            // 16 bytes, with 65 for the encapsulated key and 16 for the tag: room for one key.
            var page = Canonical.decode(TokenKeyPage.class, signed.statement()).orThrow();
            page.keys().forEach(key -> assertEquals(97, key.sealed().length()));
        }
    }

    private static Bytes ofMeter(SecretBytes domain) {
        try (var key = TokenKey.ofMeter(domain, MeterWorld.SERIAL)) {
            return key.use(Bytes::of);
        }
    }

    private static String latin(Bytes bytes) {
        return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void theBoxNotesBothKeepersAndTheVerifierBeforeItSealsAnything() {
        var statement = statement(chicago.verifier());
        perform(statement);

        BoxEvent noted = events().getLast();

        assertEquals(BoxEvent.Kind.TOKEN_KEYS_EXPORTED, noted.kind());
        for (String word :
                List.of(
                        "1 meters",
                        "Post Chicago",
                        chicago.verifier().fingerprint(),
                        "Ann",
                        "Bob")) {
            assertTrue(noted.detail().contains(word), noted.detail());
        }
    }

    private List<BoxEvent> events() {
        return assertInstanceOf(
                        MeterBoxAnswer.Events.class, world.call(new MeterBoxRequest.Events(1)))
                .events();
    }

    @Test
    void nobodyGetsKeysWithoutTheCeremony() throws IOException {
        var statement = statement(chicago.verifier());
        assertNotHeld(statement);

        refused(
                new CeremonyRefusal.SamePerson("Ann"),
                new Order(statement, sign(world.ann, statement), sign(world.ann, statement)));
        assertNotHeld(statement);

        perform(statement);
        assertNotHeld(statement(VerifierKey.draw("Post Chicago", new SecureRandom()).verifier()));
        assertInstanceOf(MeterBoxAnswer.TokenKeys.class, asked(statement, 0));

        perform(statement(VerifierKey.draw("Post Denver", new SecureRandom()).verifier()));
        assertNotHeld(statement);
    }

    @Test
    void aRestartForgetsTheCeremonyAndItIsNotGoodTwice() throws IOException {
        var statement = statement(chicago.verifier());
        perform(statement);

        world.restart();

        assertNotHeld(statement);
        refused(
                new CeremonyRefusal.OldHead(),
                new Order(statement, sign(world.ann, statement), sign(world.bob, statement)));
    }

    @Test
    void manyMetersComeInPagesAndAllOfThem() {
        for (int serial = 1; serial <= 130; serial++) {
            admit(new SerialNumber(serial));
        }

        var pages = export(chicago.verifier());

        assertEquals(3, pages.size());
        assertEquals(131, opened(pages).meters());
        for (BoxSigned page : pages) {
            assertTrue(page.statement().length() < 16 * 1024);
        }
        assertInstanceOf(
                PostalTokens.Opening.Refused.class,
                PostalTokens.open(pages.subList(0, 2), world.verifier(), chicago));
    }

    @Test
    void aPlaceBeyondTheMetersIsRefused() {
        var statement = statement(chicago.verifier());
        perform(statement);
        for (int place : new int[] {-1, 1, Integer.MAX_VALUE}) {
            assertEquals(
                    new MeterBoxAnswer.Ceremonial(
                            new CeremonyAnswer.Refused(new CeremonyRefusal.NoTokenKeys())),
                    asked(statement, place));
        }
    }

    @Test
    void aMeterThatTheBoxCannotReadBackIsNotLeftOutInSilence() throws IOException {
        var statement = statement(chicago.verifier());
        byte[] journal = Files.readAllBytes(world.journal());
        journal[journal.length - 200] ^= 1;
        perform(statement);
        try (var file = FileChannel.open(world.journal(), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(journal), 0);
        }

        var answer = asked(statement, 0);

        assertEquals(
                new MeterBoxAnswer.Ceremonial(
                        new CeremonyAnswer.Refused(new CeremonyRefusal.Unreadable(1))),
                answer);
    }

    @Test
    void theStandardSuiteHasNothingToExport() throws IOException {
        try (var other =
                MeterWorld.holding(
                        Files.createDirectory(dir.resolve("standard")),
                        Suite.STANDARD,
                        Postage.ofDollars(1))) {
            var statement = statement(other, chicago.verifier());
            var order =
                    new Order(statement, sign(other.ann, statement), sign(other.bob, statement));
            assertEquals(
                    new CeremonyAnswer.Refused(new CeremonyRefusal.NoTokenKeys()),
                    ceremony(other, new CeremonyRequest.Perform(order, List.of())));
        }
    }

    private void admit(SerialNumber serial) {
        var made =
                assertInstanceOf(
                        SteelBoxAnswer.Made.class,
                        world.steel.call(new SteelBoxRequest.Make(serial)));
        assertInstanceOf(Done.class, world.stepped(new MeterBoxRequest.Admit(made.birth())));
    }

    private List<BoxSigned> export(Verifier verifier) {
        var statement = statement(verifier);
        perform(statement);
        var pages = new ArrayList<BoxSigned>();
        int from = 0;
        while (from >= 0) {
            var page = assertInstanceOf(MeterBoxAnswer.TokenKeys.class, asked(statement, from));
            pages.add(page.page());
            from = page.next();
        }
        return pages;
    }

    private PostalTokens opened(List<BoxSigned> pages) {
        var opening = PostalTokens.open(pages, world.verifier(), chicago);
        return assertInstanceOf(PostalTokens.Opening.Opened.class, opening).tokens();
    }

    private MeterBoxAnswer asked(Statement statement, int from) {
        return world.call(new MeterBoxRequest.TokenKeys(statement, from));
    }

    private void assertNotHeld(Statement statement) {
        assertEquals(
                new MeterBoxAnswer.Ceremonial(
                        new CeremonyAnswer.Refused(new CeremonyRefusal.NotHeld())),
                asked(statement, 0));
    }

    private void perform(Statement statement) {
        var order = new Order(statement, sign(world.ann, statement), sign(world.bob, statement));
        assertEquals(
                new CeremonyAnswer.Performed(List.of()),
                ceremony(world, new CeremonyRequest.Perform(order, List.of())));
    }

    private void refused(CeremonyRefusal refusal, Order order) {
        assertEquals(
                new CeremonyAnswer.Refused(refusal),
                ceremony(world, new CeremonyRequest.Perform(order, List.of())));
    }

    private Statement statement(Verifier verifier) {
        return statement(world, verifier);
    }

    private static Statement statement(MeterWorld world, Verifier verifier) {
        Hash head =
                assertInstanceOf(
                                CeremonyAnswer.Described.class,
                                ceremony(world, new CeremonyRequest.Describe()))
                        .head();
        return new Statement(
                Statement.Kind.EXPORT_TOKEN_KEYS,
                MeterWorld.CLUSTER,
                MeterBox.NAME,
                verifier.subject(),
                "a new verifier",
                head,
                world.now);
    }

    private static CeremonyAnswer ceremony(MeterWorld world, CeremonyRequest request) {
        return assertInstanceOf(
                        MeterBoxAnswer.Ceremonial.class,
                        world.call(new MeterBoxRequest.Ceremony(request)))
                .answer();
    }

    private static Signed sign(KeeperKey key, Statement statement) {
        return key.sign(Canonical.bytes(statement));
    }

    private static TokenIndicium tokens(Done done) {
        var issued = assertInstanceOf(MeterReply.Issued.class, MeterWorld.reply(done));
        return assertInstanceOf(
                TokenIndicium.class, IndiciumForm.decode(issued.indicia().getFirst()).orThrow());
    }
}
