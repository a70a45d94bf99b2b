package org.franklin.client;

import javafx.scene.layout.Region;

import org.franklin.client.compose.ComposeView;
import org.franklin.client.compose.LeftView;
import org.franklin.client.compose.Ways;
import org.franklin.client.compose.payment.Stage;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.datacenter.outcome.Balance;
import org.franklin.client.datacenter.outcome.Refusal;
import org.franklin.client.datacenter.outcome.Resumed;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.funds.FundsModel;
import org.franklin.client.funds.FundsView;
import org.franklin.client.history.HistoryModel;
import org.franklin.client.history.HistoryView;
import org.franklin.client.history.piece.Computer;
import org.franklin.client.home.Errand;
import org.franklin.client.home.HomeModel;
import org.franklin.client.home.HomeView;
import org.franklin.client.recovery.RecoveryModel;
import org.franklin.client.recovery.RecoveryView;
import org.franklin.client.shell.Doors;
import org.franklin.client.shell.HelpView;
import org.franklin.client.shell.ShellModel;
import org.franklin.client.shell.ShellView;
import org.franklin.client.shell.Task;
import org.franklin.client.signon.SignOnModel.Reply;
import org.franklin.client.ui.Background;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;
import org.franklin.model.mailer.PaymentMethod;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// The windows of one mailer who is signed on, in their shell, and the ways between them.
///
/// A window is added here: its task in [#TASKS], its content in [#windows], its errands in
/// [#errands].
final class Office implements Doors {

    private static final List<Task> TASKS = List.of(Task.HOME, Task.NEW_PIECE, Task.HISTORY);

    private final Session session;
    private final FranklinDesk desk;
    private final Background background;
    private final Overlay overlay;
    private final Consumer<Reply> leave;
    private final Dates dates;
    private final HomeModel home;
    private final HistoryModel history;
    private final HistoryView pieces;
    private final ShellModel shell;
    private final ShellView view;
    private final Map<Task, Region> windows = new EnumMap<>(Task.class);
    private final NewPieces newPieces;
    private PaymentMethod method = PaymentMethod.SANDBOX_ACH;

    /// `leave` ends the session, for the reason that the mailer is told.
    Office(Session session, Surroundings around, Consumer<Reply> leave) {
        this.session = session;
        this.desk = around.desk();
        this.background = around.background();
        this.overlay = around.overlay();
        this.leave = leave;
        var clock = around.clock();
        dates = new Dates(clock.getZone());
        home = new HomeModel(desk, background, clock);
        shell = new ShellModel(TASKS, desk, background, clock);
        shell.personProperty().set(session.user().text());
        shell.meterProperty().set(session.serial().toString());
        shell.onAccount(this::account);
        newPieces = newPieces(around);
        windows.put(Task.HOME, new HomeView(home, errands(), dates));
        windows.put(Task.NEW_PIECE, newPieces.view());
        var here = new Computer(session.device(), clock.getZone());
        history = new HistoryModel(desk, desk::printRoom, background, here);
        history.onSettled(this::refresh);
        pieces =
                new HistoryView(
                        history, new HistoryDoors(overlay, () -> turnTo(Task.NEW_PIECE)), dates);
        windows.put(Task.HISTORY, pieces);
        view = new ShellView(shell, this, dates);
        shell.taskProperty().subscribe(task -> turnTo(task, LocalDate.now(clock)));
    }

    Session session() {
        return session;
    }

    ShellView view() {
        return view;
    }

    /// Finishes what an earlier run left open, and says what is paid and not printed.
    void open() {
        refresh();
        view.begin();
        background.run(desk::resume, this::resumed);
    }

    void refresh() {
        newPieces.tellPrinter();
        shell.refresh();
        home.refresh();
        if (shell.taskProperty().get() == Task.HISTORY) {
            history.refresh();
        }
    }

    /// Opens the task with this number, counted from 0; nothing if there are fewer.
    void turnTo(int number) {
        if (number < TASKS.size()) {
            shell.taskProperty().set(TASKS.get(number));
        }
    }

    /// Opens New piece. A piece that is printed makes room for a blank one.
    void newPiece() {
        turnTo(Task.NEW_PIECE);
        if (newPieces.model().stageProperty().get() instanceof Stage.Printed) {
            nextPiece();
        }
    }

    /// Asks again, at once, for all that is not known.
    void checkNow() {
        newPieces.model().check();
        refresh();
    }

