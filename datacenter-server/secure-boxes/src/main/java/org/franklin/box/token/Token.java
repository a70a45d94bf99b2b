package org.franklin.box.token;

import org.franklin.box.key.SecretBytes;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.security.auth.login.LoginException;

/// A PKCS#11 token, logged in to through the JDK's SunPKCS11 until it is closed. Its keys are made
/// there and cannot be taken out: it is asked to use them.
public final class Token implements AutoCloseable {

    private static final int TAG_BITS = 128;
    private static final int KEY_BITS = 256;

    private final Provider provider;
    private final KeyStore keys;

    private Token(Provider provider, KeyStore keys) {
        this.provider = provider;
        this.keys = keys;
    }

    /// To the one token of this label, through this library, with its user PIN in UTF-8.
    public static LogIn logIn(String library, String label, SecretBytes pin) {
        return switch (TokenSlot.find(library, label)) {
            case TokenSlot.NoLibrary _ -> new LogIn.NoLibrary();
            case TokenSlot.NoToken _ -> new LogIn.NoToken();
            case TokenSlot.Many _ -> new LogIn.ManyTokens();
            case TokenSlot.At(long slot) -> logIn(library, slot, pin);
        };
    }

    private static LogIn logIn(String library, long slot, SecretBytes pin) {
        try {
            var provider = provider(library, slot);
            var keys = KeyStore.getInstance("PKCS11", provider);
            pin.use(typed -> {
                load(keys, typed);
                return typed;
            });
            return new LogIn.Ready(new Token(provider, keys));
        } catch (GeneralSecurityException | ProviderException | Refusing e) {
            return refusal(e);
        }
    }

    /// The token refuses the log-in; carries why out of a lambda.
    private static final class Refusing extends RuntimeException {

        private static final long serialVersionUID = 1;

        Refusing(Exception cause) {
            super(cause);
        }
    }

    private static void load(KeyStore keys, byte[] pin) {
        var typed = StandardCharsets.UTF_8.decode(ByteBuffer.wrap(pin));
        char[] characters = new char[typed.remaining()];
        typed.get(characters);
        try {
            keys.load(null, characters);
        } catch (IOException | GeneralSecurityException e) {
            throw new Refusing(e);
        } finally {
            Arrays.fill(characters, '\0');
            Arrays.fill(typed.array(), '\0');
        }
    }

    private static LogIn refusal(Exception why) {
        return switch (TokenFault.word(why)) {
            case "CKR_PIN_INCORRECT", "CKR_PIN_LEN_RANGE", "CKR_PIN_INVALID" ->
                    new LogIn.WrongPin();
            case "CKR_PIN_LOCKED" -> new LogIn.PinLocked();
            case String other -> new LogIn.Faulty(other);
        };
    }

    private static Provider provider(String library, long slot) throws GeneralSecurityException {
        Provider plain = Security.getProvider("SunPKCS11");
        if (plain == null) {
            throw new GeneralSecurityException("this Java has no SunPKCS11");
        }
        return plain.configure("--" + configuration(library, slot));
    }

    /// What SunPKCS11 is told: which token, and that the keys that it makes stay on it.
    private static String configuration(String library, long slot) {
        return Stream.of(
                        "name = franklin",
                        "library = \"" + library.replace("\\", "\\\\") + "\"",
                        "slot = " + slot,
                        "attributes(generate, CKO_SECRET_KEY, CKK_AES) = {",
                        "  CKA_SENSITIVE = true",
                        "  CKA_EXTRACTABLE = false",
                        "  CKA_ENCRYPT = true",
                        "  CKA_DECRYPT = true",
                        "}")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /// Makes an AES key of 256 bits under a new label.
    public SecretKey makeKey(String label) throws TokenFault {
        try {
            var generator = KeyGenerator.getInstance("AES", provider);
            generator.init(KEY_BITS);
            keys.setKeyEntry(label, generator.generateKey(), null, null);
            return key(label)
                    .orElseThrow(() -> new TokenFault(new IllegalStateException("no key")));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    public Optional<SecretKey> key(String label) throws TokenFault {
        try {
            return keys.getKey(label, null) instanceof SecretKey key
                    ? Optional.of(key)
                    : Optional.empty();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    /// AES-256-GCM on the token.
    public Bytes seal(SecretKey key, byte[] nonce, byte[] context, byte[] plain) throws TokenFault {
        try {
            return Bytes.of(run(Cipher.ENCRYPT_MODE, key, nonce, context, plain));
        } catch (GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    /// The plain bytes, or nothing where they were changed or put under another key.
    public Optional<SecretBytes> open(SecretKey key, byte[] nonce, byte[] context, Bytes sealed)
            throws TokenFault {
        try {
            return Optional.of(
                    SecretBytes.take(
                            run(Cipher.DECRYPT_MODE, key, nonce, context, sealed.toArray())));
        } catch (AEADBadTagException _) {
            return Optional.empty();
        } catch (GeneralSecurityException | ProviderException e) {
            throw new TokenFault(e);
        }
    }

    private byte[] run(int mode, SecretKey key, byte[] nonce, byte[] context, byte[] input)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding", provider);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher.doFinal(input);
    }

    /// Logs out, so that the next one is asked for the PIN again.
    @Override
    public void close() {
        if (provider instanceof AuthProvider login) {
            try {
                login.logout();
            } catch (LoginException _) {
                // A token that was pulled out is logged out.
            }
        }
    }
}
