package org.franklin.datacenter.keymanagement.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.datacenter.command.Said;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;

/// `keeper new` and `keeper passphrase`, as scripts run them.
class KeeperCommandTest {

    @TempDir Path folder;

    @Test
    void aNewKeyLiesUnderThePassphrase() throws IOException {
        var made = make("ann", "--passphrase-file", words("old", "correct horse battery staple"));

        assertEquals(0, made.code(), made.err());
        assertTrue(made.out().contains("under the passphrase"), made.out());
        assertFalse(made.out().contains("WARNING"), made.out());
        assertTrue(read("ann").contains("SEALED KEY"), read("ann"));
        assertTrue(read("ann.pub").contains("BEGIN PUBLIC KEY"));
    }

    @Test
    void aKeyWithoutOneIsWarnedOf() throws IOException {
        var made = make("ann", "--no-passphrase");

        assertEquals(0, made.code(), made.err());
        assertTrue(made.out().contains("WARNING"), made.out());
        assertTrue(made.out().contains("has no passphrase"), made.out());
        assertTrue(read("ann").contains("BEGIN PRIVATE KEY"));
    }

    @Test
    void nothingIsWrittenForAPassphraseThatIsNone() throws IOException {
        var small = make("ann", "--passphrase-file", words("small", "secret"));
        var both = make("ann", "--no-passphrase", "--passphrase-file", words("small", "secret"));
        var none = make("ann", "--passphrase-file", path("none"));

        assertEquals(1, small.code());
        assertTrue(small.err().contains("at least 15 characters"), small.err());
        assertEquals(1, both.code());
        assertTrue(both.err().contains("not both"), both.err());
        assertEquals(1, none.code());
        assertFalse(Files.exists(folder.resolve("ann")));
        assertFalse(Files.exists(folder.resolve("ann.pub")));
    }

    @Test
    void noFileIsReplacedAndNobodyAskedInVain() throws IOException {
        Files.writeString(folder.resolve("ann.pub"), "another's");

        var made = make("ann", "--passphrase-file", words("old", "correct horse battery staple"));

        assertEquals(1, made.code());
        assertTrue(made.err().contains("is there already"), made.err());
        assertEquals("another's", read("ann.pub"));
    }

    @Test
    void thePassphraseChangesAndTheKeyDoesNot() throws IOException {
        String old = words("old", "correct horse battery staple");
        String fresh = words("fresh", "staple battery horse correct");
        make("ann", "--passphrase-file", old);
        var half = read("ann.pub");

        var changed = change(old, fresh);
        var back = change(fresh, old);
        var again = change(fresh, old);

        assertEquals(0, changed.code(), changed.err());
        assertTrue(changed.out().contains("Its key is the same"), changed.out());
        assertEquals(0, back.code(), back.err());
        assertEquals(1, again.code());
        assertTrue(again.err().contains("is wrong. Nothing was changed"), again.err());
        assertEquals(half, read("ann.pub"));
    }

    @Test
    void aWrongOrShortOneChangesNothing() throws IOException {
        String old = words("old", "correct horse battery staple");
        make("ann", "--passphrase-file", old);
        var before = read("ann");

        var wrong = change(words("wrong", "correct horse battery stable"), old);
        var small = change(old, words("small", "secret"));

        assertEquals(1, wrong.code());
        assertTrue(wrong.err().contains("is wrong. Nothing was changed"), wrong.err());
        assertEquals(1, small.code());
        assertEquals(before, read("ann"));
    }

    @Test
    void aPlainKeyGetsOne() throws IOException {
        make("ann", "--no-passphrase");
        String fresh = words("fresh", "staple battery horse correct");

        var changed = run("passphrase", "--keeper", path("ann"), "--new-passphrase-file", fresh);

        assertEquals(0, changed.code(), changed.err());
        assertTrue(read("ann").contains("SEALED KEY"));
        assertEquals(0, change(fresh, fresh).code());
    }

    private Said make(String file, String... more) {
        var arguments = new String[5 + more.length];
        System.arraycopy(more, 0, arguments, 5, more.length);
        System.arraycopy(
                new String[] {"new", "--name", "Ann", "--out", path(file)}, 0, arguments, 0, 5);
        return run(arguments);
    }

    private Said change(String from, String to) {
        return run(
                "passphrase",
                "--keeper",
                path("ann"),
                "--keeper-passphrase-file",
                from,
                "--new-passphrase-file",
                to);
    }

    private String words(String file, String words) throws IOException {
        return Files.writeString(folder.resolve(file), words + "\n").toString();
    }

    private String read(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private String path(String file) {
        return folder.resolve(file).toString();
    }

    private static Said run(String... arguments) {
        return Said.by(KeeperCommand.line(new SecureRandom()), arguments);
    }
}
