package org.franklin.datacenter.crash;

import org.franklin.model.canonical.Bytes;
import org.franklin.model.canonical.Canonical;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executors;

/// A [LeanCenter] as a process of its own. Frames on its standard input are questions, frames on
/// its standard output answers: a number, a length, canonical bytes. The end of its input ends it
/// in order.
final class LeanProcess {

    private final LeanCenter center;
    private final DataOutputStream out;

    private LeanProcess(LeanCenter center, DataOutputStream out) {
        this.center = center;
        this.out = out;
    }

    /// Reads one byte before it opens the folder, so that it can be started ahead of time.
    public static void main(String[] args) throws IOException {
        var in = new DataInputStream(new BufferedInputStream(System.in));
        var out =
                new DataOutputStream(
                        new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        System.setOut(System.err);
        if (in.read() < 0) {
            return;
        }
        try (var center = LeanCenter.open(Path.of(args[0]))) {
            var sweep = Thread.ofVirtual().start(center.functions().sweep());
            new LeanProcess(center, out).serve(in);
            sweep.interrupt();
        }
    }

    private void serve(DataInputStream in) throws IOException {
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            while (true) {
                int number = in.readInt();
                var question = Canonical.decode(Question.class, frame(in)).orThrow();
                workers.execute(() -> answer(number, question));
            }
        } catch (EOFException _) {
            System.err.println("told to end");
        }
    }

    private void answer(int number, Question question) {
        byte[] answer = Canonical.encode(Answer.class, answer(question));
        synchronized (out) {
            try {
                out.writeInt(number);
                out.writeInt(answer.length);
                out.write(answer);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Answer answer(Question question) {
        try {
            return center.ask(question);
        } catch (RuntimeException | Error e) {
            e.printStackTrace();
            return new Answer.Refused(e.toString());
        }
    }

    static Bytes frame(DataInputStream in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        return Bytes.of(bytes);
    }
}
