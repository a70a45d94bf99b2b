package org.franklin.box.meter;

import org.franklin.box.ChainLink;
import org.franklin.box.ChainedRecord;
import org.franklin.model.meter.Registers;
import org.franklin.model.meter.SerialNumber;

import java.util.List;

/// One logical meter: its place in its chain, who it is, its books, its devices, its certificate.
public record MeterRecord(
        ChainLink link, Identity identity, Books books, Roster roster, Certification certification)
        implements ChainedRecord {

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

    MeterRecord at(ChainLink next) {
        return new MeterRecord(next, identity, books, roster, certification);
    }

    MeterRecord with(Books changed) {
        return new MeterRecord(link, identity, changed, roster, certification);
    }

    MeterRecord with(Roster changed) {
        return new MeterRecord(link, identity, books, changed, certification);
    }

    MeterRecord with(Certification changed) {
        return new MeterRecord(link, identity, books, roster, changed);
    }
}
