package org.franklin.datacenter;

import org.franklin.box.health.CheckedRandom;
import org.franklin.datacenter.command.FolderOption;
import org.franklin.datacenter.keymanagement.custody.OpeningOptions;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.Callable;

@Command(
        name = "demo",
        header = "Serves a demo with one mailer and $100.00 of specimen postage.",
        description =
                "Makes an installation if there is none, signs up \"Franklin Demo Office\" (user"
                        + " name demo), and serves on free ports until Ctrl-C.",
        footer = {"", "Example:", "  franklin-datacenter demo --dir ~/franklin-demo"})
final class DemoCommand implements Callable<Integer> {

    @Spec private CommandSpec command = CommandSpec.create();

    @Mixin private FolderOption folder = new FolderOption();

    @Mixin private OpeningOptions opening = new OpeningOptions();

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "Where apps reach it (default: any free port).")
    private int port;

    @Override
    public Integer call() throws Exception {
        var terminal = new Terminal(command);
        var random = CheckedRandom.ofMachine();
        var installation =
                Installation.exists(folder.dir())
                        ? Installation.open(folder.dir())
                        : Installation.create(
                                folder.dir(), DataCenterConfig.USUAL, Clock.systemUTC(), random);
        return terminal.opened(installation, opening, opened -> serve(terminal, opened, random));
    }

    private int serve(Terminal terminal, Installation installation, SecureRandom random)
            throws Exception {
        terminal.warn(installation);
        Logs.toFolder(installation.folder().logs());
        var config = installation.config().onPorts(port, 0);
        var dataCenter = new DataCenter(installation, config, Clock.systemUTC(), random);
        var office = new DemoOffice(dataCenter, random);
        try {
            office.furnish();
            terminal.introduce(folder.dir(), dataCenter);
        } catch (IllegalStateException e) {
            dataCenter.close();
            return terminal.refuse(String.valueOf(e.getMessage()));
        }
        terminal.say("  user name  " + DemoOffice.USER);
        terminal.say("  password   in " + office.passwordFile());
        return terminal.untilTheEnd();
    }
}
