package org.franklin.client;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.util.Subscription;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.funds.FundsModel;
import org.franklin.client.funds.FundsView;
import org.franklin.client.funds.Progress;
import org.franklin.client.signon.IdleModel;
import org.franklin.client.signon.IdleView;
import org.franklin.client.signon.Presence;
import org.franklin.client.signon.SignOnModel;
import org.franklin.client.signon.SignOnModel.Reply;
import org.franklin.client.signon.SignOnView;
import org.franklin.client.signup.Announced;
import org.franklin.client.signup.ContactModel;
import org.franklin.client.signup.SignUpModel;
import org.franklin.client.signup.SignUpView;
import org.franklin.client.ui.Background;
import org.franklin.client.ui.Theme;
import org.franklin.model.mailer.PaymentMethod;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// The one window of the program, and who is in it: nobody yet, somebody who signs up or on, or a
/// mailer at work.
public final class FranklinApp {

    private static final double WIDTH = 1000;
    private static final double HEIGHT = 720;
    private static final double LEAST_WIDTH = 960;
    private static final double LEAST_HEIGHT = 680;

    private final StackPane screen = new StackPane();
    private final Overlay overlay = new Overlay(screen);
    private final Scene scene = new Scene(overlay, WIDTH, HEIGHT);
    private final Keys keys = new Keys(scene, overlay);
    private final Stage stage;
    private final FranklinDesk desk;
    private final Background background;
    private final Clock clock;
    private final RandomGenerator random;
    private final IdleModel idle;
    private Optional<Office> office = Optional.empty();
    private Optional<DataCenterIdentity> dataCenter = Optional.empty();
    private Runnable closed = () -> {};
    private Subscription folding = () -> {};

    public FranklinApp(
            Stage stage,
            FranklinDesk desk,
            Background background,
            Clock clock,
            RandomGenerator random) {
        this.stage = stage;
        this.desk = desk;
        this.background = background;
        this.clock = clock;
        this.random = random;
        this.idle = new IdleModel(background, clock);
    }

    /// Who goes on when the window is closed, and the mailer's folder with it.
    void onClosed(Runnable listener) {
        closed = listener;
    }

    /// Shows the window at once, and fills it when the mailer's folder is open.
    public void start() {
        Theme.follow(scene);
        keys.install();
        // Moves do not count: the toolkit makes them up when a window changes under the mouse.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, _ -> idle.touch());
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, _ -> idle.touch());
        scene.addEventFilter(ScrollEvent.SCROLL, _ -> idle.touch());
        idle.presenceProperty().subscribe(this::notice);
        show(new Region());
        stage.setTitle("Franklin");
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> {
            background.stop();
            desk.close();
            closed.run();
        });
        stage.show();
        background.run(desk::begin, this::begin);
    }

    /// Says that Franklin cannot go on, and why.
    public void stop(Throwable fault) {
        overlay.hide();
        show(new StoppedView(StoppedView.reason(fault), stage::close));
    }

    private void begin(Beginning beginning) {
        switch (beginning) {
            case Beginning.Stopped(var whatToDo) -> show(new StoppedView(whatToDo, stage::close));
            case Beginning.FirstRun(var announced) -> signUp(announced);
            case Beginning.SignOn(var identity, var user) -> {
                dataCenter = Optional.of(identity);
                signOn(user, new Reply.None());
            }
            case Beginning.SignedOn(var identity, var session) -> {
                dataCenter = Optional.of(identity);
                enter(session);
            }
        }
    }

    private void signUp(Announced announced) {
        var contact = new ContactModel(desk, background, announced);
        contact.onKept(identity -> dataCenter = Optional.of(identity));
        var model = new SignUpModel(contact, desk, background);
        var view = new SignUpView(model);
        model.onSignedOn(session -> addFirstFunds(view, session));
        show(view);
        view.begin();
        if (announced instanceof Announced.Key) {
            contact.goOn();
        }
    }

    private void addFirstFunds(SignUpView view, Session session) {
        var model = new FundsModel(PaymentMethod.SANDBOX_ACH, desk, background, UUID::randomUUID);
        Runnable enter =
                () -> {
                    model.close();
                    enter(session);
                };
        var funds = FundsView.inWindow(model, enter);
        view.showFunds(funds, enter);
        model.progressProperty()
                .subscribe(progress -> {
                    if (progress instanceof Progress.Added) {
                        view.finish();
                    }
                });
        funds.begin();
    }

    /// Asks for name and password; what was open before stays as it is.
    private void signOn(String user, Reply why) {
        var model = new SignOnModel(desk, background, why);
        model.onSignedOn(this::enter);
        model.userProperty().set(user);
        var identity = dataCenter.orElseThrow();
        var view =
                new SignOnView(
                        model,
                        identity.address().fingerprint(),
                        () -> signUp(new Announced.Kept(identity)));
        show(view);
        view.begin();
    }

    /// A mailer who comes back finds everything as it was left.
    private void enter(Session session) {
        var entered =
                office.filter(open -> isSame(open.session(), session))
                        .orElseGet(() -> open(session));
        office = Optional.of(entered);
        keys.install(entered);
        show(entered.view());
        idle.begin();
        entered.open();
    }

    private Office open(Session session) {
        var around = new Surroundings(desk, background, clock, random, overlay);
        var opened = new Office(session, around, this::leave);
        folding.unsubscribe();
        folding =
                scene.widthProperty()
                        .subscribe(() -> fold(opened))
                        .and(stage.outputScaleXProperty().subscribe(() -> fold(opened)));
        fold(opened);
        return opened;
    }

    private void fold(Office opened) {
        opened.view().fold(scene.getWidth(), stage.getOutputScaleX());
    }

    private void notice(Presence before, Presence now) {
        boolean wasWarned = before instanceof Presence.Leaving;
        switch (now) {
            case Presence.Nobody _ -> {}
            case Presence.Here _ -> {
                if (wasWarned) {
                    overlay.hide();
                }
            }
            case Presence.Leaving _ -> {
                if (!wasWarned) {
                    var warning = new IdleView(idle, () -> leave(new Reply.None()));
                    overlay.show(warning, () -> {});
                    warning.begin();
                }
            }
            case Presence.TimedOut _ -> leave(new Reply.WasIdle());
        }
    }

    /// Ends the session, and says why the mailer has to sign on again. An office that nobody is in
    /// any more, and that only finishes a piece, ends nothing.
    private void leave(Reply why) {
        office.filter(open -> screen.getChildren().contains(open.view()))
                .ifPresent(open -> {
                    idle.end();
                    overlay.hide();
                    signOn(open.session().user().text(), why);
                    background.run(
                            () -> {
                                desk.signOff();
                                return true;
                            },
                            _ -> {});
                });
    }

    private static boolean isSame(Session before, Session now) {
        return before.mailer().equals(now.mailer()) && before.user().equals(now.user());
    }

    private void show(Node content) {
        screen.getChildren().setAll(content);
    }
}
