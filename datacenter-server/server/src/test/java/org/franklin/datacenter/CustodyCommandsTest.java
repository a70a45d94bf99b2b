package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.command.Said;
import org.franklin.model.canonical.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Who opens the boxes, as an operator at the command line has it.
class CustodyCommandsTest {

    private static final String LINE = " +[1-8]  (?:[a-z]{5} ){4}[a-z]{5}";

    @TempDir Path folder;

    private Path home() {
        return folder.resolve("home");
    }

    @Test
    void aFileOpensAndEveryoneIsWarned() throws Exception {
        var made = run("init");
        var status = run("custodians");
        var audit = run("audit");

        assertEquals(0, made.code(), made.err());
        assertTrue(
                made.out().contains("WARNING: The boxes of this installation open with a file:"));
        assertTrue(made.out().contains(home().resolve("seal/custody").toString()), made.out());
        assertTrue(status.out().startsWith("WARNING:"), status.out());
        assertEquals(0, audit.code(), audit.err());
        assertFalse(audit.out().contains("WARNING"), audit.out());
    }

    @Test
    void enoughCustodiansOpenAndWhatIsWrongIsNamed() throws Exception {
        var shares = shares(run("init", "--seal", "shares", "--custodians", "2of3"));

        assertEquals(3, shares.size());
        assertOpens(shares.get(0), shares.get(1));
        assertOpens(shares.get(2), shares.get(1));
        assertOpens(shares.get(2), shares.get(0), shares.get(1));
        var before = content();
        assertRefused(
                "Too few shares: 2 are needed, and 1 were given.", audit(shares.get(0)), before);
        assertRefused(
                "The share of custodian 1 was given twice. Each custodian counts once.",
                audit(shares.get(0), shares.get(0)),
                before);
        Path mistyped =
                changed(shares.get(1), text -> text.replaceFirst("[a-z]( *\\R.* 2 )", "q$1"));
        assertRefused(
                "Word 5 of " + mistyped + " (line 1, place 5) is mistyped:",
                audit(shares.get(0), mistyped),
                before);
        Path swapped =
                changed(
                        shares.get(1),
                        text -> text.replaceFirst("( 1  )([a-z]+) ([a-z]+)", "$1$3 $2"));
        assertRefused(
                "The checksum of " + swapped + " fails:", audit(shares.get(0), swapped), before);
        Path cut = changed(shares.get(1), text -> text.substring(0, text.length() - 7));
        assertRefused("A share has 40 words; " + cut + " has 39.", audit(cut), before);
        assertRefused("There is no file", audit(folder.resolve("none")), before);
        assertRefused(
                "--passphrase-file was given, but the boxes of this installation are opened by"
                        + " any 2 of 3 custodians.",
                run("audit", "--passphrase-file", shares.get(0).toString()),
                before);
    }

    @Test
    void aShareOfAnotherInstallationIsRefused() throws Exception {
        var theirs = shares(run("init", "--seal", "shares", "--custodians", "2of2"));
        Files.move(home(), folder.resolve("theirs"));
        var ours = shares(run("init", "--seal", "shares", "--custodians", "2of2"));

        assertRefused(
                "The share of custodian 2 is of another installation.",
                audit(ours.get(0), theirs.get(1)),
                content());
    }

    @Test
    void sharesAreIssuedAnewAndALostCustodianIsReplaced() throws Exception {
        var old = shares(run("init", "--seal", "shares", "--custodians", "2of3"));
        var seeds = seeds();

        // Custodian 3 has lost the share: the other two have all shares issued anew.
        var reissued = reissue(List.of(old.get(0), old.get(1)), "--custodians", "2of4");
        var anew = shares(reissued);

        assertEquals(4, anew.size(), reissued.err());
        assertTrue(reissued.out().contains("opened by any 2 of 4 custodians from now on"));
        assertOpens(anew.get(3), anew.get(0));
        assertEquals(seeds, seeds(), "the boxes' keys have changed");
        assertRefused(
                "The share of custodian 1 is of an older issue, 1. Shares were issued anew since:"
                        + " bring one of issue 2.",
                audit(old.get(0), old.get(1)),
                content());
        assertRefused("older issue", audit(anew.get(0), old.get(2)), content());
    }

