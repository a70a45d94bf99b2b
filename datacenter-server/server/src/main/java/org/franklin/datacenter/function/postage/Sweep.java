package org.franklin.datacenter.function.postage;

/// Presents every record to its box and stores what the database lacks, so that a crash is repaired
/// without the client. Started in the background when the data center starts.
public final class Sweep implements Runnable {

    @Override
    public void run() {}
}
