package org.franklin.client.story;

import org.franklin.client.datacenter.connection.DataCenterAddress;
import org.franklin.client.datacenter.connection.DataCenterIdentity;
import org.franklin.client.datacenter.connection.Fingerprint;
import org.franklin.client.print.Stock;
import org.franklin.model.canonical.Bytes;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// The mailer's program as a process of its own, which is killed between request and answer.
public final class KilledMailer {

    private KilledMailer() {}

    /// Arguments: folder, URL, the authority's certificate in hex. Signs on, says so by a `!`,
    /// waits for a byte, and buys a letter whose answer never comes.
    public static void main(String[] arguments) throws IOException {
        Bytes authority = Bytes.ofHex(arguments[2]);
        var address = new DataCenterAddress(URI.create(arguments[1]), Fingerprint.of(authority));
        var mailer =
                new Mailer(Path.of(arguments[0]), new DataCenterIdentity(address, authority))
                        .signedOn();
        var letter = mailer.letters(1, Stock.ENVELOPE_10);
        System.out.write('!');
        System.out.flush();
        if (System.in.read() >= 0) {
            while (true) {
                mailer.desk().buy(letter);
            }
        }
    }

    static Process start(Path folder, DataCenterIdentity dataCenter) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledMailer.class.getName(),
                        folder.toString(),
                        dataCenter.address().url().toString(),
                        dataCenter.authority().hex())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
