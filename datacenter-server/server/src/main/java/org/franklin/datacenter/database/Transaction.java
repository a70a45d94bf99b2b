package org.franklin.datacenter.database;

import org.franklin.model.canonical.Bytes;

import java.sql.Connection;
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
public final class Transaction {

    private final Connection connection;

    Transaction(Connection connection) {
        this.connection = connection;
    }

    /// The number of rows that changed.
    public int update(String sql, Object... parameters) {
        try (var statement = prepared(sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFault(sql, e);
        }
    }

    /// All rows. One that is not in its form is a fault of the database, like any other.
    public <T> List<T> list(String sql, Function<Row, T> read, Object... parameters) {
        try (var statement = prepared(sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            var list = new ArrayList<T>();
            while (rows.next()) {
                list.add(read.apply(new Row(rows)));
            }
            return List.copyOf(list);
        } catch (SQLException | IllegalArgumentException e) {
            throw new DatabaseFault(sql, e);
        }
    }

    public <T> Optional<T> first(String sql, Function<Row, T> read, Object... parameters) {
        return list(sql, read, parameters).stream().findFirst();
    }

    private PreparedStatement prepared(String sql, Object... parameters) throws SQLException {
        var statement = connection.prepareStatement(sql);
        try {
            for (int i = 0; i < parameters.length; i++) {
                bind(statement, i + 1, parameters[i]);
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
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
            default -> throw new IllegalArgumentException("no column holds a " + value.getClass());
        }
    }
}
