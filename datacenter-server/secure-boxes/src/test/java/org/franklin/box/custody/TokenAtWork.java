package org.franklin.box.custody;

import org.franklin.box.key.SecretBytes;
import org.franklin.box.token.LogIn;
import org.franklin.box.token.Token;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/// What [TokenTest] looks at, in a process that sees the tokens: a line for each try.
final class TokenAtWork {

    private final Custodian custodian = new Custodian(new SecureRandom());
    private final SecretBytes sealKey = custodian.sealKey();
    private final String library;

    private TokenAtWork(String library) {
        this.library = library;
    }

    /// Takes the library, and another one that knows nothing of tokens.
    public static void main(String[] arguments) throws Exception {
        new TokenAtWork(arguments[0]).tryAll(arguments[1]);
    }

    private void tryAll(String otherLibrary) throws Exception {
        say("wrong PIN at the making", make(library, "franklin", "000000"));
        say("no such token", make(library, "absent", SoftToken.PIN));
        say("two such tokens", make(library, "twin", SoftToken.PIN));
        say("no library", make("/nowhere/lib.so", "franklin", SoftToken.PIN));
        say("a relative path", make("lib.so", "franklin", SoftToken.PIN));
        say("another library", make(otherLibrary, "franklin", SoftToken.PIN));

        var custody = Custody.read(made("franklin").file()).orThrow();
        say("right PIN", open(custody, SoftToken.PIN));
        say("wrong PIN", open(custody, "482914"));
        say("too short a PIN", open(custody, "1"));
        say("right PIN again", open(custody, SoftToken.PIN));
        say("key missing", open(changed(custody, 1, "franklin gone"), SoftToken.PIN));
        var key = ((Terms.OnToken) custody.terms()).key();
        say("terms changed", open(changed(custody, 2, key), SoftToken.PIN));
        say("not asked", custody.open(new Presented.Nothing()) instanceof Unsealed.Refused);
        if (Token.logIn(library, "franklin", pin(SoftToken.PIN))
                instanceof LogIn.Ready(var token)) {
            try (token) {
                say("key leaves", token.key(key).orElseThrow().getEncoded() != null);
            }
        }
        var anew = custodian.anew(custody, sealKey, new Choice.ByShares(2, 2));
        say("to custodians", anew instanceof Making.Made);
    }

    private Object make(String library, String label, String pin) {
        return custodian.first(sealKey, new Choice.OnToken(library, label, pin(pin)))
                        instanceof Making.Refused(var why)
                ? why.getClass().getSimpleName()
                : "made";
    }

    private Custody made(String label) {
        return ((Making.Made)
                        custodian.first(
                                sealKey, new Choice.OnToken(library, label, pin(SoftToken.PIN))))
                .custody();
    }

    private Object open(Custody custody, String pin) {
        return switch (custody.open(new Presented.Pin(pin(pin)))) {
            case Unsealed.Open(var key) -> key.equals(sealKey) ? "opens" : "another key";
            case Unsealed.Refused(var why) -> why.getClass().getSimpleName();
        };
    }

    private static Custody changed(Custody custody, int issue, String key) {
        var kept = custody.kept();
        var terms = (Terms.OnToken) kept.terms();
        return new Custody(
                new Kept(
                        kept.seal(),
                        issue,
                        kept.check(),
                        new Terms.OnToken(terms.library(), terms.label(), key),
                        kept.nonce(),
                        kept.key()));
    }

    private static SecretBytes pin(String pin) {
        return SecretBytes.take(pin.getBytes(StandardCharsets.UTF_8));
    }

    private static void say(String what, Object result) {
        System.out.println(what + ": " + result);
    }
}
