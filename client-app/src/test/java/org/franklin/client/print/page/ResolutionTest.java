package org.franklin.client.print.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResolutionTest {

    private static final double MODULE = 0.020;
    private static final double BAR = 1.0 / 32;
    private static final double BAR_TOLERANCE = 0.008;

    @ParameterizedTest
    @EnumSource
    void spendsOnAModuleTheWholeDotsNearestToItsNominalSize(Resolution resolution) {
        assertEquals(resolution.dots(MODULE), resolution.module());
    }

    @ParameterizedTest
    @EnumSource
    void keepsABarWithinThePostsTolerance(Resolution resolution) {
        assertEquals(BAR, (double) resolution.facingBar() / resolution.dpi(), BAR_TOLERANCE);
    }

    @ParameterizedTest
    @EnumSource
    void roundsToTheNearestDot(Resolution resolution) {
        double dot = 1.0 / resolution.dpi();

        assertEquals(7, resolution.dots(7.4 * dot));
        assertEquals(8, resolution.dots(7.6 * dot));
    }
}
