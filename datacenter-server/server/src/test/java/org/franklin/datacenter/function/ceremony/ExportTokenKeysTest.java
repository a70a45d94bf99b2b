package org.franklin.datacenter.function.ceremony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.statement.BoxSigned;
import org.franklin.box.suite.Suite;
import org.franklin.box.suite.TokenKey;
import org.franklin.box.verifier.PostalFinding;
import org.franklin.box.verifier.PostalTokens;
import org.franklin.box.verifier.VerifierKey;
import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.datacenter.function.ceremony.Ceremonies.Asked;
import org.franklin.datacenter.function.ceremony.Ceremonies.Held;
import org.franklin.datacenter.keymanagement.verifier.VerifierFiles;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.money.Postage;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.published.TokenKeyFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The function server carries sealed keys from the meter box to a file, and can read none.
class ExportTokenKeysTest {

    @TempDir Path dir;
    private World world;
    private Mailer maria;
    private Bytes symbol;
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final Logger root = (Logger) LoggerFactory.getLogger("org.franklin");
    private final Level usual = root.getLevel();

    @BeforeEach
    void payForALetter() throws IOException {
        log.start();
        root.setLevel(Level.TRACE);
        root.addAppender(log);
        world = new World(dir, Suite.PATENT_1998);
        maria = world.mailer("maria").holding(Postage.ofDollars(10));
        symbol = Mailer.issued(maria.answered(maria.letters(1, 1))).indicia().getFirst();
        VerifierFiles.make("Post Chicago", key(), new SecureRandom());
    }

    @AfterEach
    void close() {
        root.detachAppender(log);
        root.setLevel(usual);
        world.close();
    }

    @Test
    void allMetersOfADataCenterAreInTheFile() throws IOException {
        var symbols = new ArrayList<>(List.of(symbol));
        for (int i = 1; i < 70; i++) {
            var mailer = world.mailer("office" + i);
            if (i % 23 == 0) {
                mailer.holding(Postage.ofDollars(1));
                symbols.add(
                        Mailer.issued(mailer.answered(mailer.letters(1, 1))).indicia().getFirst());
            }
        }

        var file = exported();

        assertEquals(2, file.tokenKeyPages().size());
        var tokens = opened(file);
        assertEquals(70, tokens.meters());
        assertEquals(4, symbols.size());
        symbols.forEach(
                each -> assertEquals(new PostalFinding.Genuine(), tokens.check(shown(each))));
    }

    @Test
    void noKeyIsInTheFileTheWordsTheLogOrTheAuditChain() throws IOException {
        var held = performed();
        var told =
                Stream.of(
                                held.words().stream(),
                                log.list.stream()
                                        .map(line ->
                                                line.getFormattedMessage()
                                                        + line.getKeyValuePairs()),
                                world.events().stream().map(Object::toString),
                                decoded(held.tokenKeys().orElseThrow()))
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n"));

        assertTrue(told.contains("Post Chicago"), told);
        for (SecretBytes domain :
                List.of(world.seeds().steel().vendorKey(), world.seeds().steel().postalKey())) {
            for (Bytes secret : List.of(domain.use(Bytes::of), ofMeter(domain))) {
                assertFalse(told.contains(secret.hex()));
                assertFalse(told.contains(Base64.getEncoder().encodeToString(secret.toArray())));
            }
        }
    }

    private Bytes ofMeter(SecretBytes domain) {
        try (var key = TokenKey.ofMeter(domain, maria.serial())) {
            return key.use(Bytes::of);
        }
    }

    /// The file as text, and all that is base64 in it in hex.
    private static Stream<String> decoded(TokenKeyFile file) {
        return Stream.concat(
                Stream.of(new String(Json.write(file), StandardCharsets.UTF_8)),
                file.tokenKeyPages().stream().map(page -> page.statement().hex()));
    }

    @Test
    void aRequestForOneVerifierIsNotMadeIntoOneForAnother() throws IOException {
        var form = asked();
        VerifierFiles.make("Post Memphis", dir.resolve("memphis.key"), new SecureRandom());
        var chicago = subject(key());
        var memphis = subject(dir.resolve("memphis.key"));
        // Both names have one length, so that the form stays canonical.
        var other = Bytes.ofHex(form.hex().replace(hex(chicago), hex(memphis)));

        refused("not by the key of Ann", other, "Bob");
        assertEquals(0, exports());
    }

