package org.franklin.benchmarks.meter;

import org.franklin.box.StepAnswer.Done;
import org.franklin.box.authentication.AuthenticationSeed;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.meter.MeterStep;
import org.franklin.box.statement.Birth;
import org.franklin.box.statement.BoxSigner;
import org.franklin.box.statement.Grant;
import org.franklin.box.statement.Voucher;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.transaction.TransactionSeed;
import org.franklin.datacenter.function.records.Link;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Hash;
import org.franklin.model.meter.SerialNumber;
import org.franklin.model.money.Postage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Makes meters as sign-up and a refill do, by the real steel and meter box, each with a device and
/// money. Only what comes before is left out: grants and vouchers are signed here, by the keys in
/// the other boxes' seeds, so that no password is hashed and nothing is paid.
final class MeterWorks {

    private static final int AT_ONCE = 256;

    /// A meter's certificate, and the links of its chain in their order.
    record NewMeter(SerialNumber serial, Bytes certificate, List<Link> links) {
        NewMeter {
            links = List.copyOf(links);
        }

        Bytes record() {
            return links.getLast().record().record();
        }
    }

    /// What to make: whose key the device has, and what the meter holds.
    record Order(SerialNumber serial, Bytes deviceKey, Postage holds) {}

    private final Doors doors;
    private final Bytes cluster;
    private final BoxSigner grants;
    private final BoxSigner vouchers;

    MeterWorks(Doors doors, AuthenticationSeed authentication, TransactionSeed transaction) {
        this.doors = doors;
        this.cluster = authentication.cluster();
        this.grants = BoxSigner.seeded(authentication.signingKey(), authentication.certificate());
        this.vouchers = BoxSigner.seeded(transaction.signingKey(), transaction.certificate());
    }

    /// Many at once, so that they share what an fsync costs.
    List<NewMeter> make(List<Order> orders) throws Exception {
        var made = new ArrayList<NewMeter>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < orders.size(); from += AT_ONCE) {
                var some = orders.subList(from, Math.min(from + AT_ONCE, orders.size()));
                var tasks =
                        some.stream().<Callable<NewMeter>>map(each -> () -> make(each)).toList();
                for (Future<NewMeter> each : threads.invokeAll(tasks)) {
                    made.add(each.get());
                }
            }
        }
        return made;
    }

    private NewMeter make(Order order) {
        var grant =
                grants.sign(
                        new Grant(
                                cluster,
                                order.serial(),
                                Hash.of(order.deviceKey()),
                                1,
                                order.deviceKey(),
                                Grant.Kind.ENROLMENT));
        var voucher = vouchers.sign(new Voucher(cluster, order.serial(), 1, order.holds()));
        Birth birth = born(order.serial());
        Link admitted = link(new MeterBoxRequest.Admit(birth));
        Link enrolled = step(admitted, new MeterStep.Enrol(grant));
        Link filled = step(enrolled, new MeterStep.Refill(voucher));
        return new NewMeter(
                order.serial(), birth.certificate(), List.of(admitted, enrolled, filled));
    }

    private Birth born(SerialNumber serial) {
        if (doors.steel().call(new SteelBoxRequest.Make(serial))
                instanceof SteelBoxAnswer.Made(var birth)) {
            return birth;
        }
        throw new IllegalStateException("the steel box made no meter");
    }

    private Link step(Link before, MeterStep step) {
        return link(new MeterBoxRequest.Step(before.record().record(), 0, step));
    }

    private Link link(MeterBoxRequest request) {
        var answer = doors.meter().call(request);
        if (answer instanceof MeterBoxAnswer.Stepped(Done done)) {
            return Link.of(done);
        }
        throw new IllegalStateException("the meter box took no step: " + answer);
    }
}
