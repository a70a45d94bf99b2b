package org.franklin.box.manufacturing;

import java.nio.file.Path;

/// What came of opening a sealed seed.
public sealed interface Opened<T> {

    record Seed<T>(T seed) implements Opened<T> {}

    /// The seed's file is not there.
    record Missing<T>(Path file) implements Opened<T> {}

    /// The file was changed or cut, or was sealed with another key; which of these cannot be told.
    record NotOpenable<T>(Path file) implements Opened<T> {}

    /// The file was sealed for another box.
    record WrongBox<T>(Path file, String box) implements Opened<T> {}
}
