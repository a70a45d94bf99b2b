package org.franklin.datacenter.keymanagement.verifier;

import org.franklin.box.statement.BoxSigned;
import org.franklin.box.verifier.PostalTokens;
import org.franklin.box.verifier.VerifierKey;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Verification.Verdict;
import org.franklin.model.wire.published.TokenKeyFile;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The options with which a verifier of the Post checks postal tokens: what was sealed to it, and
/// its own key.
public final class TokenKeyOptions {

    private static final int LARGEST_FILE = 512 << 20;

    @Option(
            names = "--token-keys",
            paramLabel = "FILE",
            description = "The Post's token keys, sealed to you by two keepers; with --keys.")
    private Path file = Path.of("");

    @Option(
            names = "--verifier",
            paramLabel = "FILE",
            description = "Your own private key, which opens them.")
    private Path own = Path.of("");

    /// What is done with a way to check tokens, which says nothing where it cannot.
    public interface Work {
        int with(Function<Bytes, Optional<Verdict>> tokens) throws IOException;
    }

    /// What is missing, or too much.
    public Optional<String> misfit(boolean withPublishedKeys) {
        boolean sealed = !file.toString().isEmpty();
        boolean key = !own.toString().isEmpty();
        if (sealed && !key) {
            return Optional.of(
                    "The token keys are sealed. Say which private key opens them: --verifier"
                            + " FILE.");
        }
        if (key && !sealed) {
            return Optional.of("Say what was sealed to this verifier: --token-keys FILE.");
        }
        return sealed && !withPublishedKeys
                ? Optional.of("Token keys go with --keys; with --dir the meter box is asked.")
                : Optional.empty();
    }

    public int with(VerificationKeys published, Work work, Function<String, Integer> refused)
            throws IOException {
        if (file.toString().isEmpty()) {
            return work.with(_ -> Optional.empty());
        }
        return switch (VerifierFiles.secret(own)) {
            case VerifierFiles.Read.Refused<VerifierKey>(var sentence) -> refused.apply(sentence);
            case VerifierFiles.Read.Of<VerifierKey>(var key) -> {
                try (key) {
                    yield with(published, key, work, refused);
                }
            }
        };
    }

    private int with(
            VerificationKeys published,
            VerifierKey key,
            Work work,
            Function<String, Integer> refused)
            throws IOException {
        byte[] json;
        try (var in = Files.newInputStream(file)) {
            json = in.readNBytes(LARGEST_FILE);
        } catch (NoSuchFileException _) {
            return refused.apply("There is no file " + file + ".");
        }
        return switch (Json.read(TokenKeyFile.class, json)) {
            case Malformed<TokenKeyFile>(var reason) -> refused.apply(file + ": " + reason + ".");
            case Valid<TokenKeyFile>(var sealed) ->
                    switch (PostalTokens.open(pages(sealed), published, key)) {
                        case PostalTokens.Opening.Refused(var sentence) ->
                                refused.apply(file + ": " + sentence);
                        case PostalTokens.Opening.Opened(var tokens) ->
                                work.with(symbol -> verdict(tokens, symbol));
                    };
        };
    }

    private static List<BoxSigned> pages(TokenKeyFile file) {
        return file.tokenKeyPages().stream()
                .map(page -> new BoxSigned(page.statement(), page.signature()))
                .toList();
    }

    private static Optional<Verdict> verdict(PostalTokens tokens, Bytes symbol) {
        if (IndiciumForm.decode(symbol) instanceof Valid<SignedIndicium>(var signed)
                && signed instanceof TokenIndicium shown) {
            var finding = tokens.check(shown);
            return Optional.of(
                    new Verdict(
                            finding.isGenuine(),
                            "By the Post's own key of this meter: " + finding.sentence()));
        }
        return Optional.empty();
    }
}
