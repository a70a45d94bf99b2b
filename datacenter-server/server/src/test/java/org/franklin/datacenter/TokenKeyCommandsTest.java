package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.command.Said;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/// How the Post's token keys come to a verifier, as people type it, over real files.
class TokenKeyCommandsTest {

    private static final int FIRST_POSTAL_DIGIT = 66;
    private static final int FIRST_VENDOR_DIGIT = 56;

    @TempDir Path folder;

    private final DataCenterTest mailer = new DataCenterTest();

    @Test
    void aVerifierGetsItsKeysFromTwoKeepersAndChecksASymbolAlone() throws Exception {
        Bytes symbol = paid(init("--suite", "patent_1998"));
        verifier("Post Chicago", "post.key");

        var asked = request("post.key.pub");
        var shown = run("ceremony", "show", "--dir", center(), file("request"));
        var own = approve("Ann", "--to", file("sealed.json"));
        var nowhere = approve("Bob");
        var held = approve("Bob", "--to", file("sealed.json"));

        assertEquals(0, asked.code(), asked.err());
        assertTrue(asked.out().contains("--to FILE"), asked.out());
        assertTrue(shown.out().contains("to verifier Post Chicago (key SHA-256 "), shown.out());
        assertEquals(1, own.code());
        assertTrue(own.err().contains("Ann cannot both ask"), own.err());
        assertEquals(1, nowhere.code());
        assertTrue(nowhere.err().contains("--to FILE"), nowhere.err());
        assertEquals(0, held.code(), held.err());
        assertTrue(held.out().contains("Only that verifier's private key opens it"), held.out());
        var audit = run("audit", "--dir", center()).out();
        assertTrue(audit.contains("sealed to verifier Post Chicago, key SHA-256"), audit);
        assertTrue(audit.contains("asked for by Ann, approved by Bob"), audit);

        exportKeys();
        Files.move(folder.resolve("center"), folder.resolve("gone"));
        var genuine = verify(symbol, "sealed.json", "post.key");
        var forged = verify(digit(symbol, FIRST_POSTAL_DIGIT), "sealed.json", "post.key");

        assertEquals(0, genuine.code(), genuine.out() + genuine.err());
        assertTrue(genuine.out().contains("Genuine specimen, by its postal token"), genuine.out());
        assertEquals(2, forged.code(), forged.err());
        assertTrue(forged.out().contains("the postal token does not fit"), forged.out());
        // The vendor's token is none of the Post's business, and it cannot check it.
        assertEquals(
                0, verify(digit(symbol, FIRST_VENDOR_DIGIT), "sealed.json", "post.key").code());
    }

    @Test
    void whoeverHasAnotherKeyOrAChangedFileIsToldSo() throws Exception {
        Bytes symbol = paid(init("--suite", "PATENT_1998"));
        verifier("Post Chicago", "post.key");
        verifier("Post Denver", "other.key");
        request("post.key.pub");
        approve("Bob", "--to", file("sealed.json"));
        exportKeys();

        refused("It is sealed to Post Chicago (key ", verify(symbol, "sealed.json", "other.key"));
        refused("is not a verifier's private key", verify(symbol, "sealed.json", "post.key.pub"));
        refused("There is no file", verify(symbol, "sealed.json", "lost.key"));
        refused("There is no file", verify(symbol, "lost.json", "post.key"));
        refused("not a JSON TokenKeyFile", verify(symbol, "keys.json", "post.key"));
        refused(
                "Say which private key opens them",
                run(
                        "verify",
                        "--keys",
                        file("keys.json"),
                        "--token-keys",
                        file("sealed.json"),
                        symbol.hex()));
        refused(
                "Say what was sealed",
                run("verify", "--keys", file("keys.json"), "--verifier", file("x"), symbol.hex()));
        refused(
                "Token keys go with --keys",
                run(
                        "verify",
                        "--dir",
                        center(),
                        "--token-keys",
                        file("sealed.json"),
                        "--verifier",
                        file("post.key"),
                        symbol.hex()));
        String sealed = Files.readString(folder.resolve("sealed.json"));
        int middle = sealed.indexOf("statement") + 200;
        char changed = sealed.charAt(middle) == 'A' ? 'B' : 'A';
        Files.writeString(
                folder.resolve("sealed.json"),
                sealed.substring(0, middle) + changed + sealed.substring(middle + 1));
        refused(
                "Its signature is not that of the meter box",
                verify(symbol, "sealed.json", "post.key"));
        Files.setPosixFilePermissions(
                folder.resolve("post.key"), PosixFilePermissions.fromString("rw-r--r--"));
        refused("chmod 600", verify(symbol, "sealed.json", "post.key"));
    }

    private static void refused(String saying, Said said) {
        assertEquals(1, said.code(), said.out());
        assertTrue(said.err().contains(saying), said.err());
    }

    @Test
    void oneSetOfMasterKeysWorksFromSignUpToAVerifiedTokenAndIsWarnedOf() throws Exception {
        var init = init("--suite", "patent_1998", "--one-key-set");
        assertTrue(init.out().contains("master keys   one set"), init.out());
        assertTrue(init.out().contains("WARNING: One set of master keys serves"), init.out());
        assertTrue(init.out().contains("one set serves both purposes"), init.out());
        Bytes symbol = paid(init);

        verifier("Post Chicago", "post.key");
        request("post.key.pub");
        approve("Bob", "--to", file("sealed.json"));
        exportKeys();

        assertEquals(0, verify(symbol, "sealed.json", "post.key").code());
        var byBox = run("verify", "--dir", center(), symbol.hex());
        assertEquals(0, byBox.code(), byBox.out() + byBox.err());
        assertTrue(byBox.out().startsWith("The meter box says of both tokens: "), byBox.out());
        assertEquals(0, run("audit", "--dir", center()).code());
    }

