package org.franklin.datacenter.keyfile;

import org.franklin.datacenter.function.keys.ExportKeys;
import org.franklin.datacenter.keymanagement.custody.Secrets;

import picocli.CommandLine;

import java.nio.file.Path;

/// How the command comes to the keys of an installation, which nobody may be serving meanwhile; it
/// is closed when the work is done.
public interface Opener {

    /// What is done with them; the result is the exit code.
    interface Work {
        int with(ExportKeys keys) throws Exception;
    }

    /// `secrets` open the boxes' seal. A refusal is told on the command's error stream.
    int open(CommandLine command, Path dir, Secrets secrets, Work work) throws Exception;
}
