package org.franklin.datacenter.drill;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.box.passphrase.Argon2Cost;
import org.franklin.datacenter.DataCenter;
import org.franklin.datacenter.DataCenterConfig;
import org.franklin.datacenter.DemoOffice;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.Installation.Opening.Opened;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// Makes what `demo --dir DIR`, ended with Ctrl-C, leaves.
final class DemoFolder {

    private static final SecureRandom RANDOM = new SecureRandom();

    private DemoFolder() {}

    static void make(Path folder) throws IOException {
        var config = DataCenterConfig.USUAL.onPorts(0, 0).hashing(Argon2Cost.FLOOR);
        var installation =
                assertInstanceOf(
                                Opened.class,
                                Installation.create(folder, config, Clock.systemUTC(), RANDOM))
                        .installation();
        try (var dataCenter = new DataCenter(installation, config, Clock.systemUTC(), RANDOM)) {
            new DemoOffice(dataCenter, RANDOM).furnish();
        }
    }
}
