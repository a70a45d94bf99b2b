package org.franklin.datacenter.keymanagement.custody;

import org.franklin.box.custody.NotOpened;
import org.franklin.box.custody.ShareWords;
import org.franklin.box.custody.Terms;

import java.nio.file.Path;
import java.util.List;

/// What people are told of seals.
public final class Sentences {

    private static final int WORDS_IN_A_LINE = 5;

    private Sentences() {}

    /// Who or what opens it, as in "is opened by …".
    static String opener(Terms terms) {
        return switch (terms) {
            case Terms.InFile _ -> "a file";
            case Terms.ByPassphrase _ -> "a passphrase";
            case Terms.ByShares shares ->
                    "any " + shares.needed() + " of " + shares.custodians() + " custodians";
            case Terms.OnToken token -> "the token \"" + token.label() + "\"";
        };
    }

    /// The warning of an installation that anybody opens who can read its file.
    static List<String> warning(Path file) {
        return List.of(
                "WARNING: The boxes of this installation open with a file:",
                "  " + file.toAbsolutePath().normalize(),
                "  Whoever can read it can open them: that is for demos. \"custodians\" changes"
                        + " it.");
    }

    /// Why something could not be made.
    static String of(NotOpened why) {
        return of(why, Path.of("seal", "custody"));
    }

    static String of(NotOpened why, Path file) {
        return switch (why) {
            case NotOpened.OtherCustody(var terms) ->
                    "The boxes of this installation are opened by "
                            + opener(terms)
                            + ", not by what was given.";
            case NotOpened.Changed _ ->
                    file
                            + " was changed, or is of another installation: put it back from a"
                            + " backup.";
            case NotOpened.WrongPassphrase _ ->
                    "The passphrase is wrong. Nothing was changed; try again.";
            case NotOpened.ShareOfAnotherInstallation(int custodian) ->
                    share(custodian) + "is of another installation.";
            case NotOpened.ShareOfOlderIssue(int custodian, int issue, int present) ->
                    share(custodian)
                            + "is of an older issue, "
                            + issue
                            + ". Shares were issued anew since: bring one of issue "
                            + present
                            + ".";
            case NotOpened.ShareOfNewerIssue(int custodian, int issue, int present) ->
                    share(custodian)
                            + "is of issue "
                            + issue
                            + ", but "
                            + file
                            + " is of the older issue "
                            + present
                            + ": somebody has put an old file back. Put the newest one back.";
            case NotOpened.ShareTwice(int custodian) ->
                    share(custodian) + "was given twice. Each custodian counts once.";
            case NotOpened.ShareForged(int custodian) ->
                    share(custodian)
                            + "is not the one that was issued to that custodian: it was swapped"
                            + " or forged.";
            case NotOpened.TooFewShares(int needed, int have) ->
                    "Too few shares: " + needed + " are needed, and " + have + " were given.";
            case NotOpened.SharesDoNotFit _ ->
                    "The shares do not open "
                            + file
                            + ", although each looks right: the file or the shares were forged.";
            case NotOpened.NoTokenLibrary(var library) ->
                    library
                            + " is not there, or is no PKCS#11 library. The token's maker says"
                            + " where it is.";
            case NotOpened.NoToken(var library, var label) ->
                    "No token \"" + label + "\" is there, says " + library + ". Plug it in.";
            case NotOpened.ManyTokens(var library, var label) ->
                    "More than one token is called \"" + label + "\", says " + library + ".";
            case NotOpened.WrongPin(var label) ->
                    "The PIN of token \""
                            + label
                            + "\" is wrong. After some wrong ones the token locks itself.";
            case NotOpened.PinLocked(var label) ->
                    "The PIN of token \""
                            + label
                            + "\" is locked. Its security officer unlocks it.";
            case NotOpened.NoKeyOnToken(var label, var key) ->
                    "Token \"" + label + "\" does not hold the key \"" + key + "\".";
            case NotOpened.TokenFault(var label, var fault) ->
                    "Token \"" + label + "\" does not do what it is asked: " + fault + ".";
        };
    }

    private static String share(int custodian) {
        return "The share of custodian " + custodian + " ";
    }

    /// Why words are no share; `name` says which share, as "share 1". Empty for one that is.
    static String of(ShareWords.Read read, String name) {
        return switch (read) {
            case ShareWords.Read.Genuine _ -> "";
            case ShareWords.Read.NoWord(int position) ->
                    "Word "
                            + position
                            + " of "
                            + name
                            + " (line "
                            + ((position - 1) / WORDS_IN_A_LINE + 1)
                            + ", place "
                            + ((position - 1) % WORDS_IN_A_LINE + 1)
                            + ") is mistyped: it is not a word of any share.";
            case ShareWords.Read.WrongCount(int count) ->
                    "A share has " + ShareWords.COUNT + " words; " + name + " has " + count + ".";
            case ShareWords.Read.ChecksumFails _ ->
                    "The checksum of "
                            + name
                            + " fails: one of its words was taken for another, or some have"
                            + " changed places.";
            case ShareWords.Read.UnknownForm _ ->
                    name + " is of a form that this program does not know.";
        };
    }
}
