package org.franklin.datacenter.communication;

import java.util.Set;

/// One row of the table of routes: what can be asked, how large the question may be, who answers.
///
/// `template` is a URI template such as `/v1/meters/{serial}/statement`; `query` names the
/// parameters that may stand behind it. A body is read for [Method#POST] only.
public record Route(
        Method method, String template, Set<String> query, int mostBytes, Action action) {

    public enum Method {
        GET,
        POST,
        DELETE
    }

    @FunctionalInterface
    public interface Action {
        Reply answer(Call call);
    }

    /// What is enough for every request but a batch of mailpieces.
    public static final int USUAL_BYTES = 64 * 1024;

    /// A device-signed request of 128 KiB, in base64 in JSON, stays below this.
    public static final int SIGNED_BYTES = 256 * 1024;

    /// 1,000 mailpieces in JSON stay below this.
    public static final int BATCH_BYTES = 512 * 1024;

    public Route {
        query = Set.copyOf(query);
    }

    static Route get(String template, Action action) {
        return new Route(Method.GET, template, Set.of(), 0, action);
    }

    static Route get(String template, Set<String> query, Action action) {
        return new Route(Method.GET, template, query, 0, action);
    }

    static Route post(String template, int mostBytes, Action action) {
        return new Route(Method.POST, template, Set.of(), mostBytes, action);
    }

    static Route delete(String template, Action action) {
        return new Route(Method.DELETE, template, Set.of(), 0, action);
    }
}
