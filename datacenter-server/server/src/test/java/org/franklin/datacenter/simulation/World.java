package org.franklin.datacenter.simulation;

import org.franklin.box.StepAnswer.Done;
import org.franklin.box.meter.MeterBoxAnswer.Stepped;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.datacenter.function.records.Link;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.List;

/// One data center, its box, its database, its network and its customers, at the beginning of a
/// run: two or three meters with their first devices and their first money.
final class World {

    final Nature nature;
    final Chance chance;
    final SimulatedClock clock = new SimulatedClock(Factory.NOW);
    final SimulatedBox box;
    final SimulatedDatabase database;
    final Wall wall;
    final Mailers mailers;
    final List<Handler> handlers = new ArrayList<>();
    private final Factory factory;

    World(Factory factory, long seed, Variation variation) {
        this.factory = factory;
        nature = variation == Variation.NONE ? Nature.of(seed) : Nature.HONEST;
        chance = new Chance(seed);
        box = new SimulatedBox(factory.seed(), chance, clock, variation);
        database = new SimulatedDatabase(variation);
        wall = new Wall(box, new Ledger(factory.receipts()), nature);
        mailers = new Mailers(factory, chance, clock, wall.ledger());
        int meters = 2 + chance.below(Factory.METERS - 1);
        for (int meter = 0; meter < meters; meter++) {
            begin(meter);
        }
    }

    private void begin(int meter) {
        var birth = factory.birth(meter);
        var serial = birth.serial();
        var first = done(new MeterBoxRequest.Admit(birth));
        database.begin(serial, first.record(), first.step());
        mailers.meter(serial);
        int devices = 1 + chance.below(3);
        for (int device = 1; device <= devices; device++) {
            int key = mailers.newKey();
            step(serial, factory.grant(serial, device, key));
            mailers.join(serial, new DeviceId(device), key);
        }
        var money = mailers.voucher(serial, Postage.ofDollars(10));
        step(serial, money.step());
    }

    private void step(SerialNumber serial, MeterStep step) {
        var record = database.record(serial).orElseThrow();
        var next = done(new MeterBoxRequest.Step(record.record(), 0, step));
        database.begin(serial, next.record(), next.step());
    }

    private Link done(MeterBoxRequest request) {
        if (wall.ask(request) instanceof Stepped(Done done)) {
            return Link.of(done);
        }
        throw new AssertionError("an empty world refuses " + request);
    }
}
