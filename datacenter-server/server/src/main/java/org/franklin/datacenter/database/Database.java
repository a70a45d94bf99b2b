package org.franklin.datacenter.database;

/// One SQL database. Closed, it gives up its connections.
public interface Database extends AutoCloseable {

    @Override
    void close();
}
