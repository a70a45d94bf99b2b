package org.franklin.box.custody;

import org.franklin.box.custody.NotOpened.Changed;
import org.franklin.box.key.SecretBytes;
import org.franklin.box.token.LogIn;
import org.franklin.box.token.Token;
import org.franklin.box.token.TokenFault;
import org.franklin.model.canonical.Bytes;

import java.util.Arrays;

/// A seal key under a key that never leaves a token.
record TokenWrap(Terms.OnToken terms) {

    sealed interface Sealing {

        record Sealed(Bytes nonce, Bytes key) implements Sealing {}

        record Refused(NotOpened why) implements Sealing {}
    }

    /// Makes a new key on the token, of the terms' label, and puts the seal key under it.
    Sealing seal(SecretBytes pin, Bytes nonce, byte[] context, SecretBytes sealKey) {
        return switch (logIn(pin)) {
            case LogIn.Ready(var token) -> {
                byte[] plain = sealKey.use(byte[]::clone);
                try (token) {
                    var key = token.makeKey(terms.key());
                    yield new Sealing.Sealed(
                            nonce, token.seal(key, nonce.toArray(), context, plain));
                } catch (TokenFault e) {
                    yield new Sealing.Refused(fault(e));
                } finally {
                    Arrays.fill(plain, (byte) 0);
                }
            }
            case LogIn.Refused refused -> new Sealing.Refused(why(refused));
        };
    }

    Unsealed open(SecretBytes pin, Kept kept) {
        return switch (logIn(pin)) {
            case LogIn.Ready(var token) -> {
                try (token) {
                    var key = token.key(terms.key());
                    yield key.isEmpty()
                            ? new Unsealed.Refused(
                                    new NotOpened.NoKeyOnToken(terms.label(), terms.key()))
                            : token.open(
                                            key.get(),
                                            kept.nonce().toArray(),
                                            kept.context(),
                                            kept.key().use(Bytes::of))
                                    .<Unsealed>map(Unsealed.Open::new)
                                    .orElseGet(() -> new Unsealed.Refused(new Changed()));
                } catch (TokenFault e) {
                    yield new Unsealed.Refused(fault(e));
                }
            }
            case LogIn.Refused refused -> new Unsealed.Refused(why(refused));
        };
    }

    private LogIn logIn(SecretBytes pin) {
        return Token.logIn(terms.library(), terms.label(), pin);
    }

    private NotOpened why(LogIn.Refused refused) {
        String library = terms.library();
        String label = terms.label();
        return switch (refused) {
            case LogIn.NoLibrary _ -> new NotOpened.NoTokenLibrary(library);
            case LogIn.NoToken _ -> new NotOpened.NoToken(library, label);
            case LogIn.ManyTokens _ -> new NotOpened.ManyTokens(library, label);
            case LogIn.WrongPin _ -> new NotOpened.WrongPin(label);
            case LogIn.PinLocked _ -> new NotOpened.PinLocked(label);
            case LogIn.Faulty(var fault) -> new NotOpened.TokenFault(label, fault);
        };
    }

    private NotOpened fault(TokenFault fault) {
        return new NotOpened.TokenFault(terms.label(), String.valueOf(fault.getMessage()));
    }
}
