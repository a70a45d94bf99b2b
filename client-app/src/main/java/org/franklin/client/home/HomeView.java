package org.franklin.client.home;

import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

import org.franklin.client.home.HomeModel.Newest;
import org.franklin.client.ui.Dates;
import org.franklin.client.ui.Texts;

/// Lays out home.
public final class HomeView extends VBox {

    public HomeView(HomeModel model, Errand.Runner errands, Dates dates) {
        super(24);
        var texts = Texts.of(HomeView.class);
        var newest = new NewestView(model, errands, texts, dates);
        var firstDay = new FirstDay(errands, texts);
        VBox.setVgrow(firstDay, Priority.ALWAYS);
        getChildren()
                .addAll(
                        new Panels(model, errands, texts, new SpendingPanel(model, texts, dates)),
                        new WaitingView(model, errands, texts, dates),
                        newest,
                        firstDay);
        model.newestProperty()
                .subscribe(now -> {
                    showIf(newest, now instanceof Newest.Pieces);
                    showIf(firstDay, now instanceof Newest.None);
                });
    }

    private static void showIf(Region part, boolean isShown) {
        part.setVisible(isShown);
        part.setManaged(isShown);
    }
}
