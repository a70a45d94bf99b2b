package org.franklin.datacenter;

import org.franklin.box.health.CheckedRandom;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.function.keys.PublishedKeys.Result;
import org.franklin.datacenter.function.postage.VerifyIndicium;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;
import org.franklin.datacenter.keymanagement.verifier.TokenKeyOptions;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Decoded;
import org.franklin.model.canonical.Decoded.Malformed;
import org.franklin.model.canonical.Decoded.Valid;
import org.franklin.model.indicium.EcdsaIndicium;
import org.franklin.model.indicium.IndiciumForm;
import org.franklin.model.indicium.IndiciumVerifier;
import org.franklin.model.indicium.SignedIndicium;
import org.franklin.model.indicium.TokenIndicium;
import org.franklin.model.indicium.Verdict;
import org.franklin.model.indicium.VerificationKeys;
import org.franklin.model.wire.Json;
import org.franklin.model.wire.Keys;
import org.franklin.model.wire.Verification;
import org.franklin.model.wire.published.KeyFile;

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
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;

@Command(
        name = "verify",
        header = "Verifies an indicium offline, with published keys.",
        description = {
            "Says whether the bytes of a scanned symbol are a genuine specimen, and what they"
                + " claim. Keys are a file that export-keys wrote, or what GET /v1/keys answers, or"
                + " those of an installation that is not being served.",
            "A symbol of the suite PATENT_1998 has digital tokens, which published keys cannot"
                    + " check. The installation's own meter box checks both; a verifier of the Post"
                    + " checks the postal token, with what two keepers had sealed to it."
        },
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter verify --keys keys.json symbol.bin",
            "  franklin-datacenter verify --dir /srv/franklin 5a5a01...",
            "  franklin-datacenter verify --keys keys.json --token-keys post-keys.json \\",
            "      --verifier post.key symbol.bin"
        })
final class VerifyCommand implements Callable<Integer> {

    private static final int LARGEST_KEYS = 64 << 20;
    private static final int LARGEST_SYMBOL = 4_096;

    @Spec private CommandSpec command = CommandSpec.create();

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    /// Where the keys come from: one of the two.
    private static final class Source {

        @Option(
                names = "--keys",
                paramLabel = "FILE",
                description = "Published keys: a file of export-keys, or JSON of GET /v1/keys.")
        private Path keys = Path.of("");

        @Option(names = "--dir", paramLabel = "DIR", description = "The folder of an installation.")
        private Path dir = Path.of("");
    }

    @Mixin private TokenKeyOptions tokenKeys = new TokenKeyOptions();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Parameters(
            paramLabel = "SYMBOL",
            description = "The symbol's bytes: hex digits, or a file that holds them.")
    private String symbol = "";

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(command);
        var misfit = tokenKeys.misfit(!source.keys.toString().isEmpty());
        if (misfit.isPresent()) {
            return terminal.refuse(misfit.get());
        }
        if (source.keys.toString().isEmpty()) {
            return terminal.opened(
                    Installation.open(source.dir),
                    opening,
                    installation -> verify(terminal, installation));
        }
        try {
            byte[] json = read(source.keys, LARGEST_KEYS);
            return switch (published(json)) {
                case Malformed<VerificationKeys>(var reason) ->
                        terminal.refuse(source.keys + ": " + reason + ".");
                case Valid<VerificationKeys>(var keys) ->
                        tokenKeys.with(
                                keys, postal -> verify(terminal, keys, postal), terminal::refuse);
            };
        } catch (NoSuchFileException e) {
            return terminal.refuse("There is no file " + source.keys + ".");
        }
    }

    /// A signed file of `export-keys`, or what `GET /v1/keys` answers.
    private static Decoded<VerificationKeys> published(byte[] json) {
        return switch (Json.read(KeyFile.class, json)) {
            case Valid<KeyFile>(var file) -> file.verificationKeys();
            case Malformed<KeyFile> _ -> Json.read(Keys.class, json).then(Keys::verificationKeys);
        };
    }

    private int verify(Terminal terminal, Installation installation) throws Exception {
        try (var dataCenter =
                new DataCenter(
                        installation,
                        installation.config(),
                        Clock.systemUTC(),
                        CheckedRandom.ofMachine())) {
            return switch (dataCenter.functions().keys().keys()) {
                case Result.Published(var keys) ->
                        verify(
                                terminal,
                                keys.verificationKeys().orThrow(),
                                bytes -> ask(dataCenter, bytes));
                case Result.Unavailable _ -> terminal.refuse("The database cannot be read.");
            };
        }
    }

    /// What the meter box says, which holds both token keys; nothing where it cannot be asked.
    private static Optional<Verification.Verdict> ask(DataCenter dataCenter, Bytes bytes) {
        return switch (dataCenter.functions().verification().verify(bytes)) {
            case VerifyIndicium.Result.Verified(var verdict) ->
                    Optional.of(
                            new Verification.Verdict(
                                    verdict.genuine(),
                                    "The meter box says of both tokens: " + verdict.sentence()));
            case VerifyIndicium.Result.Unavailable _ -> Optional.empty();
        };
    }

    private int verify(
            Terminal terminal,
            VerificationKeys keys,
            Function<Bytes, Optional<Verification.Verdict>> tokens)
            throws IOException {
        Bytes bytes = symbol();
        Verdict verdict = new IndiciumVerifier(keys).verify(bytes);
        var asked =
                verdict instanceof Verdict.TokensUnchecked
                        ? tokens.apply(bytes)
                        : Optional.<Verification.Verdict>empty();
        terminal.say(asked.map(Verification.Verdict::sentence).orElseGet(verdict::sentence));
        if (IndiciumForm.decode(bytes) instanceof Valid<SignedIndicium>(var signed)) {
            var claimed = signed.indicium();
            terminal.say("  meter        " + claimed.serial());
            terminal.say("  postage      " + claimed.postage());
            terminal.say("  mailing date " + claimed.mailingDate());
            terminal.say("  piece        " + claimed.pieceCount());
            terminal.say("  from ZIP     " + claimed.origin().digits());
            terminal.say("  to ZIP       " + claimed.destination().digits());
            terminal.say("  certificate  " + Integer.toUnsignedString(claimed.certificate()));
            tokens(terminal, signed);
        }
        boolean genuine =
                verdict instanceof Verdict.GenuineSpecimen
                        || asked.filter(Verification.Verdict::genuine).isPresent();
        return genuine ? Commands.FINE : Commands.NOT_IN_ORDER;
    }

    private static void tokens(Terminal terminal, SignedIndicium signed) {
        switch (signed) {
            case EcdsaIndicium _ -> {
                // A signature is not for reading.
            }
            case TokenIndicium tokens -> {
                terminal.say("  vendor token " + tokens.vendor());
                terminal.say("  postal token " + tokens.post());
                terminal.warnOf(Suite.PATENT_1998);
            }
        }
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
