package org.franklin.client.datacenter.outbox;

import org.franklin.client.datacenter.draft.DraftId;
import org.franklin.model.canonical.Bytes;
import org.franklin.model.money.Postage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// The outbox's one SQL connection. What [#transaction] returns from is on disk.
final class Database implements AutoCloseable {

    /// Reads one row of a result.
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private interface Work<T> {
        T run() throws SQLException;
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Connection connection;

    Database(Connection connection) {
        this.connection = connection;
    }

    <T> List<T> query(String sql, Row<T> row, Object... values) {
        return locked(() -> {
            try (var statement = prepare(sql, values);
                    var result = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (result.next()) {
                    rows.add(row.read(result));
                }
                return List.copyOf(rows);
            }
        });
    }

    /// The number of rows that changed.
    int update(String sql, Object... values) {
        return locked(() -> {
            try (var statement = prepare(sql, values)) {
                return statement.executeUpdate();
            }
        });
    }

    /// All of the work, or nothing of it; a transaction within a transaction is a part of it.
    <T> T transaction(Supplier<T> work) {
        return locked(() -> {
            if (!connection.getAutoCommit()) {
                return work.get();
            }
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                T result = work.get();
                connection.commit();
                done = true;
                return result;
            } finally {
                if (!done) {
                    connection.rollback();
                }
                connection.setAutoCommit(true);
            }
        });
    }

    @Override
    public void close() {
        locked(() -> {
            connection.close();
            return true;
        });
    }

    private <T> T locked(Work<T> work) {
        lock.lock();
        try {
            return work.run();
        } catch (SQLException e) {
            throw new Outbox.Failure(e);
        } finally {
            lock.unlock();
        }
    }

    private PreparedStatement prepare(String sql, Object... values) throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, plain(values[i]));
        }
        return statement;
    }

    /// A blob, [Bytes#EMPTY] where there is none.
    static Bytes bytes(ResultSet row, String column) throws SQLException {
        byte[] blob = row.getBytes(column);
        return blob == null ? Bytes.EMPTY : Bytes.of(blob);
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Bytes bytes -> bytes.toArray();
            case Postage amount -> amount.mills();
            case Instant time -> time.toEpochMilli();
            case UUID id -> id.toString();
            case DraftId draft -> draft.toString();
            case Enum<?> choice -> choice.name();
            default -> value;
        };
    }
}
