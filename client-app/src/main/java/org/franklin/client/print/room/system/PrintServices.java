package org.franklin.client.print.room.system;

import org.franklin.client.print.Stock;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.print.PrintService;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.standard.Media;
import javax.print.attribute.standard.MediaPrintableArea;
import javax.print.attribute.standard.MediaSize;
import javax.print.attribute.standard.MediaSizeName;
import javax.print.attribute.standard.PrinterResolution;

/// Reads from a Java print service what its driver says that the printer can do.
final class PrintServices {

    private static final int INCH = MediaSize.INCH;

    private PrintServices() {}

    static Capabilities capabilities(PrintService service) {
        var sheets = new ArrayList<Sheet>();
        boolean anySize = true;
        if (service.getSupportedAttributeValues(Media.class, null, null) instanceof Media[] all) {
            anySize = all.length == 0;
            for (Media media : all) {
                if (media instanceof MediaSizeName name) {
                    var size = MediaSize.getMediaSizeForName(name);
                    // A size without measures is the one that a job names itself.
                    anySize |= size == null;
                    if (size != null) {
                        sheets.add(sheet(service, name, size));
                    }
                }
            }
        }
        return new Capabilities(resolution(service), anySize, sheets);
    }

    /// The edges are asked for only where they matter: some drivers take their time.
    private static Sheet sheet(PrintService service, MediaSizeName name, MediaSize size) {
        var whole = new Sheet(size.getX(INCH), size.getY(INCH), 0, 0);
        return isStock(whole)
                        && service.getSupportedAttributeValues(
                                        MediaPrintableArea.class,
                                        null,
                                        new HashPrintRequestAttributeSet(name))
                                instanceof MediaPrintableArea[] areas
                        && areas.length > 0
                ? within(whole, areas[0])
                : whole;
    }

    private static boolean isStock(Sheet sheet) {
        return Arrays.stream(Stock.values())
                .map(stock ->
                        new Page(stock.width(), stock.height(), Resolution.DPI_600, List.of()))
                .anyMatch(sheet::isFor);
    }

    /// Java on CUPS takes the right and upper edges of an area for its width and height, which
    /// hides what is blank there; so opposite edges count as equal.
    private static Sheet within(Sheet whole, MediaPrintableArea area) {
        double x = area.getX(INCH);
        double y = area.getY(INCH);
        return new Sheet(
                whole.width(),
                whole.height(),
                Math.max(x, whole.width() - x - area.getWidth(INCH)),
                Math.max(y, whole.height() - y - area.getHeight(INCH)));
    }

    private static Resolution resolution(PrintService service) {
        return usual(service)
                .flatMap(dpi ->
                        Arrays.stream(Resolution.values())
                                .filter(resolution -> resolution.dpi() == dpi)
                                .findFirst())
                .orElse(Capabilities.UNKNOWN.resolution());
    }

    private static Optional<Integer> usual(PrintService service) {
        if (service.getDefaultAttributeValue(PrinterResolution.class)
                instanceof PrinterResolution usual) {
            return Optional.of(usual.getFeedResolution(PrinterResolution.DPI));
        }
        return service.getSupportedAttributeValues(PrinterResolution.class, null, null)
                                instanceof PrinterResolution[] all
                        && all.length > 0
                ? Optional.of(all[0].getFeedResolution(PrinterResolution.DPI))
                : Optional.empty();
    }
}
