package org.franklin.datacenter.function.records;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.franklin.box.SecureBox;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes.Walls;
import org.franklin.model.canonical.Bytes;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// Counts and times what a box answers, by the name of the answer, from outside its wall.
public final class MeteredBox implements SecureBox {

    /// Behind the byte that says that the box answered: the form's version, the length of the
    /// type's name, the name, the position of the answer among the type's members.
    private static final int BEFORE_NAME = 3;

    private final String name;
    private final int before;
    private final List<List<String>> names;
    private final SecureBox box;
    private final MeterRegistry registry;
    private final ConcurrentMap<String, Timer> timers = new ConcurrentHashMap<>();

    MeteredBox(String name, Class<?> answers, SecureBox box, MeterRegistry registry) {
        this.name = name;
        this.before = BEFORE_NAME + answers.getSimpleName().length();
        this.names = Stream.of(answers.getPermittedSubclasses()).map(MeteredBox::names).toList();
        this.box = box;
        this.registry = registry;
    }

    /// The doors of all boxes, counted.
    public static Boxes doors(Walls walls, MeterRegistry registry) {
        return Boxes.behind(
                new Walls(
                        new MeteredBox(
                                "authentication",
                                AuthenticationBoxAnswer.class,
                                walls.authentication(),
                                registry),
                        new MeteredBox(
                                "transaction",
                                TransactionBoxAnswer.class,
                                walls.transaction(),
                                registry),
                        new MeteredBox("meter", MeterBoxAnswer.class, walls.meter(), registry),
                        new MeteredBox("steel", SteelBoxAnswer.class, walls.steel(), registry)));
    }

    @Override
    public Bytes call(Bytes request) {
        var sample = Timer.start(registry);
        Bytes answer = box.call(request);
        sample.stop(timers.computeIfAbsent(nameOf(answer), this::timer));
        return answer;
    }

    private Timer timer(String answer) {
        return Timer.builder("franklin.box.answers")
                .description("Answers of the secure boxes, by box and answer")
                .tag("box", name)
                .tag("answer", answer)
                .register(registry);
    }

    private String nameOf(Bytes answer) {
        byte[] head = answer.slice(0, Math.min(answer.length(), before + 2)).toArray();
        if (head.length < before + 1 || head[0] != 0) {
            return "Unreadable";
        }
        List<String> choices = names.get(head[before]);
        return choices.size() == 1 ? choices.getFirst() : choices.get(head[before + 1]);
    }

    /// A step's answer is a choice of its own.
    private static List<String> names(Class<?> member) {
        return Stream.of(member.getRecordComponents())
                .limit(1)
                .map(RecordComponent::getType)
                .filter(Class::isSealed)
                .map(Class::getPermittedSubclasses)
                .findFirst()
                .map(MeteredBox::simple)
                .orElseGet(() -> List.of(member.getSimpleName()));
    }

    private static List<String> simple(Class<?>[] choices) {
        return Stream.of(choices).<String>map(Class::getSimpleName).toList();
    }
}
