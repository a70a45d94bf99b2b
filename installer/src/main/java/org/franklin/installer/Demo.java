package org.franklin.installer;

import org.franklin.client.Program;
import org.franklin.client.Settings;
import org.franklin.client.datacenter.MailerFolder;
import org.franklin.client.datacenter.connection.DataCenterAddress;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.signup.Announced;
import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.DemoOffice;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.Logs;
import org.franklin.model.canonical.Bytes;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;

/// The command `demo`.
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        version = "Franklin 0.1.0",
        sortOptions = false,
        description = {
            "Plays Franklin's whole story on this machine: starts a data center, buys postage for"
                    + " one letter, prints it, and verifies the print.",
            "Then opens the mailer's window, signed on, where there is a display.",
            "Needs no network. All postage is SPECIMEN and is worth nothing."
        },
        footer = {
            "",
            "Started again, the demo goes on with the same account. Ctrl-C stops all that it"
                    + " started."
        })
public final class Demo implements Callable<Integer> {

    private static final String GO_ON = "Start again to go on with this account.";

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            description = {
                "Where the data center's files and the two prints go.",
                "Default: the folder franklin-demo in your home folder."
            })
    private Path dir = Path.of(System.getProperty("user.home"), "franklin-demo");

    @Option(names = "--fresh", description = "Forget an earlier demo in DIR and start anew.")
    private boolean fresh;

    @Option(names = "--no-window", description = "Open no window, even where there is a display.")
    private boolean noWindow;

    @Spec private CommandSpec spec = CommandSpec.create();

    private final Clock clock;
    private final SecureRandom random;
    private final Windows windows;

    /// The mailer's windows, open until the mailer closes them.
    interface Windows {
        Program.Ended run(Settings settings, Runnable opened);
    }

    Demo(Clock clock, SecureRandom random, Windows windows) {
        this.clock = clock;
        this.random = random;
        this.windows = windows;
    }

    public static void main(String[] arguments) {
        var clock = Clock.system(ZoneId.systemDefault());
        var random = new SecureRandom();
        var demo = new Demo(clock, random, new Program(clock, random)::run);
        System.exit(new CommandLine(demo).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        Path folder = dir.toAbsolutePath().normalize();
        var files = new DemoFolder(folder);
        if (fresh && files.forget() instanceof DemoFolder.Forgotten.Refused(var sentence)) {
            return stop(sentence);
        }
        return switch (open(files.dataCenter())) {
            case Installation.Opening.Refused(var sentence) -> stop(sentence);
            case Installation.Opening.Opened(var installation) -> run(files, installation);
        };
    }

    private Installation.Opening open(Path dataCenter) throws IOException {
        return Installation.exists(dataCenter)
                ? Installation.open(dataCenter)
                : Installation.create(
                        dataCenter, DataCenterConfig.USUAL.onPorts(0, 0), clock, random);
    }

    private int run(DemoFolder files, Installation installation) throws IOException {
        Logs.onlyToFolder(installation.folder().logs());
        var config = installation.config().onPorts(0, 0);
        String farewell;
        try (var dataCenter = new DataCenter(installation, config, clock, random)) {
            installation.warning().forEach(this::say);
            // Ctrl-C ends this process; what it has opened is closed first.
            Runtime.getRuntime().addShutdownHook(new Thread(dataCenter::close));
            var office = new DemoOffice(dataCenter, random);
            office.furnish();
            var address = dataCenter.start();
            say("Data center at " + address.apps() + ", its key " + brief(address.fingerprint()));
            send(files, address, office);
            farewell = noWindow ? GO_ON : show(files, office);
        } catch (FirstLetter.Stopped e) {
            return stop(e.getMessage());
        } catch (IOException e) {
            return stop(String.valueOf(e.getMessage()));
        }
        say(farewell);
        return CommandLine.ExitCode.OK;
    }

    /// Leaves the mailer's folder closed, for the windows to open.
    private void send(DemoFolder files, DataCenter.Address address, DemoOffice office)
            throws FirstLetter.Stopped, IOException {
        char[] password = Files.readString(office.passwordFile()).strip().toCharArray();
        switch (MailerFolder.open(files.mailer(), clock, random)) {
            case MailerFolder.Opened.InUse(var whatToDo) -> throw new FirstLetter.Stopped(whatToDo);
            case MailerFolder.Opened.Unusable(var whatToDo) ->
                    throw new FirstLetter.Stopped(whatToDo);
            case MailerFolder.Opened.Ready(var folder) -> {
                try (folder) {
                    new FirstLetter(files.root(), LocalDate.now(clock), random, this::say)
                            .send(folder, identity(address), DemoOffice.USER, password);
                }
            }
        }
    }

    /// What there is to say when the windows are closed, or have not opened.
    private String show(DemoFolder files, DemoOffice office) {
        var passwordFile = office.passwordFile();
        var settings = new Settings(files.mailer(), new Announced.Address(""), passwordFile);
        var ended =
                windows.run(
                        settings,
                        () -> {
                            say(
                                    "The window is open and signs on as demo. Closing it ends the"
                                            + " demo.");
                            say("Should it ask for the password: " + passwordFile);
                        });
        return switch (ended) {
            case Program.Ended.Closed _ -> "The demo has ended. " + GO_ON;
            case Program.Ended.NoDisplay(var why) -> "No window opens here (" + why + "). " + GO_ON;
        };
    }

    /// The data center as its own certificate file names it: no first contact is taken on trust.
    private static DataCenterIdentity identity(DataCenter.Address address) throws IOException {
        Bytes authority = DemoFolder.certificate(address.authority());
        return new DataCenterIdentity(
                new DataCenterAddress(address.apps(), Fingerprint.of(authority)), authority);
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(17, fingerprint.length())) + " …";
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
    }

    private int stop(@Nullable String sentence) {
        spec.commandLine().getErr().println(sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
