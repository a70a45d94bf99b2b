package org.franklin.client.shell;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.shell.BalanceLine.AsOf;
import org.franklin.client.shell.BalanceLine.Current;
import org.franklin.client.shell.BalanceLine.PartlyChecking;
import org.franklin.client.shell.BalanceLine.Unknown;
import org.franklin.client.ui.Background;
import org.franklin.model.money.Postage;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Which task is open, what the balance is and how the connection stands.
public final class ShellModel {

    private final ObjectProperty<Task> task;
    private final StringProperty line = new SimpleStringProperty("");
    private final StringProperty person = new SimpleStringProperty("");
    private final StringProperty meter = new SimpleStringProperty("");
    private final StringProperty printer = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<BalanceLine> balance =
            new ReadOnlyObjectWrapper<>(new Unknown());
    private final ReadOnlyObjectWrapper<Line> connection = new ReadOnlyObjectWrapper<>(Line.ASKING);

    private final List<Task> tasks;
    private final Desk desk;
    private final Background background;
    private final InstantSource clock;
    private final List<Consumer<Asked<Balance>>> listeners = new ArrayList<>();
    private BalanceLine lastHeard = new Unknown();

    public ShellModel(List<Task> tasks, Desk desk, Background background, InstantSource clock) {
        this.tasks = List.copyOf(tasks);
        this.task = new SimpleObjectProperty<>(this.tasks.getFirst());
        this.desk = desk;
        this.background = background;
        this.clock = clock;
    }

    List<Task> tasks() {
        return tasks;
    }

    /// The open task. Setting it turns to another.
    public ObjectProperty<Task> taskProperty() {
        return task;
    }

    /// One quiet line under the title.
    public StringProperty lineProperty() {
        return line;
    }

    public StringProperty personProperty() {
        return person;
    }

    public StringProperty meterProperty() {
        return meter;
    }

    /// The printer and its state; empty if there is nothing to say.
    public StringProperty printerProperty() {
        return printer;
    }

    public ReadOnlyObjectProperty<BalanceLine> balanceProperty() {
        return balance.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Line> connectionProperty() {
        return connection.getReadOnlyProperty();
    }

    /// Whoever shows the account beside the shell hears each answer.
    public void onAccount(Consumer<Asked<Balance>> listener) {
        listeners.add(listener);
    }

    /// Asks how the account stands.
    public void refresh() {
        background.run(desk::account, this::heard);
    }

    private void heard(Asked<Balance> asked) {
        switch (asked) {
            case Asked.Given<Balance>(var found) -> {
                connection.set(Line.CONNECTED);
                balance.set(shown(found));
                lastHeard = new AsOf(found.account().registers().descending(), clock.instant());
            }
            case Asked.NotGiven<Balance>(var why) -> {
                connection.set(Line.of(why));
                balance.set(lastHeard);
            }
        }
        listeners.forEach(listener -> listener.accept(asked));
    }

    private static BalanceLine shown(Balance found) {
        Postage descending = found.account().registers().descending();
        return found.setAside().equals(Postage.ZERO)
                ? new Current(descending)
                : new PartlyChecking(descending, found.setAside());
    }
}
