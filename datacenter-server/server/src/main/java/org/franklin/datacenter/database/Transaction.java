package org.franklin.datacenter.database;

import org.franklin.model.canonical.Bytes;
import org.jspecify.annotations.Nullable;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Statements of plain SQL within one transaction. Parameters are whole numbers, text, [Bytes] and
/// instants; instants are kept as milliseconds since 1970, UTC.
///
/// After a statement failed, no other is executed: the database may have ended the transaction, and
/// would then do each one for itself.
public final class Transaction {

    private final Session session;
    private @Nullable DatabaseFault fault;

    Transaction(Session session) {
        this.session = session;
    }

    /// The number of rows that changed.
    public int update(String sql, Object... parameters) {
        return executed(
                sql,
                statement -> {
                    bind(statement, parameters);
                    return statement.executeUpdate();
                });
    }

    /// All rows. One that is not in its form is a fault of the database, like any other.
    public <T> List<T> list(String sql, Function<Row, T> read, Object... parameters) {
        return executed(
                sql,
                statement -> {
                    bind(statement, parameters);
                    try (ResultSet rows = statement.executeQuery()) {
                        var row = new Row(rows);
                        var list = new ArrayList<T>();
                        while (rows.next()) {
                            list.add(read.apply(row));
                        }
                        return List.copyOf(list);
                    }
                });
    }

    public <T> Optional<T> first(String sql, Function<Row, T> read, Object... parameters) {
        return executed(
                sql,
                statement -> {
                    bind(statement, parameters);
                    try (ResultSet rows = statement.executeQuery()) {
                        return rows.next()
                                ? Optional.of(read.apply(new Row(rows)))
                                : Optional.empty();
                    }
                });
    }

    /// Throws the fault of a statement, for work that went on after it.
    void requireSound() {
        if (fault != null) {
            throw fault;
        }
    }

    private <T> T executed(String sql, Session.Use<T> use) {
        requireSound();
        try {
            return session.use(sql, use);
        } catch (SQLException | IllegalArgumentException e) {
            fault = DatabaseFault.nothingDone(sql, e);
            throw fault;
        } catch (DatabaseFault e) {
            fault = e;
            throw e;
        }
    }

    private static void bind(PreparedStatement statement, Object... parameters)
            throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            bind(statement, i + 1, parameters[i]);
        }
    }

    private static void bind(PreparedStatement statement, int place, Object value)
            throws SQLException {
        switch (value) {
            case Integer number -> statement.setInt(place, number);
            case Long number -> statement.setLong(place, number);
            case String text -> statement.setString(place, text);
            case Bytes bytes -> statement.setBytes(place, bytes.toArray());
            case Instant time -> statement.setLong(place, time.toEpochMilli());
            default -> throw new IllegalStateException("no column holds a " + value.getClass());
        }
    }
}
