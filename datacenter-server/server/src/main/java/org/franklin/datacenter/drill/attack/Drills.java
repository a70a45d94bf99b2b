package org.franklin.datacenter.drill.attack;

import java.util.List;
import java.util.stream.Stream;

/// All drills, in the order of the table.
public final class Drills {

    public static final List<Drill> ALL =
            Stream.of(
                            EditAttacks.ALL,
                            RollbackAttacks.ALL,
                            DeletionAttacks.ALL,
                            ForgeryAttacks.ALL,
                            SignUpAttacks.ALL,
                            CloneAttacks.ALL)
                    .flatMap(List::stream)
                    .toList();

    private Drills() {}
}
