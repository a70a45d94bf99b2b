package org.franklin.box.ceremony;

import org.franklin.box.keeper.Signed;

/// A statement, by whoever asks for it and whoever approves it.
public record Order(Statement statement, Signed asked, Signed approved) {}
