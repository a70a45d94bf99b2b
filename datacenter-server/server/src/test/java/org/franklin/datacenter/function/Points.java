package org.franklin.datacenter.function;

import org.franklin.box.freshness.disk.BoxDisk;
import org.franklin.box.freshness.disk.BoxFile;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

import javax.sql.DataSource;

/// Everything that can fail below boxes and database, counted: each statement of SQL, `BEGIN` and
/// `COMMIT` too, each write and each fsync of a journal. A test lets the n-th of them fail.
public final class Points {

    /// How a point fails.
    public enum Fault {
        /// It is not done, or of a write only a part, and the process hears of it.
        FAILS,
        /// It is done, and the process hears that it failed.
        ANSWER_LOST,
        /// The process dies before it is done, or when a part of a write is.
        DIES_BEFORE,
        /// The process dies when it is done.
        DIES_AFTER
    }

    /// What can fail.
    public enum Place {
        STATEMENT,
        /// The lock for writing is taken.
        BEGIN_IMMEDIATE,
        COMMIT,
        /// A journal is written to.
        WRITE,
        FSYNC;

        private static Place of(String sql) {
            return switch (sql) {
                case "BEGIN IMMEDIATE" -> BEGIN_IMMEDIATE;
                case "COMMIT" -> COMMIT;
                default -> STATEMENT;
            };
        }
    }

    private static final Set<String> EXECUTE = Set.of("execute", "executeUpdate", "executeQuery");

    /// What is done at one point.
    private interface Work<T, E extends Exception> {
        T run() throws E;
    }

    private interface Failure<E extends Exception> {
        E because(String reason);
    }

    private Fault fault = Fault.FAILS;
    private Set<Place> places = EnumSet.allOf(Place.class);
    private int at;
    private int passed;
    private boolean dead;

    /// The n-th point from now on fails; with 0 none does, and the points are counted.
    public void failAt(int point, Fault how) {
        failAt(EnumSet.allOf(Place.class), point, how);
    }

    /// The next of these from now on fails.
    public void failAtNext(Place place, Fault how) {
        failAt(EnumSet.of(place), 1, how);
    }

    /// The n-th of these from now on fails.
    public void failAtNth(Place place, int n, Fault how) {
        failAt(EnumSet.of(place), n, how);
    }

    private void failAt(Set<Place> which, int point, Fault how) {
        places = which;
        at = point;
        fault = how;
        passed = 0;
    }

    /// No fault from now on, and whoever was dead may be started again.
    public void rest() {
        at = 0;
        dead = false;
    }

    /// How many points there were since [#failAt].
    public int passed() {
        return passed;
    }

    /// Whether the process died at a point, and whatever it still seems to do is not done.
    public boolean isDead() {
        return dead;
    }

    public DataSource around(DataSource source) {
        return (DataSource)
                proxy(
                        DataSource.class,
                        (method, arguments) -> opened(call(method, source, arguments)));
    }

    private Object opened(Object made) {
        return made instanceof Connection connection ? around(connection) : made;
    }

    private Object around(Connection connection) {
        return proxy(
                Connection.class,
                (method, arguments) -> prepared(call(method, connection, arguments), arguments));
    }

    private Object prepared(Object made, Object[] arguments) {
        return made instanceof PreparedStatement statement
                ? around(Place.of((String) arguments[0]), statement)
                : made;
    }

    private Object around(Place place, PreparedStatement statement) {
        return proxy(
                PreparedStatement.class,
                (method, arguments) ->
                        EXECUTE.contains(method.getName())
                                ? point(
                                        place,
                                        () -> call(method, statement, arguments),
                                        () -> false,
                                        SQLException::new)
                                : call(method, statement, arguments));
    }

    private interface Handler {
        Object handle(Method method, Object[] arguments) throws SQLException;
    }

    private static Object proxy(Class<?> type, Handler handler) {
        return Proxy.newProxyInstance(
                Points.class.getClassLoader(),
                new Class<?>[] {type},
                (_, method, arguments) -> handler.handle(method, arguments));
    }

    private static Object call(Method method, Object target, Object[] arguments)
            throws SQLException {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof SQLException fault) {
                throw fault;
            }
            throw new AssertionError(e);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /// The disk of a box. What it locks ends with the process, which may die here.
    BoxDisk around(BoxDisk disk) {
        return new BoxDisk() {
            @Override
            public boolean exists(String name) throws IOException {
                return disk.exists(name);
            }

            @Override
            public BoxFile open(String name) throws IOException {
                return around(disk.open(name));
            }

            @Override
            public BoxFile create(String name) throws IOException {
                return around(disk.create(name));
            }

            @Override
            public void rename(String from, String to) throws IOException {
                change(Place.WRITE, () -> disk.rename(from, to));
            }

            @Override
            public void delete(String name) throws IOException {
                change(Place.WRITE, () -> disk.delete(name));
            }

            @Override
            public void force() throws IOException {
                change(Place.FSYNC, disk::force);
            }

            @Override
            public Lock lock(String name) {
                return () -> {};
            }
        };
    }

    private BoxFile around(BoxFile file) {
        return new BoxFile() {
            @Override
            public long size() throws IOException {
                return file.size();
            }

            @Override
            public byte[] read(long offset, int length) throws IOException {
                return file.read(offset, length);
            }

            @Override
            public void write(long offset, byte[] bytes) throws IOException {
                point(
                        Place.WRITE,
                        () -> written(file, offset, bytes),
                        () -> written(file, offset, Arrays.copyOf(bytes, bytes.length / 2)),
                        IOException::new);
            }

            @Override
            public void force() throws IOException {
                change(Place.FSYNC, file::force);
            }

            @Override
            public void truncate(long size) throws IOException {
                file.truncate(size);
            }

            @Override
            public void close() throws IOException {
                file.close();
            }
        };
    }

    private static boolean written(BoxFile file, long offset, byte[] bytes) throws IOException {
        file.write(offset, bytes);
        return true;
    }

    private interface Change {
        void run() throws IOException;
    }

    /// A change that is done or not done, but never in part.
    private void change(Place place, Change change) throws IOException {
        point(
                place,
                () -> {
                    change.run();
                    return true;
                },
                () -> true,
                IOException::new);
    }

    private <T, E extends Exception> T point(
            Place place, Work<T, E> whole, Work<T, E> part, Failure<E> failure) throws E {
        if (dead) {
            throw new Crash();
        }
        passed += places.contains(place) ? 1 : 0;
        if (passed != at || !places.contains(place)) {
            return whole.run();
        }
        switch (fault) {
            case FAILS, DIES_BEFORE -> part.run();
            case ANSWER_LOST, DIES_AFTER -> whole.run();
        }
        dead = fault == Fault.DIES_BEFORE || fault == Fault.DIES_AFTER;
        if (dead) {
            throw new Crash();
        }
        throw failure.because("a fault of the test");
    }
}