    @Test
    void nothingIsIssuedAnewWithoutEnoughCustodians() throws Exception {
        var shares = shares(run("init", "--seal", "shares", "--custodians", "2of3"));
        var before = content();

        assertRefused("Too few shares", reissue(List.of(shares.get(0))), before);
        assertRefused(
                "Say with --custodians how many of how many",
                reissue(shares, "--custodians", "1of3"),
                before);
        assertRefused(
                "Say with --custodians how many of how many",
                reissue(shares, "--custodians", "two"),
                before);
        assertOpens(shares.get(0), shares.get(2));
    }

    @Test
    void aPassphraseOpensAndCustodyChanges() throws Exception {
        Path first = file("first", "river stone lamp gate\n");
        Path second = file("second", "a goat under the moon\r\nnot read");
        Path empty = file("empty", "\n");

        var made = run("init", "--seal", "passphrase", "--passphrase-file", first.toString());
        assertEquals(0, made.code(), made.err());
        assertFalse(made.out().contains("WARNING"), made.out());
        assertEquals(0, run("audit", "--passphrase-file", first.toString()).code());
        var before = content();
        assertRefused(
                "The passphrase is wrong. Nothing was changed; try again.",
                run("audit", "--passphrase-file", second.toString()),
                before);
        assertRefused("is empty", run("audit", "--passphrase-file", empty.toString()), before);

        var changed =
                run(
                        "custodians",
                        "reissue",
                        "--passphrase-file",
                        first.toString(),
                        "--new-passphrase-file",
                        second.toString());
        assertEquals(0, changed.code(), changed.err());
        assertRefused(
                "The passphrase is wrong.",
                run("audit", "--passphrase-file", first.toString()),
                content());
        assertTrue(run("custodians").out().startsWith("Opened by a passphrase."));

        var toFile =
                run(
                        "custodians",
                        "reissue",
                        "--passphrase-file",
                        second.toString(),
                        "--seal",
                        "file");
        assertTrue(toFile.out().contains("WARNING"), toFile.out() + toFile.err());
        assertEquals(0, run("audit").code());
        assertRefused("Say with --seal", run("custodians", "reissue"), content());
        var shares = shares(run("custodians", "reissue", "--custodians", "2of2"));
        assertOpens(shares.get(0), shares.get(1));
    }

    @Test
    void nothingIsMadeWhereCustodyIsRefused() throws Exception {
        Path brief = file("brief", "too short\n");

        assertTrue(
                run("init", "--seal", "passphrase", "--passphrase-file", brief.toString())
                        .err()
                        .startsWith("A passphrase has at least 15 characters"));
        assertTrue(run("init", "--seal", "shares").err().startsWith("Say with --custodians"));
        assertTrue(run("init", "--seal", "token").err().startsWith("Say with --token-library"));
        Path pin = file("pin", "1234\n");
        var noLibrary =
                run(
                        "init",
                        "--seal",
                        "token",
                        "--token-library",
                        "/nowhere/lib.so",
                        "--token-label",
                        "x",
                        "--pin-file",
                        pin.toString());
        assertTrue(noLibrary.err().startsWith("/nowhere/lib.so is not there"), noLibrary.err());
        assertEquals(64, run("init", "--seal", "glue").code());
        assertFalse(Files.exists(home()));
    }

    @Test
    void nothingIsIssuedAnewWhileItIsServed() throws Exception {
        run("init");
        try (var _ = TestCenter.again(home())) {
            assertRefused(
                    "is in use.", run("custodians", "reissue", "--custodians", "2of2"), content());
        }
    }

