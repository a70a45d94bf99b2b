package org.franklin.datacenter.function;

import org.franklin.box.SecureBox;
import org.franklin.datacenter.database.Database;
import org.franklin.datacenter.database.DatabaseFault;
import org.franklin.datacenter.database.Transaction;
import org.franklin.model.canonical.Bytes;

import java.util.function.Function;
import java.util.function.Supplier;

/// Everything that the function server does outside itself, counted: a test lets the n-th such
/// moment fail, or puts something of its own before one.
///
/// Each call of a box, each read and each write of the database has a moment before it and one
/// after it, when it is done but its answer is lost.
public final class Faults {

    private int crashIn;
    private int faultIn;
    private volatile Runnable atNextBoxCall = () -> {};

    /// The process dies at the n-th moment from now on; 0 for never.
    public void crashAt(int moment) {
        crashIn = moment;
    }

    /// The database fails at its n-th moment from now on; 0 for never.
    public void databaseFailsAt(int moment) {
        faultIn = moment;
    }

    /// What another handler does between this one's reading and the next call of a box.
    public void beforeTheNextBoxCall(Runnable other) {
        atNextBoxCall = other;
    }

    SecureBox around(SecureBox box) {
        return request -> {
            var other = atNextBoxCall;
            atNextBoxCall = () -> {};
            other.run();
            moment();
            Bytes answer = box.call(request);
            moment();
            return answer;
        };
    }

    Database around(Database database) {
        return new Database() {
            @Override
            public <T> T read(Function<Transaction, T> work) {
                databaseMoment();
                return database.read(work);
            }

            @Override
            public <T> T write(Function<Transaction, T> work) {
                return written(() -> database.write(work));
            }

            @Override
            public <T> T alone(Function<Lock, T> work) {
                return database.alone(lock -> work.apply(around(lock)));
            }

            private Lock around(Lock lock) {
                return new Lock() {
                    @Override
                    public <T> T write(Function<Transaction, T> work) {
                        return written(() -> lock.write(work));
                    }
                };
            }

            @Override
            public boolean accepts() {
                return database.accepts();
            }

            @Override
            public void close() {
                database.close();
            }
        };
    }

    private <T> T written(Supplier<T> write) {
        databaseMoment();
        T result = write.get();
        databaseMoment();
        return result;
    }

    private void moment() {
        if (crashIn > 0 && --crashIn == 0) {
            throw new Crash();
        }
    }

    private void databaseMoment() {
        moment();
        if (faultIn > 0 && --faultIn == 0) {
            throw new DatabaseFault("a fault of the test", new IllegalStateException());
        }
    }
}
