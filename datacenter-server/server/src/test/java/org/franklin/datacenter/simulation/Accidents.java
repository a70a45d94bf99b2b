package org.franklin.datacenter.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What goes wrong: handlers, servers and boxes die, disk and database fail, the clock jumps; and,
/// by the run's [Nature], an administrator acts or bits rot.
final class Accidents {

    private static final int SERVERS = 2;

    private final World world;
    private final Chance chance;
    private final Administrator administrator;
    private int crashes;
    private int faults;

    Accidents(World world) {
        this.world = world;
        chance = world.chance;
        administrator = new Administrator(world.database, chance);
    }

    int crashes() {
        return crashes;
    }

    int faults() {
        return faults;
    }

    List<Event> events() {
        var box = world.box;
        var all = new ArrayList<Event>();
        all.add(new Event(8, this::handlerDies));
        all.add(new Event(2, this::serverDies));
        all.add(new Event(4, () -> crash("the box's process is killed", box::kill)));
        all.add(new Event(4, () -> crash("the power fails", box::cutPower)));
        all.add(new Event(8, this::powerFailsWithin));
        all.add(new Event(60, this::start));
        all.add(new Event(4, this::diskFails));
        all.add(new Event(30, this::restartTroubled));
        all.add(new Event(6, this::commitFails));
        all.add(new Event(6, this::commitInDoubt));
        all.add(new Event(4, this::databaseCrashes));
        all.add(new Event(4, this::clockJumps));
        switch (world.nature) {
            case HONEST -> {
                // That is all.
            }
            case DISHONEST -> {
                all.add(new Event(20, this::backUp));
                all.add(new Event(12, this::tamper));
            }
            case DAMAGE -> all.add(new Event(6, this::rot));
        }
        return all;
    }

    private String handlerDies() {
        if (world.handlers.isEmpty()) {
            return Event.NONE;
        }
        var handler = world.handlers.remove(chance.below(world.handlers.size()));
        world.database.unlock(handler);
        crashes++;
        return "dies: " + handler;
    }

    private String serverDies() {
        int server = chance.below(SERVERS);
        var dead = world.handlers.stream().filter(handler -> handler.server() == server).toList();
        dead.forEach(world.database::unlock);
        world.handlers.removeAll(dead);
        crashes++;
        return "server " + server + " dies";
    }

    private String crash(String name, Runnable crash) {
        if (!world.box.isUp()) {
            return Event.NONE;
        }
        crash.run();
        crashes++;
        return name;
    }

    private String powerFailsWithin() {
        var asking =
                world.handlers.stream().filter(handler -> handler.asking().isPresent()).toList();
        if (asking.isEmpty()) {
            return Event.NONE;
        }
        int operation = 1 + chance.below(4);
        var handler = chance.of(asking);
        return crash(
                "the power fails at operation " + operation + " of " + handler,
                () -> world.box.dieAsked(handler.asking().orElseThrow(), operation));
    }

    private String start() {
        if (world.box.isUp()) {
            return Event.NONE;
        }
        boolean faulty = chance.percent(15);
        if (faulty) {
            faults++;
            world.box.failDisk(1 + chance.below(4), chance.percent(30));
        }
        world.box.start();
        world.box.healDisk();
        return "the box starts" + world.box.grievance().map(reason -> ": " + reason).orElse("");
    }

    private String diskFails() {
        faults++;
        if (chance.percent(30)) {
            int room = chance.below(4_000);
            world.box.fillDisk(room);
            return "the disk has room for " + room + " bytes";
        }
        int operation = 1 + chance.below(3);
        world.box.failDisk(operation, chance.percent(30));
        return "the disk fails at operation " + operation;
    }

    /// Keepers notice a box that is out of service.
    private String restartTroubled() {
        return world.box.isUp() && world.box.isTroubled()
                ? crash(
                        "the box is stopped",
                        chance.percent(50) ? world.box::kill : world.box::cutPower)
                : Event.NONE;
    }

    private String clockJumps() {
        var jump = Duration.ofMinutes(chance.below(3_000) - 1_500L);
        world.clock.jump(jump);
        faults++;
        return "the clock jumps by " + jump;
    }

    private String commitFails() {
        return whenDue("a commit fails", world.database::lose);
    }

    private String commitInDoubt() {
        return whenDue("a commit is in doubt", () -> world.database.commit(false));
    }

    private String whenDue(String name, Runnable happens) {
        if (!world.database.isCommitDue()) {
            return Event.NONE;
        }
        happens.run();
        faults++;
        return name;
    }

    private String databaseCrashes() {
        world.database.lose();
        faults++;
        return "the database crashes";
    }

    private String backUp() {
        administrator.backUp();
        return "the administrator makes a backup";
    }

    private String tamper() {
        if (world.database.isCommitDue()) {
            return Event.NONE;
        }
        return "the administrator " + administrator.act(world.mailers.meters());
    }

    private String rot() {
        faults++;
        world.box.rot(chance);
        return "a bit rots";
    }
}
