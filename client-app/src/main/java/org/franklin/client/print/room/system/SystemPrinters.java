package org.franklin.client.print.room.system;

import org.franklin.client.print.room.PrintRoom;
import org.franklin.client.print.room.Printers;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import javax.print.PrintService;
import javax.print.PrintServiceLookup;

/// The printers of the computer on which Franklin runs: the queues of CUPS where a search path has
/// its commands (Linux, macOS), else those that Java finds (Windows).
public final class SystemPrinters implements Printers {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TimeLimit limit = new TimeLimit(LIMIT);
    private final Optional<Printers> cups;

    /// Pages on their way to CUPS lie in a folder that only Franklin writes to.
    public SystemPrinters(String searchPath, Path folder) {
        this.cups =
                Spooler.on(searchPath, LIMIT)
                        .map(spooler -> new CupsPrinters(spooler, this::capabilities, folder));
    }

    @Override
    public List<PrintRoom> found() {
        return cups.map(Printers::found).orElseGet(this::foundByJava);
    }

    private Map<String, Capabilities> capabilities() {
        return drivers().stream()
                .collect(
                        Collectors.toMap(
                                driver -> driver.service().getName(),
                                Driver::capabilities,
                                (first, _) -> first));
    }

    private List<PrintRoom> foundByJava() {
        return drivers().stream()
                .<PrintRoom>map(driver ->
                        new PrinterJobRoom(driver.service(), driver.capabilities(), limit))
                .toList();
    }

    private List<Driver> drivers() {
        return limit.within(() ->
                        Arrays.stream(PrintServiceLookup.lookupPrintServices(null, null))
                                .map(Driver::of)
                                .toList())
                .orElse(List.of());
    }

    /// A print service, and what it was asked once.
    private record Driver(PrintService service, Capabilities capabilities) {

        static Driver of(PrintService service) {
            return new Driver(service, PrintServices.capabilities(service));
        }
    }
}
