package org.franklin.client.print.room.system;

import org.franklin.client.print.PdfRenderer;
import org.franklin.client.print.page.Page;
import org.franklin.client.print.page.Resolution;
import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printing;
import org.franklin.client.print.room.Readiness;
import org.franklin.client.print.room.system.Command.Outcome;
import org.franklin.client.print.room.system.Spooler.Answer;
import org.franklin.client.print.room.system.Spooler.Job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A queue of CUPS. A page goes to it as a vector PDF, by way of a file in a folder of Franklin's
/// that exists only until the spooler has its copy.
final class CupsRoom implements PrintRoom {

    /// A queue, the name it shows, and what its printer can do.
    record Queue(String queue, String name, Capabilities capabilities) {}

    private final Queue queue;
    private final Spooler spooler;
    private final Path folder;
    private final PdfRenderer renderer = new PdfRenderer();

    CupsRoom(Queue queue, Spooler spooler, Path folder) {
        this.queue = queue;
        this.spooler = spooler;
        this.folder = folder;
    }

    @Override
    public String name() {
        return queue.name();
    }

    @Override
    public Resolution resolution() {
        return queue.capabilities().resolution();
    }

    @Override
    public Readiness readiness() {
        return found(QueueState::trouble)
                .<Readiness>map(trouble -> new Readiness.Waits(trouble.says()))
                .orElseGet(Readiness.Ready::new);
    }

    @Override
    public Optional<String> refuses(Page page) {
        return queue.capabilities().refuses(page, name());
    }

    /// A queue that surely stands still gets nothing: what it kept would come out some day, beside
    /// what was printed elsewhere meanwhile.
    @Override
    public Printing print(Page page, String title) {
        return refuses(page)
                .<Printing>map(Printing.NotOut::new)
                .or(() -> halt().map(halt -> halt.notOut(name())))
                .orElseGet(() -> send(page, title));
    }

    private Printing send(Page page, String title) {
        try {
            Files.createDirectories(folder);
            Path pdf = Files.createTempFile(folder, "page", ".pdf");
            try {
                try (var out = Files.newOutputStream(pdf)) {
                    renderer.write(List.of(page), out);
                }
                return said(spooler.send(queue.queue(), new Job(title, media(page), pdf)));
            } finally {
                Files.deleteIfExists(pdf);
            }
        } catch (IOException e) {
            return Printing.NotOut.noRoomIn(folder);
        }
    }

    private String media(Page page) {
        return queue.capabilities().isCustom(page) ? Media.custom(page) : Media.listed(page);
    }

    private Printing said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ended(int status, _) when status == 0 -> new Printing.Out(name());
            case Outcome.Ended _ -> halt().orElse(Hindrance.UNWILLING).notOut(name());
            case Outcome.NoAnswer _ -> Hindrance.UNSURE.notOut(name());
            case Outcome.Missing _ -> Hindrance.NO_SPOOLER.notOut(name());
        };
    }

    private Optional<Hindrance> halt() {
        return found(QueueState::halt);
    }

    /// What keeps the queue from printing: that it does not answer, or what its state says.
    private Optional<Hindrance> found(Function<QueueState, Optional<Hindrance>> says) {
        return switch (spooler.ask(queue.queue())) {
            case Answer.Known(var state) -> says.apply(state);
            case Answer.Announced _ -> Optional.empty();
            case Answer.Lacking(var hindrance) -> Optional.of(hindrance);
        };
    }
}
