package org.franklin.client.print.room.system;

import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.util.List;
import java.util.Optional;

/// What a printer can do, by its driver: what it usually prints dots in, whether it takes sizes
/// that it does not list, and the sheets that it lists.
record Capabilities(Resolution resolution, boolean anySize, List<Sheet> sheets) {

    /// Of a printer whose driver says nothing. Bars on whole dots of 600 dpi lie well on more.
    static final Capabilities UNKNOWN = new Capabilities(Resolution.DPI_600, true, List.of());

    Capabilities {
        sheets = List.copyOf(sheets);
    }

    /// Why a printer of this name cannot print a page whole and in its size.
    Optional<String> refuses(Page page, String printer) {
        var fitting = fitting(page);
        if (fitting.stream().anyMatch(sheet -> sheet.reaches(page))) {
            return Optional.empty();
        }
        if (!fitting.isEmpty()) {
            return Optional.of(
                    "%s cannot print the mark on this stock: it leaves %s blank at the edges."
                                    .formatted(printer, fitting.getFirst().blank())
                            + " Choose another printer or another stock.");
        }
        return anySize
                ? Optional.empty()
                : Optional.of(
                        "%s has no paper size of %s × %s in. Choose another printer."
                                .formatted(
                                        printer,
                                        Media.inches(page.width()),
                                        Media.inches(page.height())));
    }

    /// Whether it surely takes this size only as one that the job names itself.
    boolean isCustom(Page page) {
        return !sheets.isEmpty() && fitting(page).isEmpty();
    }

    private List<Sheet> fitting(Page page) {
        return sheets.stream().filter(sheet -> sheet.isFor(page)).toList();
    }
}
