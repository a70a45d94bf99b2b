package org.franklin.datacenter.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

class SessionTest {

    private static final String THREE =
            "SELECT value AS n FROM json_each('[1,2,3]') WHERE value <> ?";

    private Session session;

    @BeforeEach
    void open() throws SQLException {
        session = another();
    }

    @AfterEach
    void close() {
        session.close();
    }

    @Test
    void preparesATextOnce() throws SQLException {
        assertSame(statement(session, "SELECT 1"), statement(session, "SELECT 1"));
        assertNotSame(statement(session, "SELECT 1"), statement(session, "SELECT 2"));
    }

    @Test
    void keepsTheStatementsThatWereUsedLast() throws SQLException {
        var first = statement(session, "SELECT 0");
        var second = statement(session, "SELECT 1");
        for (int text = 2; text <= Session.MOST_STATEMENTS; text++) {
            assertSame(first, statement(session, "SELECT 0"));
            statement(session, "SELECT " + text);
        }

        assertEquals(Session.MOST_STATEMENTS, session.statementsKept());
        assertFalse(first.isClosed());
        assertTrue(second.isClosed());
    }

    @Test
    void sharesNoStatementWithAnotherConnection() throws SQLException {
        var other = another();
        var mine = statement(session, "SELECT 1");
        var others = statement(other, "SELECT 1");
        assertNotSame(mine, others);

        other.close();
        assertTrue(others.isClosed());
        assertFalse(mine.isClosed());
    }

    @Test
    void usesAStatementThatFailedNoMore() throws SQLException {
        var failed = statement(session, "SELECT 1");
        assertThrows(
                SQLException.class,
                () ->
                        session.use(
                                "SELECT 1",
                                _ -> {
                                    throw new SQLException("of the test");
                                }));

        assertTrue(failed.isClosed());
        assertNotSame(failed, statement(session, "SELECT 1"));
    }

    @Test
    void answersTheSameQuestionWhileAnAnswerIsRead() {
        var in = new Transaction(session);

        var read = in.list(THREE, row -> row.number("n") + ":" + numbers(in), 0);

        assertEquals(List.of("1:[1, 3]", "2:[1, 3]", "3:[1, 3]"), read);
    }

    private static List<Long> numbers(Transaction in) {
        return in.list(THREE, row -> row.number("n"), 2);
    }

    private static Session another() throws SQLException {
        return new Session(DriverManager.getConnection("jdbc:sqlite::memory:"));
    }

    private static PreparedStatement statement(Session session, String sql) throws SQLException {
        return session.use(sql, statement -> statement);
    }
}
