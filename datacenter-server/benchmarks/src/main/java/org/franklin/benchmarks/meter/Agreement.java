package org.franklin.benchmarks.meter;

import org.franklin.box.Standing;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.datacenter.Installation;
import org.franklin.datacenter.database.SqliteDatabase;
import org.franklin.datacenter.database.meter.MeterDatabase;
import org.franklin.model.meter.SerialNumber;

import java.nio.file.Path;
import java.util.List;

/// Opens boxes and database of an installation anew, and has the meter box look at what the
/// database kept: each record is the box's last, and its step has the reply that the box has.
final class Agreement {

    private Agreement() {}

    static void require(Path root, List<SerialNumber> meters) throws Exception {
        var tables = new MeterDatabase().records();
        try (var installation = Fleet.opened(Installation.open(root));
                var boxes = Fleet.boxes(installation);
                var database = SqliteDatabase.open(installation.folder().databaseFile())) {
            var meterBox = Doors.of(boxes.walls().steel(), boxes.walls().meter()).meter();
            for (SerialNumber meter : meters) {
                var record = database.read(in -> tables.find(in, meter)).orElseThrow();
                var step =
                        database.read(in -> tables.steps(in, meter, record.counter(), 1))
                                .getFirst();
                var looked = meterBox.call(new MeterBoxRequest.Look(record.record()));
                var found = meterBox.call(new MeterBoxRequest.Find(meter, step.request()));
                var same = new MeterBoxAnswer.Found(step.counter(), step.request(), step.reply());
                if (!looked.equals(new MeterBoxAnswer.Looked(Standing.CURRENT, record.counter()))
                        || !found.equals(same)) {
                    throw new IllegalStateException("box and database differ: " + meter);
                }
            }
        }
    }
}
