package org.franklin.client.datacenter;

import java.nio.file.Path;

/// A mailer's program in a process of its own, which buys one piece or only holds its folder open.
final class KilledOffice {

    private KilledOffice() {}

    /// Arguments: the folder, which has a data center pinned, and `buy` or `hold`.
    public static void main(String[] arguments) throws Exception {
        var folder = Office.folder(Path.of(arguments[0]));
        var identity = folder.pinned().orElseThrow();
        folder.close();
        try (var office = Office.open(Path.of(arguments[0]), identity)) {
            if (arguments[1].equals("buy")) {
                office.signedOn();
                var _ = office.desk().buy(office.draft());
            }
            System.out.write('!');
            System.out.flush();
            // Lives until it is killed.
            Thread.currentThread().join();
        }
    }

    static Process start(Path folder, String work) throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledOffice.class.getName(),
                        folder.toString(),
                        work)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
