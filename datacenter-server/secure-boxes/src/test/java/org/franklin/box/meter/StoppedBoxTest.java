package org.franklin.box.meter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.franklin.box.BoxEvent.Kind;
import org.franklin.box.StepAnswer.OutOfService;
import org.franklin.box.ceremony.CeremonyAnswer;
import org.franklin.box.ceremony.CeremonyRequest;
import org.franklin.box.meter.record.MeterRecord;
import org.franklin.box.record.Shown;
import org.franklin.box.suite.Suite;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.money.Postage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A box that was stopped serves nothing: it has no key to do it with, now or after a restart.
@ParameterizedClass
@EnumSource(Suite.class)
class StoppedBoxTest {

    @Parameter Suite suite = Suite.STANDARD;

    @TempDir Path dir;
    private MeterWorld world;

    @BeforeEach
    void stop() throws IOException {
        world = MeterWorld.holding(dir, suite, Postage.ofDollars(10));
        var ahead = world.stepped(new MeterBoxRequest.Show(ahead(), 0));
        assertInstanceOf(OutOfService.class, ahead);
    }

    @AfterEach
    void close() {
        world.close();
    }

    /// A record of this box's own that it does not know.
    private Bytes ahead() {
        try (var core = world.core()) {
            var table = core.table();
            Bytes record = world.current();
            for (int i = 0; i < 2; i++) {
                var read = (Shown.Genuine<MeterRecord>) table.read(record);
                record = table.renewed(read, Hash.NONE, world.now).record();
            }
            return record;
        }
    }

    @Test
    void everyRequestIsAnsweredThatItIsOutOfService() {
        assertOutOfService();
    }

    @Test
    void soItIsAfterARestart() throws IOException {
        world.restart();
        assertOutOfService();
        world.forgetSnapshots();
        world.restart();
        assertOutOfService();
    }

    @Test
    void itsAuditChainAndItsCeremoniesAreStillThere() throws IOException {
        world.restart();

        var events =
                assertInstanceOf(
                                MeterBoxAnswer.Events.class,
                                world.call(new MeterBoxRequest.Events(1)))
                        .events();
        assertEquals(Kind.BOX_BEHIND, events.getLast().kind());
        var told =
                assertInstanceOf(
                                MeterBoxAnswer.Ceremonial.class,
                                world.call(
                                        new MeterBoxRequest.Ceremony(
                                                new CeremonyRequest.Describe())))
                        .answer();
        var described = assertInstanceOf(CeremonyAnswer.Described.class, told);
        assertTrue(described.stopped().contains("has lost its memory"), described.stopped());
        assertEquals(1, described.subjects());
    }

    private void assertOutOfService() {
        Bytes record = world.current();
        var requests =
                List.<MeterBoxRequest>of(
                        new MeterBoxRequest.Admit(world.birth),
                        new MeterBoxRequest.Step(record, 0, world.letter(1)),
                        new MeterBoxRequest.Show(record, 0),
                        new MeterBoxRequest.Find(
                                MeterWorld.SERIAL, new RequestKey(1, 1, Hash.NONE)),
                        new MeterBoxRequest.Verify(record, Bytes.of(new byte[109])),
                        new MeterBoxRequest.Look(record));
        for (MeterBoxRequest request : requests) {
            assertInstanceOf(
                    OutOfService.class, world.stepped(request), request.getClass().getName());
        }
    }
}
