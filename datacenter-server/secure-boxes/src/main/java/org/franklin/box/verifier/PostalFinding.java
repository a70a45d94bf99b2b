package org.franklin.box.verifier;

import org.franklin.model.meter.SerialNumber;

/// What the Post's token of a symbol shows.
public sealed interface PostalFinding {

    record Genuine() implements PostalFinding {}

    record Altered() implements PostalFinding {}

    /// The export is older than the meter, or of another installation.
    record NoKey(SerialNumber serial) implements PostalFinding {}

    /// What the meter box sealed does not open, though it signed it.
    record NotOpened(SerialNumber serial) implements PostalFinding {}

    default boolean isGenuine() {
        return this instanceof Genuine;
    }

    /// One sentence for a clerk.
    default String sentence() {
        return switch (this) {
            case Genuine _ -> "Genuine specimen, by its postal token.";
            case Altered _ -> "Altered, do not accept: the postal token does not fit the data.";
            case NoKey(var serial) ->
                    "Not proven: the sealed keys have none of meter "
                            + serial
                            + ". Ask for a newer file.";
            case NotOpened(var serial) ->
                    "Not proven: the sealed key of meter " + serial + " does not open.";
        };
    }
}
