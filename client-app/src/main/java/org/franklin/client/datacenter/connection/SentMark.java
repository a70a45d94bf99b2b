package org.franklin.client.datacenter.connection;

import okhttp3.Call;
import okhttp3.EventListener;

/// Remembers of one call whether any byte of its request may have gone out.
final class SentMark extends EventListener {

    private volatile boolean sent;

    @Override
    public void requestHeadersStart(Call call) {
        sent = true;
    }

    boolean isSent() {
        return sent;
    }
}
