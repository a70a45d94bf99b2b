package org.franklin.datacenter.function.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.model.indicium.VerificationKeys.Lookup;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class PublishedKeysTest {

    @TempDir Path dir;

    @Test
    void publishesTheKeyOfEachMeterAndBox() throws IOException {
        try (var world = new World(dir)) {
            int boxes = world.keys().certificates().size();
            var maria = world.mailer("maria").holding(Postage.ofDollars(1));
            var keys = world.keys();
            var trusted = keys.verificationKeys().orThrow();
            var receipt = Mailer.issued(maria.answered(maria.letters(1, 1))).receipt();

            assertEquals(boxes + 1, keys.certificates().size());
            assertInstanceOf(Lookup.Trusted.class, trusted.find(receipt.certificate()));
            assertInstanceOf(Lookup.Trusted.class, trusted.find(keys.authenticationBox()));
        }
    }

    @Test
    void isUnavailableWithoutTheDatabase() throws IOException {
        try (var world = new World(dir)) {
            world.faults.databaseFailsAt(1);

            assertEquals(new PublishedKeys.Result.Unavailable(), world.functions().keys().keys());
        }
    }
}
