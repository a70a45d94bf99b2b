package org.franklin.datacenter.simulation;

import org.franklin.box.meter.MeterStep;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;
import org.franklin.model.mailer.DeviceId;
import org.franklin.model.meter.DeviceSigned;
import org.franklin.model.meter.MeterReply;
import org.franklin.model.meter.MeterRequest;
import org.franklin.model.meter.RequestKey;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All who ask: the devices, whoever brings money, and strangers who ask for what they may not
/// have.
final class Mailers {

    private static final int MOST_CLIENTS = 20;

    private final Factory factory;
    private final Chance chance;
    private final SimulatedClock clock;
    private final Ledger ledger;
    private final List<Client> clients = new ArrayList<>();
    private final Map<SerialNumber, Integer> vouchers = new LinkedHashMap<>();
    private final Map<RequestKey, Errand> money = new LinkedHashMap<>();
    private final Map<Errand, Bytes> answered = new LinkedHashMap<>();
    private int keys;

    Mailers(Factory factory, Chance chance, SimulatedClock clock, Ledger ledger) {
        this.factory = factory;
        this.chance = chance;
        this.clock = clock;
        this.ledger = ledger;
    }

    List<Client> clients() {
        return clients;
    }

    List<SerialNumber> meters() {
        return List.copyOf(vouchers.keySet());
    }

    /// All that was asked and answered, with the answers.
    Map<Errand, Bytes> answered() {
        return answered;
    }

    /// A meter that nobody has a device for yet.
    void meter(SerialNumber serial) {
        vouchers.put(serial, 0);
    }

    int newKey() {
        return keys++;
    }

    void join(SerialNumber serial, DeviceId device, int key) {
        clients.add(new Client(factory, clock, key, serial, device));
    }

    Errand voucher(SerialNumber serial, Postage amount) {
        int number = vouchers.merge(serial, 1, Integer::sum);
        var voucher = factory.voucher(serial, number, amount);
        var key = new RequestKey(RequestKey.VOUCHERS, number, Canonical.hash(voucher));
        ledger.expect(key, amount);
        var errand =
                new Errand(
                        "Voucher " + serial.number() + "." + number,
                        serial,
                        Optional.of(key),
                        factory.refill(voucher),
                        Errand.TREASURY);
        money.put(key, errand);
        return errand;
    }

    /// Money that has not arrived, in its order.
    List<Errand> undelivered() {
        return List.copyOf(money.values());
    }

    /// New money, or what did not arrive, in any order, or what did.
    Errand bringMoney() {
        if (!money.isEmpty() && chance.percent(60)) {
            return chance.of(undelivered());
        }
        return voucher(chance.of(meters()), Postage.ofCents(100L + chance.below(900)));
    }

    /// A device sends something new, or again, or gives up.
    Optional<Errand> ask() {
        var client = chance.of(clients);
        if (client.isGone()) {
            return Optional.empty();
        }
        if (client.mayCancel() && chance.percent(3)) {
            return Optional.of(client.cancel());
        }
        if (client.current().isPresent()) {
            return client.current().filter(_ -> chance.percent(15));
        }
        return Optional.of(client.ask(wish(client)));
    }

    private MeterRequest wish(Client client) {
        int draw = chance.below(100);
        if (draw < 65) {
            return client.letters(client.next(), 1, Postage.ofCents(74));
        }
        if (draw < 80) {
            return client.letters(client.next(), 2 + chance.below(8), Postage.ofCents(31));
        }
        if (draw < 83) {
            return client.letters(client.next(), 30, Postage.ofCents(29));
        }
        if (draw < 88) {
            return new MeterRequest.Cancel(client.serial(), client.device(), client.next());
        }
        if (draw < 94 && clients.size() < MOST_CLIENTS) {
            return new MeterRequest.Enrol(
                    client.serial(), client.device(), client.next(), factory.deviceKey(newKey()));
        }
        var other = new DeviceId(1 + chance.below(4));
        return new MeterRequest.Revoke(client.serial(), client.device(), client.next(), other);
    }

