package org.franklin.client.print.room;

import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Saves pages as PDF: each in one folder under its title, or one under a name that a person chose.
public final class PdfRoom implements PrintRoom {

    public static final String NAME = "Save as PDF";

    private static final String SUFFIX = ".pdf";

    private final UnaryOperator<String> named;
    private final Path folder;
    private final PdfRenderer renderer = new PdfRenderer();

    public PdfRoom(Path folder) {
        this(folder, title -> title);
    }

    private PdfRoom(Path folder, UnaryOperator<String> named) {
        this.folder = folder;
        this.named = named;
    }

    /// Saves under this very name, in place of what is there; `.pdf` is put to a name without it.
    public static PdfRoom under(Path chosen) {
        Path file = chosen.toAbsolutePath();
        Path name = file.getFileName();
        if (name == null) {
            throw new IllegalArgumentException("a file has a name");
        }
        return new PdfRoom(Objects.requireNonNull(file.getParent()), _ -> name.toString());
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
        String name = named.apply(title);
        boolean complete = name.toLowerCase(Locale.ROOT).endsWith(SUFFIX);
        return save(page, folder.resolve(complete ? name : name + SUFFIX));
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
            return Printing.NotOut.noRoomIn(folder);
        }
    }
}
