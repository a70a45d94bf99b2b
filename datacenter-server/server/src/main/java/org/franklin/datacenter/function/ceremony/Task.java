package org.franklin.datacenter.function.ceremony;

import org.franklin.box.ceremony.CeremonyAnswer.Described;
import org.franklin.box.ceremony.Statement;
import org.franklin.box.meter.MeterBox;
import org.franklin.model.meter.SerialNumber;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What keepers can ask for, as they say it: `unlatch-meter`, `unlatch-box`, `heal`, `reprovision`,
/// `export-token-keys`.
public enum Task {
    UNLATCH_METER(Statement.Kind.UNLATCH),
    UNLATCH_BOX(Statement.Kind.UNLATCH_BOX),
    HEAL(Statement.Kind.HEAL),
    REPROVISION(Statement.Kind.REPROVISION),
    EXPORT_TOKEN_KEYS(Statement.Kind.EXPORT_TOKEN_KEYS);

    private final Statement.Kind kind;

    Task(Statement.Kind kind) {
        this.kind = kind;
    }

    Statement.Kind kind() {
        return kind;
    }

    public static Optional<Task> named(String word) {
        return Stream.of(values()).filter(task -> task.word().equals(word)).findFirst();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Whether a box is to hold it, about this subject or about none.
    boolean concerns(Described box, Optional<String> subject) {
        return switch (this) {
            case UNLATCH_METER -> box.box().equals(MeterBox.NAME);
            case HEAL -> subject.isEmpty() || box.box().equals(MeterBox.NAME);
            case UNLATCH_BOX, REPROVISION -> !box.stopped().isEmpty();
            case EXPORT_TOKEN_KEYS -> box.tokenKeys() && box.subjects() > 0;
        };
    }

    /// What is wrong with asking this about that meter and verifier, or about none.
    Optional<String> misfit(Optional<SerialNumber> meter, Optional<Path> verifier) {
        if (verifier.isPresent() != (this == EXPORT_TOKEN_KEYS)) {
            return Optional.of(
                    verifier.isPresent()
                            ? "This is for no verifier: leave out --verifier."
                            : "Say for which verifier: --verifier FILE, its public half.");
        }
        return switch (this) {
            case UNLATCH_METER ->
                    meter.isPresent()
                            ? Optional.empty()
                            : Optional.of("Say which meter: --meter NUMBER.");
            case EXPORT_TOKEN_KEYS ->
                    meter.isPresent()
                            ? Optional.of("This is about all meters: leave out --meter.")
                            : Optional.empty();
            case UNLATCH_BOX, REPROVISION ->
                    meter.isPresent()
                            ? Optional.of("This is about a whole box: leave out --meter.")
                            : Optional.empty();
            case HEAL -> Optional.empty();
        };
    }
}
