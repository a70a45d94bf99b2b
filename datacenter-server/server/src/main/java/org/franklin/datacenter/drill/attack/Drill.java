package org.franklin.datacenter.drill.attack;

import org.franklin.datacenter.drill.ground.Ground;

import java.io.IOException;

/// One attack, and the kind of answer that the design promises for it.
public record Drill(String name, Class<? extends Answer> promised, Attack attack) {

    /// What the insider does, and how the mailers fare afterwards.
    public interface Attack {
        Answer on(Ground ground) throws IOException;
    }
}
