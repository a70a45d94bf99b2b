package org.franklin.datacenter.database;

import org.franklin.model.canonical.Bytes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/// One row of an answer. Every column has a value: the tables know no null.
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    public long number(String column) {
        return read(column, () -> rows.getLong(column));
    }

    public int smallNumber(String column) {
        return read(column, () -> rows.getInt(column));
    }

    public String text(String column) {
        return read(column, () -> rows.getString(column));
    }

    public Bytes bytes(String column) {
        return read(column, () -> Bytes.of(rows.getBytes(column)));
    }

    public Instant time(String column) {
        return Instant.ofEpochMilli(number(column));
    }

    private interface Reading<T> {
        T read() throws SQLException;
    }

    private static <T> T read(String column, Reading<T> reading) {
        try {
            return reading.read();
        } catch (SQLException e) {
            throw DatabaseFault.nothingDone("cannot read column " + column, e);
        }
    }
}