    @Test
    void nothingStartsWhereNobodyIsAsked() throws Exception {
        shares(run("init", "--seal", "shares", "--custodians", "2of2"));

        var refused = assertThrows(IOException.class, () -> TestCenter.again(home()).close());

        assertEquals(
                "The boxes of this installation are opened by any 2 of 2 custodians, and nobody"
                        + " was asked.",
                refused.getMessage());
    }

    @Test
    void aMissingOrDamagedSealIsToldFromAWrongSecret() throws Exception {
        shares(run("init", "--seal", "shares", "--custodians", "2of2"));
        Path seal = home().resolve("seal/custody");
        byte[] whole = Files.readAllBytes(seal);
        byte[] damaged = whole.clone();
        damaged[whole.length / 2] ^= 1;

        Files.write(seal, damaged);
        var changed = run("audit");
        var status = run("custodians");
        Files.delete(seal);
        var missing = run("audit");

        assertEquals(1, changed.code());
        assertTrue(changed.err().contains("was damaged or changed"), changed.err());
        assertTrue(status.err().contains("was damaged or changed"), status.err());
        assertEquals(1, missing.code());
        assertTrue(missing.err().contains("is missing."), missing.err());
        assertFalse(Files.exists(seal), "a seal was made anew");
    }

    private void assertOpens(Path... shares) {
        var audit = audit(shares);
        assertEquals(0, audit.code(), audit.err());
        assertTrue(audit.out().contains("The books balance."), audit.out());
    }

    private void assertRefused(String sentence, Said said, Map<Path, Hash> before)
            throws IOException {
        assertEquals(1, said.code(), said.out());
        assertTrue(said.err().contains(sentence), said.err());
        assertEquals(before, content(), "something has changed");
    }

    private Said audit(Path... shares) {
        return run(Stream.concat(Stream.of("audit"), options(List.of(shares))));
    }

    private Said reissue(List<Path> shares, String... more) {
        return run(
                Stream.of(Stream.of("custodians", "reissue"), options(shares), Stream.of(more))
                        .flatMap(part -> part));
    }

    private static Stream<String> options(List<Path> shares) {
        return shares.stream().flatMap(share -> Stream.of("--share-file", share.toString()));
    }

    /// The shares that were printed, each in a file, as custodians keep them.
    private List<Path> shares(Said said) throws IOException {
        assertEquals(0, said.code(), said.err());
        var files = new ArrayList<Path>();
        var lines = new ArrayList<String>();
        for (String line : said.out().lines().toList()) {
            if (line.startsWith("# Custodian") || line.matches(LINE)) {
                lines.add(line);
            }
            if (line.matches(" +8 .*")) {
                Path file = Files.createTempFile(folder, "share", ".txt");
                files.add(Files.writeString(file, String.join("\n", lines) + "\n"));
                assertEquals(9, lines.size(), said.out());
                lines.clear();
            }
        }
        return files;
    }

    private interface Change {
        String of(String text);
    }

    private Path changed(Path share, Change change) throws IOException {
        String text = Files.readString(share);
        String wrong = change.of(text);
        assertFalse(wrong.equals(text), "nothing was changed in " + text);
        return Files.writeString(Files.createTempFile(folder, "wrong", ".txt"), wrong);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Map<Path, Hash> seeds() throws IOException {
        var seeds = content();
        seeds.keySet().removeIf(path -> !path.toString().endsWith(".seed"));
        assertEquals(4, seeds.size());
        return seeds;
    }

    /// What is in the installation, file by file.
    private Map<Path, Hash> content() throws IOException {
        var content = new TreeMap<Path, Hash>();
        try (Stream<Path> files = Files.walk(home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(home().relativize(file), Hash.of(Files.readAllBytes(file)));
            }
        }
        return content;
    }

    private Said run(Stream<String> arguments) {
        return run(arguments.toArray(String[]::new));
    }

    /// The options of `custodians` stand before its own command.
    private Said run(String... arguments) {
        var line = new ArrayList<>(List.of(arguments));
        line.addAll(1, List.of("--dir", home().toString()));
        return Said.by(Commands.line(), line.toArray(String[]::new));
    }
}
