package org.franklin.datacenter;

import org.franklin.box.health.CheckedRandom;
import org.franklin.box.keeper.Keepers;
import org.franklin.box.suite.Cryptography;
import org.franklin.box.suite.Suite;
import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.keymanagement.custody.FirstSealOptions;
import org.franklin.datacenter.keymanagement.custody.PrintedShares;
import org.franklin.datacenter.keymanagement.custody.Secrets;
import org.franklin.datacenter.keymanagement.keeper.KeepersOption;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "init",
        header = "Makes an installation: keys, boxes, database, configuration.",
        description =
                "Makes a new data center in a folder that is empty or not there: makes every key,"
                    + " tells which box got which, with check values that name a key and do not"
                    + " tell it, and prints the fingerprint of the certificate that apps trust it"
                    + " by. The record for the auditor lies in DIR/ceremony, signed by the Post's"
                    + " root: openssl dgst -sha256 -verify takes it.",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter init --dir /srv/franklin",
            "  franklin-datacenter init --dir /srv/franklin --name post.example.org",
            "  franklin-datacenter init --dir /srv/museum --suite PATENT_1998",
            "  franklin-datacenter init --dir /srv/museum --suite PATENT_1998 --one-key-set",
            "  franklin-datacenter init --dir /srv/franklin \\",
            "      --keeper ann.key.pub --keeper bob.key.pub",
            "  franklin-datacenter init --dir /srv/franklin --seal passphrase",
            "  franklin-datacenter init --dir /srv/franklin --seal shares --custodians 3of5",
            "  franklin-datacenter init --dir /srv/franklin --seal token \\",
            "      --token-library /usr/lib/softhsm/libsofthsm2.so --token-label franklin"
        })
final class InitCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private FolderOption folder = new FolderOption();

    @Mixin private FirstSealOptions seal = new FirstSealOptions();

    @Option(
            names = "--name",
            paramLabel = "HOST",
            description = "A DNS name or IP address under which apps reach it; may be repeated.")
    private List<String> names = List.of();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where apps reach it (default: 8443; 0 is any free port).")
    private int port = DataCenterConfig.USUAL.port();

    @Option(
            names = "--suite",
            paramLabel = "SUITE",
            description =
                    "Its cryptography: STANDARD, or PATENT_1998, the triple DES of the patent's"
                            + " year, which is historical. It cannot be changed later (default:"
                            + " STANDARD).")
    private Suite suite = Suite.STANDARD;

    @Option(
            names = "--one-key-set",
            description =
                    "With --suite PATENT_1998: one set of master keys in the meter box for both"
                            + " records and token keys, as the patent allows and does not advise.")
    private boolean oneKeySet;

    @Mixin private KeepersOption keepers = new KeepersOption();

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(command);
        if (oneKeySet && !suite.allowsOneKeySet()) {
            return terminal.refuse(
                    "One set of master keys is the patent's own way. Use --one-key-set with --suite"
                            + " PATENT_1998, or leave it out.");
        }
        DataCenterConfig config;
        try {
            config =
                    DataCenterConfig.USUAL
                            .named(names)
                            .onPorts(port, DataCenterConfig.USUAL.operatorPort());
        } catch (IllegalArgumentException e) {
            return terminal.refuse(String.valueOf(e.getMessage()));
        }
        return switch (keepers.named()) {
            case Keepers.Naming.Refused(var sentence) -> terminal.refuse(sentence);
            case Keepers.Naming.Named(var named) -> make(terminal, config, named);
        };
    }

    private int make(Terminal terminal, DataCenterConfig config, Keepers named) throws Exception {
        var random = CheckedRandom.ofMachine();
        return terminal.opened(
                Installation.create(
                        folder.dir(),
                        config,
                        new Cryptography(suite, oneKeySet),
                        seal,
                        keepers.given(named),
                        Clock.systemUTC(),
                        random),
                Secrets.none(),
                installation -> made(terminal, installation, random));
    }

    /// Opens all of it once, so that what cannot be served is known now.
    private int made(Terminal terminal, Installation installation, SecureRandom random)
            throws Exception {
        var issued = installation.issued();
        try (var dataCenter =
                new DataCenter(installation, installation.config(), Clock.systemUTC(), random)) {
            var certificate = dataCenter.certificate();
            Files.readAllLines(installation.folder().ceremonyRecord()).forEach(terminal::say);
            terminal.say("Made an installation in " + folder.dir().toAbsolutePath().normalize());
            terminal.say("  suite         " + dataCenter.suite());
            if (oneKeySet) {
                terminal.say("  master keys   one set, for records and for token keys");
            }
            terminal.say("  configuration " + installation.folder().config());
            terminal.say("  ceremony      " + installation.folder().ceremonyRecord());
            terminal.say("  CA file       " + certificate.authority());
            terminal.say("  CA SHA-256    " + certificate.printedFingerprint());
            terminal.warnOf(dataCenter.suite());
            new Cryptography(suite, oneKeySet).warning().forEach(terminal::say);
            PrintedShares.print(issued, command.commandLine().getOut());
            terminal.warn(installation);
            keepers.lines(installation.folder().keepers()).forEach(terminal::say);
            terminal.say("Serve it with: franklin-datacenter serve --dir " + folder.dir());
            return Commands.FINE;
        }
    }
}
