package org.franklin.datacenter.function.postage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.franklin.datacenter.function.Mailer;
import org.franklin.datacenter.function.World;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class DispensePostageTest {

    @TempDir Path dir;
    private World world;
    private Mailer maria;

    @BeforeEach
    void signUp() throws IOException {
        world = new World(dir);
        maria = world.mailer("maria").holding(Postage.ofDollars(100));
    }

    @AfterEach
    void close() {
        world.close();
    }

    @Test
    void paysForALetter() {
        var issued = Mailer.issued(maria.answered(maria.letters(1, 1)));

        assertEquals(1, issued.indicia().size());
        assertEquals(Postage.ofCents(74), issued.receipt().receipt().registers().ascending());
        assertEquals(Postage.ofCents(9926), world.account(maria).registers().descending());
    }

    @Test
    void answersTheSameRequestWithTheSameBytes() {
        var request = maria.letters(1, 2);

        assertEquals(maria.answered(request), maria.answered(request));
        assertEquals(2, world.account(maria).pieces());
    }
}
