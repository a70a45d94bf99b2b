package org.franklin.client;

import org.franklin.client.ui.Background;

import java.time.Clock;
import java.util.random.RandomGenerator;

/// What every window of a mailer works with.
record Surroundings(
        FranklinDesk desk,
        Background background,
        Clock clock,
        RandomGenerator random,
        Overlay overlay) {}
