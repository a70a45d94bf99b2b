package org.franklin.box.ceremony;

import org.franklin.box.keeper.Signed;

import java.util.List;

/// What a first keeper asks for, as it goes to the second: a statement for each box that is
/// concerned, with her signature. The second signs the very same statements.
public record Proposal(List<Item> items) {

    public record Item(Statement statement, Signed asked) {}

    public Proposal {
        items = List.copyOf(items);
    }
}
