package org.franklin.datacenter;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.franklin.box.BoxPort;
import org.franklin.box.SecureBox;
import org.franklin.box.authentication.AuthenticationBoxAnswer;
import org.franklin.box.authentication.AuthenticationBoxRequest;
import org.franklin.box.meter.MeterBoxAnswer;
import org.franklin.box.meter.MeterBoxRequest;
import org.franklin.box.steel.SteelBoxAnswer;
import org.franklin.box.steel.SteelBoxRequest;
import org.franklin.box.transaction.TransactionBoxAnswer;
import org.franklin.box.transaction.TransactionBoxRequest;
import org.franklin.datacenter.function.records.Boxes;
import org.franklin.datacenter.keymanagement.EmbeddedBoxes.Walls;
import org.franklin.model.canonical.Bytes;

import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;

/// Counts and times what a box answers, by the name of the answer, from outside its wall.
final class MeteredBox implements SecureBox {

    /// Behind the byte that says that the box answered: the form's version, the length of the
    /// type's name, the name, the position of the answer among the type's members.
    private static final int BEFORE_NAME = 3;

    private final String name;
    private final Class<?> answers;
    private final SecureBox box;
    private final MeterRegistry registry;

    MeteredBox(String name, Class<?> answers, SecureBox box, MeterRegistry registry) {
        this.name = name;
        this.answers = answers;
        this.box = box;
        this.registry = registry;
    }

    /// The doors of all boxes, counted.
    static Boxes doors(Walls walls, MeterRegistry registry) {
        return new Boxes(
                new BoxPort<>(
                        AuthenticationBoxRequest.class,
                        AuthenticationBoxAnswer.class,
                        new MeteredBox(
                                "authentication",
                                AuthenticationBoxAnswer.class,
                                walls.authentication(),
                                registry)),
                new BoxPort<>(
                        TransactionBoxRequest.class,
                        TransactionBoxAnswer.class,
                        new MeteredBox(
                                "transaction",
                                TransactionBoxAnswer.class,
                                walls.transaction(),
                                registry)),
                new BoxPort<>(
                        MeterBoxRequest.class,
                        MeterBoxAnswer.class,
                        new MeteredBox("meter", MeterBoxAnswer.class, walls.meter(), registry)),
                new BoxPort<>(
                        SteelBoxRequest.class,
                        SteelBoxAnswer.class,
                        new MeteredBox("steel", SteelBoxAnswer.class, walls.steel(), registry)));
    }

    @Override
    public Bytes call(Bytes request) {
        var sample = Timer.start(registry);
        Bytes answer = box.call(request);
        sample.stop(
                Timer.builder("franklin.box.answers")
                        .description("Answers of the secure boxes, by box and answer")
                        .tag("box", name)
                        .tag("answer", nameOf(answer))
                        .register(registry));
        return answer;
    }

    private String nameOf(Bytes answer) {
        int position = BEFORE_NAME + answers.getSimpleName().length();
        byte[] head = answer.slice(0, Math.min(answer.length(), position + 2)).toArray();
        if (head.length < position + 1 || head[0] != 0) {
            return "Unreadable";
        }
        Class<?> member = answers.getPermittedSubclasses()[head[position]];
        // A step's answer is a choice of its own.
        return Stream.of(member.getRecordComponents())
                .limit(1)
                .map(RecordComponent::getType)
                .filter(Class::isSealed)
                .map(choice -> choice.getPermittedSubclasses()[head[position + 1]])
                .findFirst()
                .<Class<?>>map(chosen -> chosen)
                .orElse(member)
                .getSimpleName();
    }
}
