package org.franklin.client.compose;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

import org.franklin.client.datacenter.draft.Habits;
import org.franklin.client.datacenter.draft.PrintPlan;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.ui.Background;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Which printers there are, which one is chosen, and what was chosen for earlier pieces.
final class PrinterChoice {

    private final ReadOnlyObjectWrapper<List<PrintRoom>> rooms =
            new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<Optional<PrintRoom>> room =
            new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Habits> habits = new ReadOnlyObjectWrapper<>(Habits.NONE);
    private final Desk desk;
    private final Background background;

    PrinterChoice(Desk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /// The names of the printers, as they are offered.
    ObservableValue<List<String>> names() {
        return rooms.map(found -> found.stream().map(PrintRoom::name).toList());
    }

    /// The name of the chosen printer; empty until the printers are known.
    ObservableValue<String> name() {
        return room.map(chosen -> chosen.map(PrintRoom::name).orElse(""));
    }

    /// Chooses one of the printers by its name.
    void choose(String name) {
        rooms.get().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .ifPresent(each -> room.set(Optional.of(each)));
    }

    /// Where the piece comes out; nothing until the printers are known.
    ObjectProperty<Optional<PrintRoom>> roomProperty() {
        return room;
    }

    ReadOnlyObjectProperty<Habits> habitsProperty() {
        return habits.getReadOnlyProperty();
    }

    /// Reads what was chosen for the last piece, hands it over, and looks for printers.
    void begin(Consumer<Habits> known) {
        background.run(
                desk::habits,
                found -> {
                    habits.set(found);
                    known.accept(found);
                    background.run(desk::printRooms, this::found);
                });
    }

    /// Keeps what was chosen for a piece that goes to a printer.
    void remember(PrintPlan.Kept plan, String printer) {
        var habit = habits.get().after(plan, printer);
        background.run(
                () -> {
                    desk.keep(habit);
                    return habit;
                },
                habits::set);
    }

    private void found(List<PrintRoom> found) {
        rooms.set(found);
        room.set(
                found.stream()
                        .filter(each -> each.name().equals(habits.get().printer()))
                        .findFirst()
                        .or(() -> found.stream().findFirst()));
    }
}
