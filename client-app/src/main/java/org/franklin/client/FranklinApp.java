package org.franklin.client;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.franklin.client.FranklinDesk.Beginning;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.outcome.Session;
import org.franklin.client.funds.FundsModel;
import org.franklin.client.funds.FundsView;
import org.franklin.client.signon.IdleModel;
import org.franklin.client.signon.IdleView;
import org.franklin.client.signon.Presence;
import org.franklin.client.signon.SignOnModel;
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
    private final IdleModel idle;
    private Optional<Office> office = Optional.empty();
    private Optional<DataCenterIdentity> dataCenter = Optional.empty();
    private boolean idleSignedOut;

    public FranklinApp(Stage stage, FranklinDesk desk, Background background, Clock clock) {
        this.stage = stage;
        this.desk = desk;
        this.background = background;
        this.clock = clock;
        this.idle = new IdleModel(background, clock);
    }

    /// Shows the window at once, and fills it when the mailer's folder is open.
    public void start() {
        Theme.follow(scene);
        keys.install();
        scene.addEventFilter(InputEvent.ANY, _ -> idle.touch());
        idle.presenceProperty().subscribe(this::notice);
        show(new Region());
        stage.setTitle("Franklin");
        stage.setScene(scene);
        stage.setMinWidth(LEAST_WIDTH);
        stage.setMinHeight(LEAST_HEIGHT);
        stage.setOnHidden(_ -> desk.close());
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
                signOn(user).begin();
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
        funds.begin();
    }

    /// Asks for name and password; what was open before stays as it is.
    private SignOnView signOn(String user) {
        var model = new SignOnModel(desk, background, this::enter);
        model.userProperty().set(user);
        if (idleSignedOut) {
            model.wasIdle();
        }
        var identity = dataCenter.orElseThrow();
        var view =
                new SignOnView(
                        model,
                        identity.address().fingerprint(),
                        () -> signUp(new Announced.Kept(identity)));
        show(view);
        return view;
    }

    /// A mailer who comes back finds everything as it was left.
    private void enter(Session session) {
        boolean isBack = office.filter(open -> isSame(open.session(), session)).isPresent();
        if (!isBack) {
            office = Optional.of(open(session));
        }
        idleSignedOut = false;
        var now = office.orElseThrow();
        keys.install(now);
        show(now.view());
        idle.begin();
        now.open();
    }

    private Office open(Session session) {
        var opened = new Office(session, desk, background, clock, overlay, this::signOut);
        scene.widthProperty().subscribe(() -> fold(opened));
        stage.outputScaleXProperty().subscribe(() -> fold(opened));
        fold(opened);
        return opened;
    }

    private void fold(Office opened) {
        opened.view().fold(scene.getWidth(), stage.getOutputScaleX());
    }

    private void signOut() {
        idle.end();
    }

    private void notice(Presence before, Presence now) {
        switch (now) {
            case Presence.Here _ -> {
                if (before instanceof Presence.Leaving) {
                    overlay.hide();
                }
            }
            case Presence.Leaving _ -> {
                if (!(before instanceof Presence.Leaving)) {
                    var warning = new IdleView(idle, this::signOut);
                    overlay.show(warning, () -> {});
                    warning.begin();
                }
            }
            case Presence.Gone _ -> leave(before instanceof Presence.Leaving);
        }
    }

    private void leave(boolean wasIdle) {
        overlay.hide();
        idleSignedOut = wasIdle;
        office.ifPresent(open -> {
            background.run(
                    () -> {
                        desk.signOff();
                        return true;
                    },
                    _ -> signOn(open.session().user().text()).begin());
        });
    }

    private static boolean isSame(Session before, Session now) {
        return before.mailer().equals(now.mailer()) && before.user().equals(now.user());
    }

    private void show(Node content) {
        screen.getChildren().setAll(content);
    }
}
