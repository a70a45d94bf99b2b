package org.franklin.installer;

import org.franklin.client.datacenter.MailerFolder;
import org.franklin.client.datacenter.connection.DataCenterAddress;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.DemoOffice;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.Logs;
import org.franklin.model.canonical.Bytes;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

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
            "Needs no network and no display. All postage is SPECIMEN and is worth nothing."
        },
        footer = {
            "",
            "Started again, the demo goes on with the same account. Ctrl-C stops all that it"
                    + " started."
        })
public final class Demo implements Callable<Integer> {

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

    private final SecureRandom random = new SecureRandom();
    private final Clock clock = Clock.system(ZoneId.systemDefault());

    private Demo() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Demo()).execute(arguments));
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
        try (var dataCenter = new DataCenter(installation, config, clock, random)) {
            // Ctrl-C ends this process; what it has opened is closed first.
            Runtime.getRuntime().addShutdownHook(new Thread(dataCenter::close));
            var office = new DemoOffice(dataCenter, random);
            office.furnish();
            var address = dataCenter.start();
            say("Data center at " + address.apps() + ", its key " + brief(address.fingerprint()));
            return send(files, address, office);
        }
    }

    private int send(DemoFolder files, DataCenter.Address address, DemoOffice office)
            throws IOException {
        char[] password = Files.readString(office.passwordFile()).strip().toCharArray();
        return switch (MailerFolder.open(files.mailer(), clock, random)) {
            case MailerFolder.Opened.InUse(var whatToDo) -> stop(whatToDo);
            case MailerFolder.Opened.Unusable(var whatToDo) -> stop(whatToDo);
            case MailerFolder.Opened.Ready(var folder) -> {
                try (folder) {
                    new FirstLetter(files.root(), LocalDate.now(clock), random, Demo::say)
                            .send(folder, identity(address), DemoOffice.USER, password);
                    say(farewell(files.root()));
                    yield CommandLine.ExitCode.OK;
                } catch (FirstLetter.Stopped e) {
                    yield stop(e.getMessage());
                }
            }
        };
    }

    /// The data center as its own certificate file names it: no first contact is taken on trust.
    private static DataCenterIdentity identity(DataCenter.Address address) throws IOException {
        Bytes authority = DemoFolder.certificate(address.authority());
        return new DataCenterIdentity(
                new DataCenterAddress(address.apps(), Fingerprint.of(authority)), authority);
    }

    private String farewell(Path root) {
        String goOn = "Start again to go on with this account";
        return noWindow
                ? goOn + "."
                : goOn + "; installer/franklin --dir " + root + "/mailer opens it.";
    }

    private static String brief(String fingerprint) {
        return fingerprint.substring(0, Math.min(17, fingerprint.length())) + " …";
    }

    private static void say(String line) {
        System.out.println(line);
    }

    private static int stop(@Nullable String sentence) {
        System.err.println(sentence);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
