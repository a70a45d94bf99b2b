package org.franklin.datacenter.drill;

import org.franklin.datacenter.drill.attack.Answer;
import org.franklin.datacenter.drill.attack.Drill;
import org.franklin.datacenter.drill.ground.Base;
import org.franklin.datacenter.drill.ground.Books;
import org.franklin.datacenter.drill.ground.Ground;
import org.franklin.datacenter.drill.healing.Healing;
import org.franklin.datacenter.drill.healing.TwoKeepers;

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
            var after = ground.books();
            long extra = ground.extra(base.spent());
            return new Finding(drill, answer, extra, before, after, healed(ground, answer, after));
        }
    }

    /// What an attack left locked two people put right, and so the drill goes on to the end. What
    /// was only detected is a matter for the Post.
    private Healing healed(Ground ground, Answer answer, Books left) throws IOException {
        if (answer instanceof Answer.DetectedBy || answer instanceof Answer.Succeeded) {
            return new Healing.NotNeeded();
        }
        var healing = new TwoKeepers(ground).heal(left);
        return healing instanceof Healing.Healed && ground.extra(base.spent()) != 0
                ? new Healing.Failed("the ceremony itself made or lost postage")
                : healing;
    }
}
