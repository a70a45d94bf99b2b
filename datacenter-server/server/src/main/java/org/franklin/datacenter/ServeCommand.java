package org.franklin.datacenter;

import org.franklin.box.health.CheckedRandom;
import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "serve",
        header = "Serves an installation until Ctrl-C.",
        description = "Opens the installation, which init has made, and serves apps.",
        footer = {
            "",
            "Examples:",
            "  franklin-datacenter serve --dir /srv/franklin",
            "  franklin-datacenter serve --dir /srv/franklin --port 0",
            "  franklin-datacenter serve --dir /srv/franklin --passphrase-file /run/passphrase"
        })
final class ServeCommand implements Callable<Integer> {

    private static final int AS_CONFIGURED = -1;

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private FolderOption folder = new FolderOption();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where apps reach it, instead of the configured port; 0 is any free one.")
    private int port = AS_CONFIGURED;

    @Option(
            names = "--operator-port",
            paramLabel = "PORT",
            description = "Health and metrics, instead of the configured port; 0 is any free one.")
    private int operatorPort = AS_CONFIGURED;

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(command);
        return terminal.opened(
                Installation.open(folder.dir()),
                opening,
                installation -> serve(terminal, installation));
    }

    private int serve(Terminal terminal, Installation installation) throws Exception {
        terminal.warn(installation);
        Logs.toFolder(installation.folder().logs());
        var configured = installation.config();
        var config =
                configured.onPorts(
                        port == AS_CONFIGURED ? configured.port() : port,
                        operatorPort == AS_CONFIGURED ? configured.operatorPort() : operatorPort);
        var dataCenter =
                new DataCenter(installation, config, Clock.systemUTC(), CheckedRandom.ofMachine());
        try {
            terminal.introduce(folder.dir(), dataCenter);
        } catch (IllegalStateException e) {
            dataCenter.close();
            return terminal.refuse(String.valueOf(e.getMessage()));
        }
        return terminal.untilTheEnd();
    }
}
