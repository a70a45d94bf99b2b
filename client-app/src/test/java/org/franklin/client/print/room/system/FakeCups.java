package org.franklin.client.print.room.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// CUPS as four small scripts in a folder. At first it has one queue, `office`, which takes what it
/// is given.
///
/// `lp` keeps its arguments, one a line, and a copy of the file that it was given last.
final class FakeCups {

    static final String HANG = "exec sleep 600";
    static final String ENDLESS = "while :; do echo 'and so on and so on and so on'; done";
    static final String GARBAGE =
            "printf 'printer-state=\\377\\000\\001\\n\\033[2J\\n= = printer-state-reasons\\n'";
    static final String READY =
            "copies=1 printer-info='Office laser' printer-is-accepting-jobs=true"
                    + " printer-is-shared=false printer-state=3 printer-state-reasons=none"
                    + " printer-type=36932";

    private static final Duration LONG = Duration.ofMinutes(1);

    private final Path folder;

    FakeCups(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder.resolve("bin"));
        script(
                "lp",
                """
                for last; do :; done
                printf '%%s\\n' "$@" > '%1$s/arguments'
                cp "$last" '%1$s/page.pdf'
                echo 'request id is office-7 (1 file(s))'
                """
                        .formatted(folder));
        script("lpstat", "[ \"$1\" = -e ] && echo office || echo 'scheduler is running'");
        says(READY);
    }

    void script(String command, String body) throws IOException {
        Path file = Files.writeString(folder.resolve(command), "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /// What `lpoptions` says of any queue.
    void says(String attributes) throws IOException {
        Path said = Files.writeString(folder.resolve("said"), attributes + "\n");
        script("lpoptions", "cat '%s'".formatted(said));
    }

    void state(String state, String reasons) throws IOException {
        says(
                READY.replace("state=3", "state=" + state)
                        .replace("reasons=none", "reasons=" + reasons));
    }

    void remove(String command) throws IOException {
        Files.delete(folder.resolve(command));
    }

    String searchPath() {
        return folder.toString();
    }

    Spooler spooler() {
        return spooler(LONG);
    }

    Spooler spooler(Duration limit) {
        return Spooler.on(searchPath(), limit).orElseThrow();
    }

    CupsPrinters printers(Duration limit) {
        return new CupsPrinters(spooler(limit), Map::of, spool());
    }

    CupsPrinters printers() {
        return printers(LONG);
    }

    CupsRoom room(String queue, Capabilities capabilities) {
        return room(queue, capabilities, LONG);
    }

    CupsRoom room(String queue, Capabilities capabilities, Duration limit) {
        return new CupsRoom(
                new CupsRoom.Queue(queue, "Office laser", capabilities), spooler(limit), spool());
    }

    /// Where pages wait for `lp`.
    Path spool() {
        return folder.resolveSibling("spool");
    }

    boolean wasPrinted() {
        return Files.exists(folder.resolveSibling("arguments"));
    }

    List<String> arguments() throws IOException {
        return Files.readAllLines(folder.resolveSibling("arguments"));
    }

    Path printed() {
        return folder.resolveSibling("page.pdf");
    }
}
