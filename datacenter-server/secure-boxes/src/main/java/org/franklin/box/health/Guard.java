package org.franklin.box.health;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// What stands before a box's decisions: after one [BoxFault] it answers every request that the box
/// is out of service, with the reason.
public final class Guard<Q, A> implements Function<Q, A> {

    private final Function<Q, A> box;
    private final Function<String, A> outOfService;
    private final AtomicReference<Optional<A>> closed = new AtomicReference<>(Optional.empty());

    public Guard(Function<Q, A> box, Function<String, A> outOfService) {
        this.box = box;
        this.outOfService = outOfService;
    }

    @Override
    public A apply(Q request) {
        return closed.get().orElseGet(() -> asked(request));
    }

    private A asked(Q request) {
        try {
            return box.apply(request);
        } catch (BoxFault fault) {
            A answer = outOfService.apply(String.valueOf(fault.getMessage()));
            closed.set(Optional.of(answer));
            return answer;
        }
    }
}