    /// What no meter may do, and each must refuse. `misdirected` requests are only brought to
    /// meters whose rows are their own: a function server goes to the meter that the request names.
    Errand wrong(boolean misdirected) {
        var client = chance.of(clients);
        return switch (chance.below(misdirected ? 5 : 4)) {
            case 0 ->
                    forbidden(
                            client.errand(
                                    client.letters(
                                            Math.max(1, client.next() - 1),
                                            2,
                                            Postage.ofCents(1L + chance.below(10_000))),
                                    Errand.STRANGER),
                            client.next() > 1);
            case 1 ->
                    forbidden(
                            client.errand(
                                    client.letters(client.next() + 1_000, 1, Postage.ofCents(74)),
                                    Errand.STRANGER),
                            true);
            case 2 ->
                    unsigned(
                            client.errand(
                                    client.letters(client.next() + 2_000, 1, Postage.ofCents(74)),
                                    Errand.STRANGER));
            case 3 ->
                    new Errand(
                            "random bytes",
                            client.serial(),
                            Optional.empty(),
                            new MeterStep.Serve(
                                    new DeviceSigned(
                                            Bytes.of(chance.bytes(chance.below(200))),
                                            Bytes.of(chance.bytes(64)))),
                            Errand.STRANGER);
            default -> another(client);
        };
    }

    /// Where the number is not taken yet, it is only asked for once more.
    private Errand forbidden(Errand errand, boolean taken) {
        if (!taken) {
            return unsigned(errand);
        }
        ledger.forbid(errand.place().orElseThrow());
        return errand;
    }

    private Errand unsigned(Errand errand) {
        var signed = ((MeterStep.Serve) errand.step()).request();
        var forged = new DeviceSigned(signed.request(), Bytes.of(chance.bytes(64)));
        ledger.forbid(errand.place().orElseThrow());
        return new Errand(
                "forged " + errand,
                errand.serial(),
                errand.place(),
                new MeterStep.Serve(forged),
                Errand.STRANGER);
    }

    /// A request to one meter, brought to another.
    private Errand another(Client client) {
        var request = client.letters(client.next(), 1, Postage.ofCents(33));
        var serial =
                chance.of(
                        meters().stream().filter(meter -> !meter.equals(client.serial())).toList());
        return new Errand(
                "another's " + request.sequence(),
                serial,
                Optional.empty(),
                new MeterStep.Serve(client.signed(request)),
                Errand.STRANGER);
    }

    void hear(Errand errand, Answer answer) {
        if (answer instanceof Answer.Answered(var reply) && errand.place().isPresent()) {
            ledger.heard(errand, reply);
            if (errand.asker() != Errand.STRANGER) {
                answered.put(errand, reply);
            }
        }
        switch (errand.asker()) {
            case Errand.STRANGER -> {
                // Has learnt nothing.
            }
            case Errand.TREASURY -> {
                if (answer instanceof Answer.Answered) {
                    money.remove(errand.place().orElseThrow());
                }
            }
            default ->
                    clients.stream()
                            .filter(client -> client.serial().equals(errand.serial()))
                            .filter(client ->
                                    client.device().number()
                                            == errand.place().orElseThrow().actor())
                            .findFirst()
                            .orElseThrow()
                            .hear(errand, answer)
                            .ifPresent(reply -> settle(errand, reply));
        }
    }

    /// A device that was let in may ask from now on.
    private void settle(Errand errand, MeterReply reply) {
        if (reply instanceof MeterReply.Enrolled(_, var device)
                && errand.step() instanceof MeterStep.Serve(var signed)
                && signed.decode().orThrow() instanceof MeterRequest.Enrol enrol) {
            for (int key = 0; key < keys; key++) {
                if (factory.deviceKey(key).equals(enrol.newDevice())) {
                    join(errand.serial(), device, key);
                    return;
                }
            }
        }
    }
}
