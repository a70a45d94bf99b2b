package org.franklin.datacenter.drill;

import org.franklin.datacenter.drill.attack.Drill;
import org.franklin.datacenter.drill.ground.Base;
import org.franklin.datacenter.drill.ground.Ground;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;

/// Runs drills, each on a fresh copy of one base. The copies lie in `work` and are deleted.
public final class Exercise {

    private final Base base;
    private final Path work;
    private final Clock clock;
    private final SecureRandom random;

    public Exercise(Base base, Path work, Clock clock, SecureRandom random) {
        this.base = base;
        this.work = work;
        this.clock = clock;
        this.random = random;
    }

    public Finding run(Drill drill) throws IOException {
        Path folder = work.resolve("ground " + Long.toUnsignedString(random.nextLong()));
        try (var ground = Ground.of(base, folder, clock, random)) {
            ground.office().ask(ground.center(), ground.order(ground.office(), 1));
            ground.neighbour().ask(ground.center(), ground.order(ground.neighbour(), 1));
            var before = ground.books();
            var answer = drill.attack().on(ground);
            return new Finding(drill, answer, ground.extra(base.spent()), before, ground.books());
        }
    }
}