    /// Opens a task, if there is a window for it.
    void turnTo(Task task) {
        if (windows.containsKey(task)) {
            shell.taskProperty().set(task);
        }
    }

    /// Puts the caret where one looks for something, or writes whom to.
    void search() {
        if (shell.taskProperty().get() == Task.NEW_PIECE) {
            newPieces.view().begin();
        }
        if (shell.taskProperty().get() == Task.HISTORY) {
            pieces.search();
        }
    }

    /// Says what the open window is for, and its keys.
    void help() {
        var dialogue = new HelpView(shell.taskProperty().get(), overlay::hide);
        overlay.show(dialogue, () -> {});
        dialogue.begin();
    }

    /// Prints a void sample of what is written under New piece.
    void printSample() {
        turnTo(Task.NEW_PIECE);
        newPieces.model().printSample();
    }

    @Override
    public void addFunds() {
        var model = new FundsModel(method, desk, background, UUID::randomUUID);
        var dialogue = FundsView.dialogue(model, overlay::hide);
        overlay.show(
                dialogue,
                () -> {
                    model.close();
                    refresh();
                });
        model.progressProperty().subscribe(_ -> shell.refresh());
        dialogue.begin();
    }

    @Override
    public void signOut() {
        leave.accept(new Reply.None());
    }

    private Errand.Runner errands() {
        return new Errand.Runner(
                Set.of(Errand.ADD_FUNDS, Errand.NEW_PIECE, Errand.PRINT_SAMPLE, Errand.ALL_PIECES),
                errand -> {
                    switch (errand) {
                        case ADD_FUNDS -> addFunds();
                        case NEW_PIECE -> newPiece();
                        case PRINT_SAMPLE -> printSample();
                        case NEW_BATCH -> turnTo(Task.BATCH);
                        case ALL_PIECES -> turnTo(Task.HISTORY);
                    }
                },
                piece -> recover(List.of(piece)));
    }

    private void turnTo(Task task, LocalDate today) {
        shell.lineProperty()
                .set(
                        task == Task.HOME
                                ? dates.today(today)
                                : Texts.of(Office.class).say("line", task));
        view.show(windows.getOrDefault(task, new Region()));
        home.refresh();
        if (task == Task.NEW_PIECE) {
            newPieces.view().begin();
        }
        if (task == Task.HISTORY) {
            history.refresh();
            pieces.search();
        }
    }

    private NewPieces newPieces(Surroundings around) {
        var ways =
                new Ways(
                        this::nextPiece, this::addFunds, this::signOut, () -> turnTo(Task.HISTORY));
        return new NewPieces(
                session,
                around,
                dates,
                ways,
                new NewPieces.Told(
                        shell.printerProperty()::set, this::refresh, this::tellNotCharged));
    }

    private void nextPiece() {
        newPieces.next();
        showPiece();
    }

    private void showPiece() {
        windows.put(Task.NEW_PIECE, newPieces.view());
        shell.taskProperty().set(Task.NEW_PIECE);
        view.show(newPieces.view());
        newPieces.view().begin();
        refresh();
    }

    /// A piece that was left for another one was not charged: its mailer hears it wherever they
    /// are.
    private void tellNotCharged(ComposeView left) {
        Runnable show =
                () -> {
                    overlay.hide();
                    newPieces.turnBackTo(left);
                    showPiece();
                };
        var dialogue = new LeftView(left.model(), show, overlay::hide);
        overlay.show(dialogue, () -> {});
        dialogue.begin();
    }

    private void account(Asked<Balance> asked) {
        home.account(asked);
        newPieces.model().account(asked);
        switch (asked) {
            case Asked.Given<Balance>(var balance) -> method = balance.account().paymentMethod();
            case Asked.NotGiven<Balance>(Refusal.SignedOut why) ->
                    leave.accept(new Reply.Refused(why));
            case Asked.NotGiven<Balance> _ -> {}
        }
    }

    private void resumed(Resumed resumed) {
        refresh();
        if (!resumed.unprinted().isEmpty() && !overlay.isShown()) {
            recover(resumed.unprinted());
        }
    }

    private void recover(List<PaidPiece> pieces) {
        var model = new RecoveryModel(pieces, desk, desk::printRoom, background);
        var dialogue = new RecoveryView(model, dates, overlay::hide);
        overlay.show(dialogue, home::refresh);
        dialogue.begin();
    }
}
