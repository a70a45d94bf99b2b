package org.franklin.datacenter.keymanagement.custody;

import picocli.CommandLine.Option;

import java.nio.file.Path;

/// The options that say which PKCS#11 token is to keep a seal key.
final class TokenOptions {

    private static final Path NONE = Path.of("");

    @Option(
            names = "--token-library",
            paramLabel = "PATH",
            description = "With --seal token: the PKCS#11 library of the token's maker.")
    private Path library = NONE;

    @Option(
            names = "--token-label",
            paramLabel = "LABEL",
            description = "With --seal token: the token's label.")
    private String label = "";

    Path library() {
        return library;
    }

    String label() {
        return label;
    }

    boolean areNotGiven() {
        return library.equals(NONE) && label.isEmpty();
    }
}
