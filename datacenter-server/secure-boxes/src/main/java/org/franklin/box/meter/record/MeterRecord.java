package org.franklin.box.meter.record;

import org.franklin.box.record.ChainLink;
import org.franklin.box.record.ChainedRecord;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.SerialNumber;

import java.util.List;

/// One logical meter: its place in its chain, who it is, its books, its devices, its certificate.
public record MeterRecord(
        ChainLink link, Identity identity, Books books, Roster roster, Certification certification)
        implements ChainedRecord<MeterRecord> {

    public static String subject(SerialNumber serial) {
        return "meter " + serial.number();
    }

    @Override
    public String subject() {
        return subject(serial());
    }

    public SerialNumber serial() {
        return identity.serial();
    }

    public Registers registers() {
        return books.registers();
    }

    /// The piece count, which is printed; the counter of the record is another number.
    public long pieces() {
        return books.pieces();
    }

    public List<Device> devices() {
        return roster.devices();
    }

    /// The number of the grant that enrolled last.
    public long lastGrant() {
        return roster.lastGrant();
    }

    @Override
    public MeterRecord at(ChainLink next) {
        return new MeterRecord(next, identity, books, roster, certification);
    }

    public MeterRecord with(Books changed) {
        return new MeterRecord(link, identity, changed, roster, certification);
    }

    public MeterRecord with(Roster changed) {
        return new MeterRecord(link, identity, books, changed, certification);
    }

    public MeterRecord with(Certification changed) {
        return new MeterRecord(link, identity, books, roster, changed);
    }
}
