package org.franklin.client.compose.preview;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

import org.franklin.client.print.LaidOut;
import org.franklin.client.print.ScreenPicture;
import org.franklin.client.print.Stock;
import org.franklin.client.ui.Background;

import java.util.Optional;
import java.util.function.Supplier;

/// Draws the preview in the background with the code that prints. While one picture is drawn, only
/// the last wish for another is kept, so that the preview follows the fastest typing.
public final class Previewing {

    /// What is to be drawn, and at how many percent of its true size.
    public record Wish(Supplier<LaidOut> page, Stock stock, int percent) {}

    /// Pixels of a window to an inch, at 100 %.
    public static final double PIXELS_PER_INCH = 96;

    private static final double WHOLE = 100;

    private final ReadOnlyObjectWrapper<Picture> picture =
            new ReadOnlyObjectWrapper<>(new Picture.None());
    private final Background background;
    private Optional<Wish> next = Optional.empty();
    private boolean isDrawing;

    public Previewing(Background background) {
        this.background = background;
    }

    public ReadOnlyObjectProperty<Picture> pictureProperty() {
        return picture.getReadOnlyProperty();
    }

    public void draw(Wish wish) {
        if (isDrawing) {
            next = Optional.of(wish);
        } else {
            isDrawing = true;
            background.run(() -> drawn(wish), this::show);
        }
    }

    /// The widest paper of a stock, in whole percent of its true size, that fits a place on the
    /// screen; at most its true size.
    public static int percent(Stock stock, double width, double height) {
        double wide = width / (stock.width() * PIXELS_PER_INCH);
        double high = height / (stock.height() * PIXELS_PER_INCH);
        return (int) Math.clamp(Math.floor(WHOLE * Math.min(wide, high)), 1, WHOLE);
    }

    /// How wide a paper is on the screen, in pixels of the window.
    public static double width(Stock stock, int percent) {
        return stock.width() * PIXELS_PER_INCH * percent / WHOLE;
    }

    private void show(Picture drawn) {
        picture.set(drawn);
        isDrawing = false;
        var wish = next;
        next = Optional.empty();
        wish.ifPresent(this::draw);
    }

    private static Picture drawn(Wish wish) {
        return switch (wish.page().get()) {
            case LaidOut.DoesNotFit(var reason) -> new Picture.DoesNotFit(reason);
            case LaidOut.Fits(var page) ->
                    new Picture.Drawn(
                            ScreenPicture.draw(page, width(wish.stock(), wish.percent())),
                            wish.stock(),
                            wish.percent());
        };
    }
}
