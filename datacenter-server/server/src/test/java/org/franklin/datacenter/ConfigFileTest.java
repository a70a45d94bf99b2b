package org.franklin.datacenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.datacenter.DataCenterConfig.SocketUse;
import org.franklin.datacenter.keymanagement.BoxKind;
import org.franklin.datacenter.keymanagement.process.BoxPlaces;
import org.franklin.model.canonical.Decoded.Malformed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class ConfigFileTest {

    @Test
    void readsWhatItWrites() {
        var config =
                DataCenterConfig.USUAL
                        .onPorts(1, 2)
                        .named(List.of("post.example.org", "192.0.2.7", "2001:db8::7"))
                        .hashing(Argon2Cost.FLOOR)
                        .placing(
                                BoxPlaces.EMBEDDED
                                        .with(BoxKind.METER, "socket:run/meter.sock")
                                        .with(BoxKind.TRANSACTION, "tls:[2001:db8::7]:9551")
                                        .with(BoxKind.AUTHENTICATION, "socket:/a,tls:b:1"));

        assertEquals(config, ConfigFile.read(ConfigFile.write(config)).orThrow());
    }

    @Test
    void takesTheUsualForWhatIsLeftOut() {
        assertEquals(DataCenterConfig.USUAL, ConfigFile.read("").orThrow());
    }

    @Test
    void readsWhatAPersonWrites() {
        var config =
                ConfigFile.read(
                                """
                                # ours
                                port = 443
                                names = a.example , b.example
                                unix-socket=Off
                                """)
                        .orThrow();

        assertEquals(443, config.port());
        assertEquals(List.of("a.example", "b.example"), config.names());
        assertEquals(SocketUse.OFF, config.unixSocket());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    prot=1                 | nothing is called "prot"
                    port=x                 | port is a whole number
                    port=-1                | port is a whole number
                    port=65536             | a port is 0 to 65535
                    port=1~port=2          | "port" is given twice
                    host=                  | "" is neither
                    names=a b              | "a b" is neither
                    unix-socket=maybe      | required, optional or off
                    box.meter=here         | box.meter: a box is at socket:PATH or tls:HOST:PORT
                    box.meter=socket:      | box.meter: a box is at
                    box.meter=tls:b        | box.meter: "b" is not of the form HOST:PORT
                    box.meter=tls:b:65536  | box.meter: a port is 0 to 65535
                    box.meter=socket:a,socket:b  | box.meter: there is one meter box
                    box.transaction=tls:a:1,tls:b:1 | box.transaction: there is one transaction
                    box.steel=tls:a:1,tls:a:1    | box.steel: two steel boxes are at one place
                    box.printer=embedded   | nothing is called "box.printer"
                    connections=0          | a limit is at least 1
                    argon2-kibibytes=1     | Argon2id takes
                    port=\\uZZZZ           | Malformed
                    """)
    void saysWhatIsWrong(String text, String reason) {
        var refused = assertInstanceOf(Malformed.class, ConfigFile.read(text.replace('~', '\n')));

        assertTrue(refused.reason().contains(reason), refused.reason());
    }

    @Test
    void refusesAFileThatIsNotText(@TempDir Path folder) throws Exception {
        Path file = Files.write(folder.resolve("config"), new byte[] {(byte) 0xff, 0, 1});

        assertInstanceOf(Malformed.class, ConfigFile.read(file));
    }
}
