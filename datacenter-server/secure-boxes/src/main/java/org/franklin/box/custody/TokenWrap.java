package org.franklin.box.custody;

import org.franklin.box.custody.NotOpened.Changed;
import org.franklin.box.key.SecretBytes;
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
        return switch (Token.logIn(terms.library(), terms.label(), pin)) {
            case Token.LogIn.Refused(var why) -> new Sealing.Refused(why);
            case Token.LogIn.Ready(var token) -> {
                byte[] plain = sealKey.use(byte[]::clone);
                try (token) {
                    var key = token.makeKey(terms.key());
                    yield new Sealing.Sealed(
                            nonce, token.seal(key, nonce.toArray(), context, plain));
                } catch (Token.Fault e) {
                    yield new Sealing.Refused(fault(e));
                } finally {
                    Arrays.fill(plain, (byte) 0);
                }
            }
        };
    }

    Unsealed open(SecretBytes pin, Kept kept) {
        return switch (Token.logIn(terms.library(), terms.label(), pin)) {
            case Token.LogIn.Refused(var why) -> new Unsealed.Refused(why);
            case Token.LogIn.Ready(var token) -> {
                try (token) {
                    var key = token.key(terms.key());
                    yield key.isEmpty()
                            ? new Unsealed.Refused(
                                    new NotOpened.NoKeyOnToken(terms.label(), terms.key()))
                            : token.open(
                                            key.get(),
                                            kept.nonce().toArray(),
                                            kept.context(),
                                            kept.key())
                                    .<Unsealed>map(Unsealed.Open::new)
                                    .orElseGet(() -> new Unsealed.Refused(new Changed()));
                } catch (Token.Fault e) {
                    yield new Unsealed.Refused(fault(e));
                }
            }
        };
    }

    private NotOpened fault(Token.Fault fault) {
        return new NotOpened.TokenFault(terms.label(), String.valueOf(fault.getMessage()));
    }
}
