package org.franklin.client.print.room.system;

import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printers;
import org.franklin.client.print.room.system.Spooler.Answer;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// The queues of CUPS. What their printers can do comes from their drivers, by queue; a queue
/// without an entry there is a printer that says nothing of itself.
final class CupsPrinters implements Printers {

    private final Spooler spooler;
    private final Supplier<Map<String, Capabilities>> drivers;
    private final Path folder;

    CupsPrinters(Spooler spooler, Supplier<Map<String, Capabilities>> drivers, Path folder) {
        this.spooler = spooler;
        this.drivers = drivers;
        this.folder = folder;
    }

    @Override
    public List<PrintRoom> found() {
        var queues = spooler.queues();
        if (queues.isEmpty()) {
            return List.of();
        }
        var capabilities = drivers.get();
        var rooms =
                names(queues).entrySet().stream()
                        .<PrintRoom>map(entry ->
                                new CupsRoom(
                                        new CupsRoom.Queue(
                                                entry.getKey(),
                                                entry.getValue(),
                                                capabilities.getOrDefault(
                                                        entry.getKey(), Capabilities.UNKNOWN)),
                                        spooler,
                                        folder));
        return rooms.toList();
    }

    /// Each queue's title, and the queue's own name where it has none or shares it.
    private Map<String, String> names(List<String> queues) {
        var titles = new LinkedHashMap<String, String>();
        boolean answers = true;
        for (String queue : queues) {
            var answer = answers ? spooler.ask(queue) : new Answer.Lacking(Hindrance.SILENT);
            // One that hangs would hang for each of many.
            answers = !answer.equals(new Answer.Lacking(Hindrance.SILENT));
            titles.put(queue, title(queue, answer));
        }
        var all = List.copyOf(titles.values());
        titles.replaceAll((queue, title) ->
                Collections.frequency(all, title) == 1 ? title : "%s (%s)".formatted(title, queue));
        return titles;
    }

    private static String title(String queue, Answer answer) {
        return answer instanceof Answer.Known(var state) && !state.title().isEmpty()
                ? state.title()
                : queue;
    }
}
