package org.franklin.datacenter;

import org.franklin.datacenter.function.keys.PublishedKeys.Result;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Keys;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "verify",
        header = "Verifies an indicium offline, with published keys.",
        description = {
            "Says whether the 109 bytes of a scanned symbol are a genuine specimen, and what they"
                    + " claim. Keys are what GET /v1/keys answers, in a file, or those of an"
                    + " installation that is not being served."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter verify --keys keys.json symbol.bin",
            "  franklin-datacenter verify --dir /srv/franklin 5a5a01..."
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int LARGEST_KEYS = 64 << 20;
    private static final int LARGEST_SYMBOL = 4_096;

    @Spec private CommandSpec command = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /// Where the keys come from: one of the two.
    private static final class Source {

        @Option(names = "--keys", paramLabel = "FILE", description = "Published keys, as JSON.")
        private Path keys = Path.of("");

        @Option(names = "--dir", paramLabel = "DIR", description = "The folder of an installation.")
        private Path dir = Path.of("");
    }

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Parameters(
            paramLabel = "SYMBOL",
            description = "The symbol's bytes: hex digits, or a file that holds them.")
    private String symbol = "";

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(command);
        if (source.keys.toString().isEmpty()) {
            return terminal.opened(
                    Installation.open(source.dir),
                    opening,
                    installation -> verify(terminal, installation));
        }
        try {
            byte[] json = read(source.keys, LARGEST_KEYS);
            return switch (Json.read(Keys.class, json).then(Keys::verificationKeys)) {
                case Malformed<VerificationKeys>(var reason) ->
                        terminal.refuse(source.keys + ": " + reason + ".");
                case Valid<VerificationKeys>(var keys) -> verify(terminal, keys);
            };
        } catch (NoSuchFileException e) {
            return terminal.refuse("There is no file " + source.keys + ".");
        }
    }

    private int verify(Terminal terminal, Installation installation) throws Exception {
        try (var dataCenter =
                new DataCenter(
                        installation,
                        installation.config(),
                        Clock.systemUTC(),
                        new SecureRandom())) {
            return switch (dataCenter.functions().keys().keys()) {
                case Result.Published(var keys) ->
                        verify(terminal, keys.verificationKeys().orThrow());
                case Result.Unavailable _ -> terminal.refuse("The database cannot be read.");
            };
        }
    }

    private int verify(Terminal terminal, VerificationKeys keys) throws IOException {
        Bytes bytes = symbol();
        Verdict verdict = new IndiciumVerifier(keys).verify(bytes);
        terminal.say(verdict.sentence());
        if (IndiciumForm.decode(bytes) instanceof Valid<SignedIndicium>(var signed)) {
            var claimed = signed.indicium();
            terminal.say("  meter        " + claimed.serial());
            terminal.say("  postage      " + claimed.postage());
            terminal.say("  mailing date " + claimed.mailingDate());
            terminal.say("  piece        " + claimed.pieceCount());
            terminal.say("  from ZIP     " + claimed.origin().digits());
            terminal.say("  to ZIP       " + claimed.destination().digits());
            terminal.say("  certificate  " + Integer.toUnsignedString(claimed.certificate()));
        }
        return verdict instanceof Verdict.GenuineSpecimen ? Commands.FINE : Commands.NOT_IN_ORDER;
    }

    private Bytes symbol() throws IOException {
        String hex = symbol.replaceAll("\\s", "");
        return hex.matches("([0-9A-Fa-f]{2})+")
                ? Bytes.ofHex(hex)
                : Bytes.of(read(Path.of(symbol), LARGEST_SYMBOL));
    }

    private static byte[] read(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }
}
