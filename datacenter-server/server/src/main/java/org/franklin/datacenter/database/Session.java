package org.franklin.datacenter.database;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// One connection and the statements prepared on it, those used last; one thread at a time has it.
final class Session implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Session.class);

    static final int MOST_STATEMENTS = 64;

    private final Connection connection;
    private final SequencedMap<String, PreparedStatement> idle = new LinkedHashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    /// Opens one.
    interface Source {
        Session open() throws SQLException;
    }

    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /// Uses a statement, which is nobody else's meanwhile, not even that of the same text within
    /// `use`. One that failed is not used again.
    <T> T use(String sql, Use<T> use) throws SQLException {
        var kept = idle.remove(sql);
        var statement = kept == null ? connection.prepareStatement(sql) : kept;
        try {
            T result = use.of(statement);
            keep(sql, statement);
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            closeAfter(e, statement);
            throw e;
        }
    }

    /// A statement without parameters and without an answer, as transactions are controlled with.
    void execute(String sql) throws SQLException {
        use(sql, PreparedStatement::execute);
    }

    /// Rolls back what is open.
    @Override
    public void close() {
        try (connection) {
            for (var statement : idle.values()) {
                statement.close();
            }
        } catch (SQLException e) {
            LOG.warn("a connection did not close in order", e);
        }
    }

    int statementsKept() {
        return idle.size();
    }

    private void keep(String sql, PreparedStatement statement) throws SQLException {
        var twin = idle.put(sql, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > MOST_STATEMENTS) {
            idle.pollFirstEntry().getValue().close();
        }
    }

    private static void closeAfter(Throwable e, PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException also) {
            e.addSuppressed(also);
        }
    }
}
