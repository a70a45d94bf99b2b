package org.franklin.datacenter.command;

import org.franklin.datacenter.keymanagement.custody.Secrets;

import picocli.CommandLine;

import java.nio.file.Path;

/// How a command comes to a part of an installation, which nobody may be serving meanwhile; all is
/// closed when the work is done.
public interface Opener<T> {

    /// What is done with the part; the result is the exit code.
    interface Work<T> {
        int with(T part) throws Exception;
    }

    /// `secrets` open the boxes' seal. A refusal is told on the command's error stream.
    int open(CommandLine command, Path dir, Secrets secrets, Work<T> work) throws Exception;
}
