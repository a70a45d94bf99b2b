package org.franklin.client.print.room;

import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// Saves each page as a PDF in one folder, under its title.
public final class PdfRoom implements PrintRoom {

    public static final String NAME = "Save as PDF";

    private final Path folder;
    private final PdfRenderer renderer = new PdfRenderer();

    public PdfRoom(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Resolution resolution() {
        return Resolution.DPI_600;
    }

    @Override
    public Readiness readiness() {
        return new Readiness.Ready();
    }

    @Override
    public Printing print(Page page, String title) {
        return save(page, folder.resolve(title + ".pdf"));
    }

    /// Whole or not at all, so that nobody mails half a page.
    private Printing save(Page page, Path file) {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "piece", ".part");
            try {
                try (var out = Files.newOutputStream(beside)) {
                    renderer.write(List.of(page), out);
                }
                Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(beside);
            }
            return new Printing.Out(file.toString());
        } catch (IOException e) {
            return new Printing.NotOut(
                    "Franklin cannot write in " + folder + ". Make room there, and print again.");
        }
    }
}
