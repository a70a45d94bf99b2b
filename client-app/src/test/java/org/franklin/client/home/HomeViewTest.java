package org.franklin.client.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.application.ColorScheme;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

import org.franklin.client.App;
import org.franklin.client.Camera;
import org.franklin.client.FakeDesk;
import org.franklin.client.Paid;
import org.franklin.client.datacenter.draft.PaidPiece;
import org.franklin.client.datacenter.outcome.Asked;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Immediate;
import org.franklin.client.ui.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeoutException;

/// Home as it is once the program has a window for every errand.
class HomeViewTest {

    private final FakeDesk desk = new FakeDesk();
    private final FxRobot robot = new FxRobot();
    private final List<Errand> run = new ArrayList<>();
    private final List<PaidPiece> printed = new ArrayList<>();

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.cleanupStages();
    }

    @Test
    void leadsToEveryWindow() throws TimeoutException {
        desk.purchases.addAll(Paid.aMonth());
        var scene = show();
        robot.interact(() -> {
            Camera.take(scene, "home-errands-light");
            scene.getPreferences().setColorScheme(ColorScheme.DARK);
        });
        robot.interact(() -> {
            Camera.take(scene, "home-errands-dark");
            scene.getPreferences().setColorScheme(ColorScheme.LIGHT);
            robot.lookup(".big").queryAllAs(ButtonBase.class).forEach(ButtonBase::fire);
            robot.lookup(".hyperlink").queryAs(ButtonBase.class).fire();
            robot.lookup(node ->
                            node instanceof ButtonBase button
                                    && button.getText().equals("_Print it now"))
                    .queryAs(ButtonBase.class)
                    .fire();
        });

        assertEquals(List.of(Errand.NEW_PIECE, Errand.NEW_BATCH, Errand.ALL_PIECES), run);
        assertEquals(1, printed.size());
    }

    @Test
    void offersASampleOnTheFirstDay() throws TimeoutException {
        var scene = show();
        robot.interact(() -> Camera.take(scene, "home-first-day-light"));
        robot.interact(() -> robot.lookup(".large.accent").queryAs(ButtonBase.class).fire());

        assertEquals(List.of(Errand.PRINT_SAMPLE), run);
    }

    private Scene show() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        var stage = FxToolkit.registerStage(Stage::new);
        robot.interact(() -> {
            var model = new HomeModel(desk, new Immediate(), App.CLOCK);
            var errands = new Errand.Runner(EnumSet.allOf(Errand.class), run::add, printed::add);
            var view = new HomeView(model, errands, new Dates(App.CLOCK.getZone()));
            stage.setScene(new Scene(new StackPane(view), 760, 568));
            Theme.follow(stage.getScene());
            stage.setX(0);
            stage.setY(0);
            stage.show();
            model.refresh();
            model.account(new Asked.Given<>(Paid.balance("87.26")));
        });
        return stage.getScene();
    }
}
