package org.franklin.datacenter.simulation;

import java.util.ArrayList;
import java.util.List;

/// What happens without any accident but those of a network: devices send, messages arrive in any
/// order, twice or not at all, and handlers make their moves.
final class Traffic {

    private sealed interface Message {
        record Request(Errand errand) implements Message {}

        record Response(Errand errand, Answer answer) implements Message {}
    }

    private static final int SERVERS = 2;
    private static final int MOST_HANDLERS = 4;
    private static final int MOST_MESSAGES = 30;

    private final World world;
    private final Chance chance;
    private final List<Message> network = new ArrayList<>();

    Traffic(World world) {
        this.world = world;
        chance = world.chance;
    }

    List<Event> events() {
        var mailers = world.mailers;
        boolean misdirected = world.nature != Nature.DISHONEST;
        return List.of(
                new Event(220, () -> mailers.ask().map(this::send).orElse(Event.NONE)),
                new Event(15, () -> send(mailers.bringMoney())),
                new Event(15, () -> send(mailers.wrong(misdirected))),
                new Event(250, this::deliver),
                new Event(500, this::move),
                new Event(200, this::commit),
                new Event(15, this::duplicate),
                new Event(15, this::drop));
    }

    private String send(Errand errand) {
        if (network.size() < MOST_MESSAGES) {
            network.add(new Message.Request(errand));
        }
        return "sent: " + errand;
    }

    private String deliver() {
        if (network.isEmpty()) {
            return Event.NONE;
        }
        int at = chance.below(network.size());
        switch (network.get(at)) {
            case Message.Request(var errand) -> {
                if (world.handlers.size() == MOST_HANDLERS) {
                    return Event.NONE;
                }
                network.remove(at);
                world.handlers.add(
                        new Handler(errand, chance.below(SERVERS), world.database, world.wall));
                return "received: " + errand;
            }
            case Message.Response(var errand, var answer) -> {
                network.remove(at);
                world.mailers.hear(errand, answer);
                return "heard: " + errand + " " + answer.getClass().getSimpleName();
            }
        }
    }

    private String move() {
        if (world.handlers.isEmpty()) {
            return Event.NONE;
        }
        var handler = chance.of(world.handlers);
        String what = handler.toString();
        if (handler.answer().isPresent()) {
            world.handlers.remove(handler);
            network.add(new Message.Response(handler.errand(), handler.answer().orElseThrow()));
            return what;
        }
        return handler.move() ? what + " => " + handler : Event.NONE;
    }

    private String commit() {
        if (!world.database.isCommitDue()) {
            return Event.NONE;
        }
        world.database.commit(true);
        return "commit";
    }

    private String duplicate() {
        if (network.isEmpty() || network.size() >= MOST_MESSAGES) {
            return Event.NONE;
        }
        network.add(chance.of(network));
        return "the network doubles a message";
    }

    private String drop() {
        if (network.isEmpty()) {
            return Event.NONE;
        }
        network.remove(chance.below(network.size()));
        return "the network loses a message";
    }
}