    @Test
    void twoSetsAreNotSpokenOfAndTheStandardSuiteHasThemAlways() {
        var two = init("--suite", "patent_1998");
        var standard = run("init", "--dir", file("standard"), "--port", "0", "--one-key-set");

        assertFalse(two.out().contains("one set"), two.out());
        assertEquals(1, standard.code());
        assertTrue(standard.err().contains("with --suite PATENT_1998"), standard.err());
        assertFalse(Files.exists(folder.resolve("standard")));
    }

    @Test
    void theStandardSuiteHasNothingToExport() throws Exception {
        paid(init());
        verifier("Post Chicago", "post.key");

        refused("There are no token keys here to export", request("post.key.pub"));
        assertFalse(Files.exists(folder.resolve("request")));
    }

    @Test
    void anInstallationWithoutMetersHasNothingToExport() {
        init("--suite", "patent_1998");
        verifier("Post Chicago", "post.key");

        refused("There are no token keys here to export", request("post.key.pub"));
    }

    @Test
    void aRequestNamesWhomItIsFor() throws Exception {
        init("--suite", "patent_1998");
        verifier("Post Chicago", "post.key");

        refused("is not the public half of a verifier's key", request("post.key"));
        refused("is not the public half of a verifier's key", request("Ann.pub"));
        refused("There is no file", request("none"));
        refused("Say for which verifier", ask("export-token-keys"));
        refused("leave out --verifier", ask("heal", "--verifier", file("post.key.pub")));
        refused(
                "leave out --meter",
                ask("export-token-keys", "--verifier", file("post.key.pub"), "--meter", "1042"));
    }

    @Test
    void aVerifiersKeyIsItsOwnersAndReplacesNothing() throws Exception {
        verifier("Post Chicago", "post.key");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("post.key"))));
        refused(
                "is there already",
                run("verifier", "new", "--name", "P", "--out", file("post.key")));
        refused(
                "A verifier's name has",
                run("verifier", "new", "--name", "a, b", "--out", file("new.key")));
        assertEquals(64, run("verifier").code());
        assertTrue(run("verifier", "--help").out().contains("Examples:"));
    }

    private Said init(String... more) {
        for (String keeper : List.of("Ann", "Bob")) {
            run("keeper", "new", "--no-passphrase", "--name", keeper, "--out", file(keeper));
        }
        var arguments =
                new ArrayList<>(
                        List.of(
                                "init",
                                "--dir",
                                center(),
                                "--port",
                                "0",
                                "--keeper",
                                file("Ann.pub"),
                                "--keeper",
                                file("Bob.pub")));
        arguments.addAll(List.of(more));
        var said = run(arguments.toArray(String[]::new));
        assertEquals(0, said.code(), said.err());
        return said;
    }

    /// A mailer signs up at the installation and pays for a letter: its symbol.
    private Bytes paid(Said made) throws Exception {
        assertEquals(0, made.code(), made.err());
        try (var served = TestCenter.again(Path.of(center()))) {
            var keys = served.got(Keys.class, "/v1/keys", Bytes.EMPTY);
            mailer.signUp(served, keys);
            var session = mailer.signOn(served, keys);
            DataCenterTest.refill(served, session);
            var outcome =
                    served.posted(
                            Outcome.class,
                            200,
                            DataCenterTest.meter(session) + "/requests",
                            session.token(),
                            mailer.letters(served, session, 1));
            return assertInstanceOf(MeterReply.Issued.class, DataCenterTest.reply(outcome))
                    .indicia()
                    .getFirst();
        }
    }

    /// The symbol with another digit there.
    private static Bytes digit(Bytes symbol, int at) {
        byte[] changed = symbol.toArray();
        changed[at] = (byte) (changed[at] == '0' ? '1' : '0');
        return Bytes.of(changed);
    }

    private void verifier(String name, String key) {
        var said = run("verifier", "new", "--name", name, "--out", file(key));
        assertEquals(0, said.code(), said.err());
        assertTrue(said.out().matches("(?s).*key SHA-256  [0-9a-f]{64}\\R"), said.out());
    }

    private Said request(String verifier) {
        return ask("export-token-keys", "--verifier", file(verifier));
    }

    private Said ask(String kind, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "ceremony",
                                "request",
                                "--dir",
                                center(),
                                "--kind",
                                kind,
                                "--reason",
                                "a new verifier",
                                "--keeper",
                                file("Ann"),
                                "--out",
                                file("request")));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private Said approve(String keeper, String... more) {
        var arguments =
                new ArrayList<>(
                        List.of(
                                "ceremony",
                                "approve",
                                "--dir",
                                center(),
                                "--request",
                                file("request"),
                                "--keeper",
                                file(keeper)));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private void exportKeys() {
        var said = run("export-keys", "--dir", center(), "--to", file("keys.json"));
        assertEquals(0, said.code(), said.err());
    }

    private Said verify(Bytes symbol, String sealed, String key) {
        return run(
                "verify",
                "--keys",
                file("keys.json"),
                "--token-keys",
                file(sealed),
                "--verifier",
                file(key),
                symbol.hex());
    }

    private String center() {
        return file("center");
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private static Said run(String... arguments) {
        return Said.by(Commands.line(), arguments);
    }
}
