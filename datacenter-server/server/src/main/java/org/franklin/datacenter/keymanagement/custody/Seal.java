package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.Choice;
import org.franklin.box.custody.Custodian;
import org.franklin.box.custody.Custody;
import org.franklin.box.custody.Making;
import org.franklin.box.custody.Share;
import org.franklin.box.custody.Terms;
import org.franklin.box.custody.Unsealed;
import org.franklin.box.key.SecretBytes;
import org.franklin.datacenter.keymanagement.InstallationFolder;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;

/// An opened seal: the key of the boxes' seeds, and how it is kept. Closing it wipes the key, and
/// the shares where these were issued just now.
public final class Seal implements AutoCloseable {

    /// What came of opening or making one.
    public sealed interface Opening {

        record Open(Seal seal) implements Opening {}

        /// A sentence that says what happened and what to do. Nothing has changed.
        record Refused(String sentence) implements Opening {}
    }

    private final Custody custody;
    private final SecretBytes key;
    private final List<Share> issued;

    private Seal(Custody custody, SecretBytes key, List<Share> issued) {
        this.custody = custody;
        this.key = key;
        this.issued = issued;
    }

    public static Opening open(SealFile file, Secrets secrets) throws IOException {
        return switch (file.read()) {
            case SealFile.Found.Missing _ ->
                    new Opening.Refused(
                            file.path()
                                    + " is missing. Without it the boxes open for nobody:"
                                    + " put it back from a backup.");
            case SealFile.Found.Damaged(var reason) ->
                    new Opening.Refused(
                            file.path()
                                    + " was damaged or changed ("
                                    + reason
                                    + "): put it back from a backup.");
            case SealFile.Found.Kept(var custody) -> open(file, custody, secrets);
        };
    }

    /// The seal of an installation that a file opens. Throws and says so where that does not do.
    public static Seal inFile(InstallationFolder folder) throws IOException {
        return switch (open(SealFile.of(folder), Secrets.none())) {
            case Opening.Open(var opened) -> opened;
            case Opening.Refused(var sentence) -> throw new IOException(sentence);
        };
    }

    private static Opening open(SealFile file, Custody custody, Secrets secrets)
            throws IOException {
        return switch (secrets.ask(custody.terms())) {
            case Secrets.Given.NotGiven(var sentence) -> new Opening.Refused(sentence);
            case Secrets.Given.What(var presented) -> {
                try (presented) {
                    yield switch (custody.open(presented)) {
                        case Unsealed.Open(var key) ->
                                new Opening.Open(new Seal(custody, key, List.of()));
                        case Unsealed.Refused(var why) ->
                                new Opening.Refused(Sentences.of(why, file.path()));
                    };
                }
            }
        };
    }

    /// A new seal key for a new installation; nothing is written.
    public static Opening first(Choosing choosing, SecureRandom random) throws IOException {
        var custodian = new Custodian(random);
        return made(choosing, custodian.sealKey(), custodian::first);
    }

    /// The same key in new custody; nothing is written.
    Opening anew(Choosing choosing, SecureRandom random) throws IOException {
        var custodian = new Custodian(random);
        return made(
                choosing,
                key.copy(),
                (sealKey, choice) -> custodian.anew(custody, sealKey, choice));
    }

    private interface Maker {
        Making make(SecretBytes sealKey, Choice choice);
    }

    private static Opening made(Choosing choosing, SecretBytes key, Maker maker)
            throws IOException {
        return switch (choosing.choose()) {
            case Choosing.Chosen.NotChosen(var sentence) -> {
                key.close();
                yield new Opening.Refused(sentence);
            }
            case Choosing.Chosen.As(var choice) -> {
                try (choice) {
                    yield switch (maker.make(key, choice)) {
                        case Making.Made(var custody, var shares) ->
                                new Opening.Open(new Seal(custody, key, shares));
                        case Making.Refused(var why) -> {
                            key.close();
                            yield new Opening.Refused(Sentences.of(why));
                        }
                    };
                }
            }
        };
    }

    public SecretBytes key() {
        return key;
    }

    public Custody custody() {
        return custody;
    }

    /// The shares that were issued with this very seal, to be printed once: none for one that was
    /// opened.
    public List<Share> issued() {
        return issued;
    }

    /// Lines to be shown where anybody opens the boxes who can read a file; else none. It may be
    /// asked of a closed one too.
    public List<String> warning(SealFile file) {
        return custody.terms() instanceof Terms.InFile ? Sentences.warning(file.path()) : List.of();
    }

    /// For when the boxes are open. Shares that are still to be printed stay until it is closed.
    public void wipeKey() {
        key.close();
        custody.close();
    }

    @Override
    public void close() {
        wipeKey();
        issued.forEach(Share::close);
    }
}