    private static String hex(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.US_ASCII)).hex();
    }

    private static String subject(Path key) throws IOException {
        try (var own =
                assertInstanceOf(
                        VerifierKey.class,
                        assertInstanceOf(VerifierFiles.Read.Of.class, VerifierFiles.secret(key))
                                .value())) {
            return own.verifier().subject();
        }
    }

    @Test
    void aRequestIsVoidOnceTheBoxHasNotedAnythingElse() throws IOException {
        var form = asked();
        assertInstanceOf(Held.Performed.class, approved(asked(), "Bob"));

        refused("Ask for it again", form, "Bob");
        assertEquals(1, exports());
    }

    @Test
    void aRequestIsGoodForOneInstallation(@TempDir Path another) throws IOException {
        try (var other = new World(another, Suite.PATENT_1998)) {
            other.mailer("bob");
            var theirs = other.functions().ceremonies().approve(asked(), other.signer("Bob"));
            assertTrue(
                    assertInstanceOf(Held.Refused.class, theirs)
                            .sentence()
                            .contains("not by the key of Ann"));
        }
    }

    /// An administrator hides a row: the box seals from its own memory.
    @Test
    void aMeterWhoseRowIsGoneIsInTheFileAllTheSame() throws IOException {
        world.sql("DELETE FROM meter_record");

        var tokens = opened(exported());

        assertEquals(new PostalFinding.Genuine(), tokens.check(shown(symbol)));
    }

    @Test
    void aLockedMeterIsInTheFileToo() throws IOException {
        byte[] old = world.blob("SELECT record FROM meter_record");
        maria.answered(maria.letters(2, 1));
        maria.answered(maria.letters(3, 1));
        world.putMeterRecord(maria, old);
        maria.send(maria.letters(4, 1));
        assertTrue(world.account(maria).locked());

        assertEquals(new PostalFinding.Genuine(), opened(exported()).check(shown(symbol)));
    }

    @Test
    void theStandardSuiteIsToldThatItHasNone(@TempDir Path another) throws IOException {
        try (var standard = new World(another)) {
            standard.mailer("bob");
            var asked =
                    standard.functions()
                            .ceremonies()
                            .ask(
                                    Task.EXPORT_TOKEN_KEYS,
                                    Optional.empty(),
                                    Optional.of(VerifierFiles.publicHalf(key())),
                                    "a new verifier",
                                    standard.signer("Ann"));
            assertTrue(
                    assertInstanceOf(Asked.Refused.class, asked)
                            .sentence()
                            .startsWith("There are no token keys here"));
        }
    }

    private Path key() {
        return dir.resolve("post.key");
    }

    private Bytes asked() throws IOException {
        var asked =
                world.functions()
                        .ceremonies()
                        .ask(
                                Task.EXPORT_TOKEN_KEYS,
                                Optional.empty(),
                                Optional.of(VerifierFiles.publicHalf(key())),
                                "a new verifier",
                                world.signer("Ann"));
        return assertInstanceOf(Asked.Proposed.class, asked, asked::toString).form();
    }

    private Held approved(Bytes form, String keeper) throws IOException {
        return world.functions().ceremonies().approve(form, world.signer(keeper));
    }

    private Held.Performed performed() throws IOException {
        var held = approved(asked(), "Bob");
        return assertInstanceOf(Held.Performed.class, held, held::toString);
    }

    private TokenKeyFile exported() throws IOException {
        return performed().tokenKeys().orElseThrow();
    }

    private void refused(String saying, Bytes form, String keeper) throws IOException {
        var held = approved(form, keeper);
        var sentence = assertInstanceOf(Held.Refused.class, held, held::toString).sentence();
        assertTrue(sentence.contains(saying), sentence);
    }

    private long exports() {
        return world.events().stream()
                .filter(event -> event.kind() == Kind.TOKEN_KEYS_EXPORTED)
                .count();
    }

    private PostalTokens opened(TokenKeyFile file) throws IOException {
        var own =
                assertInstanceOf(
                        VerifierKey.class,
                        assertInstanceOf(VerifierFiles.Read.Of.class, VerifierFiles.secret(key()))
                                .value());
        var pages =
                file.tokenKeyPages().stream()
                        .map(page -> new BoxSigned(page.statement(), page.signature()))
                        .toList();
        var opening = PostalTokens.open(pages, world.keys().verificationKeys().orThrow(), own);
        return assertInstanceOf(PostalTokens.Opening.Opened.class, opening, opening::toString)
                .tokens();
    }

    private static TokenIndicium shown(Bytes symbol) {
        return assertInstanceOf(TokenIndicium.class, IndiciumForm.decode(symbol).orThrow());
    }
}
