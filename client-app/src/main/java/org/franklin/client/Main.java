package org.franklin.client;

import org.franklin.client.datacenter.connection.DataCenterAddress;
import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.signup.Announced;
import org.franklin.model.canonical.Decoded;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/// `franklin`: reads the command line and opens the window.
@Command(
        name = "franklin",
        description = "Buys and prints postage. Everything it prints is a specimen.",
        mixinStandardHelpOptions = true,
        version = "franklin 0.1.0",
        sortOptions = false)
public final class Main implements Callable<Integer> {

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = "the mailer's folder; made if it is not there")
    private Path folder =
            Settings.usualFolder(
                    System.getProperty("os.name"),
                    System.getenv(),
                    Path.of(System.getProperty("user.home")));

    @Option(
            names = "--connect",
            paramLabel = "URL",
            description = "the data center for a first run, as https://host:port")
    private String url = "";

    @Option(
            names = "--ca-fingerprint",
            paramLabel = "HEX",
            description = "the data center's key, which is then compared without asking")
    private String fingerprint = "";

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "signs the last user on with the password in the file")
    private Path passwordFile = Settings.ASK;

    @Spec private CommandSpec spec = CommandSpec.create();

    public static void main(String[] args) {
        int code = new CommandLine(new Main()).execute(args);
        if (code != 0) {
            System.exit(code);
        }
    }

    @Override
    public Integer call() {
        var settings = settings();
        LogFile.open(settings.folder());
        var program = new Program(Clock.system(ZoneId.systemDefault()), new SecureRandom());
        return switch (program.run(settings, () -> {})) {
            case Program.Ended.Closed _ -> ExitCode.OK;
            case Program.Ended.NoDisplay(var why) -> {
                spec.commandLine().getErr().println("Franklin needs a display: " + why);
                yield ExitCode.SOFTWARE;
            }
        };
    }

    /// What the command line says, or a refusal that says what to type.
    Settings settings() {
        return new Settings(folder, announced(), passwordFile);
    }

    private Announced announced() {
        if (url.isEmpty() && !fingerprint.isEmpty()) {
            throw refuse("--ca-fingerprint belongs to --connect: say both");
        }
        String origin =
                url.isEmpty() ? "" : read(DataCenterAddress.parseUrl(url), "--connect").toString();
        return fingerprint.isEmpty()
                ? new Announced.Address(origin)
                : new Announced.Key(
                        origin, read(Fingerprint.parse(fingerprint), "--ca-fingerprint"));
    }

    private <T> T read(Decoded<T> decoded, String option) {
        return switch (decoded) {
            case Decoded.Valid<T>(var value) -> value;
            case Decoded.Malformed<T>(var reason) -> throw refuse(option + ": " + reason);
        };
    }

    private ParameterException refuse(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
