package org.franklin.datacenter.command;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// The option that names the installation which a command is about.
public final class FolderOption {

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the installation.")
    private Path dir = Path.of("");

    public Path dir() {
        return dir;
    }
}
