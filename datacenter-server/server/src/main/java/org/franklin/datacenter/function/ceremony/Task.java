package org.franklin.datacenter.function.ceremony;

import org.franklin.box.ceremony.Statement;
import org.franklin.model.meter.SerialNumber;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What keepers can ask for, as they say it: `unlatch-meter`, `unlatch-box`, `heal`, `reprovision`.
public enum Task {
    UNLATCH_METER(Statement.Kind.UNLATCH),
    UNLATCH_BOX(Statement.Kind.UNLATCH_BOX),
    HEAL(Statement.Kind.HEAL),
    REPROVISION(Statement.Kind.REPROVISION);

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

    /// What is wrong with asking this about that meter, or about none.
    Optional<String> misfit(Optional<SerialNumber> meter) {
        return switch (this) {
            case UNLATCH_METER ->
                    meter.isPresent()
                            ? Optional.empty()
                            : Optional.of("Say which meter: --meter NUMBER.");
            case UNLATCH_BOX, REPROVISION ->
                    meter.isPresent()
                            ? Optional.of("This is about a whole box: leave out --meter.")
                            : Optional.empty();
            case HEAL -> Optional.empty();
        };
    }
}
