package org.franklin.datacenter.crash;

import org.franklin.model.canonical.Canonical;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

/// The parent's side of a [LeanProcess], which it may kill.
final class LeanChild implements Door {

    private final Process process;
    private final DataOutputStream out;
    private final CountDownLatch answersToGo;

    /// Guarded by this; no question is taken once the process is gone.
    private final Map<Integer, CompletableFuture<Answer>> asked = new HashMap<>();

    private int numbers;
    private boolean gone;

    /// It waits for [#open]; [#answers] waits for so many.
    LeanChild(List<String> line, Path log, int answers) throws IOException {
        process = new ProcessBuilder(line).redirectError(Redirect.appendTo(log.toFile())).start();
        out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        answersToGo = new CountDownLatch(answers);
        Thread.ofVirtual().start(this::read);
    }

    void open() throws IOException {
        out.write(1);
        out.flush();
    }

    /// Waits until all the answers have come that it is to live for, at most so long.
    boolean answers(long time, TimeUnit unit) throws InterruptedException {
        return answersToGo.await(time, unit);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// SIGKILL. When this returns, the process is gone and its locks with it.
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /// Ends it in order.
    int end() throws IOException, InterruptedException {
        out.close();
        return process.waitFor();
    }

    @Override
    public Answer ask(Question question) throws IOException {
        byte[] bytes = Canonical.encode(Question.class, question);
        var answer = new CompletableFuture<Answer>();
        synchronized (this) {
            if (gone) {
                throw new IOException("the process is gone");
            }
            int number = numbers++;
            asked.put(number, answer);
            out.writeInt(number);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        }
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void read() {
        try (var in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                int number = in.readInt();
                answered(number, Canonical.decode(Answer.class, LeanProcess.frame(in)).orThrow());
            }
        } catch (IOException e) {
            end(e);
        }
    }

    private void answered(int number, Answer answer) {
        synchronized (this) {
            asked.remove(number).complete(answer);
        }
        answersToGo.countDown();
    }

    private void end(IOException reason) {
        List<CompletableFuture<Answer>> open;
        synchronized (this) {
            gone = true;
            open = List.copyOf(asked.values());
            asked.clear();
        }
        open.forEach(answer -> answer.completeExceptionally(reason));
    }
}
