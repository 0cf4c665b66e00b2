package ledger.api.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/** Those who ask for work: several who wait for each answer, or one who hands in everything and waits at the end. */
final class Callers {

    private Callers() {}

    /** Each caller takes every so manieth of these, and the next one when that is done. */
    static <T> Work waiting(int callers, List<T> all, Consumer<T> ask) throws Exception {
        long[] latencies = new long[all.size()];
        List<Callable<Void>> tasks = new ArrayList<>();
        for (int caller = 0; caller < callers; caller++) {
            int first = caller;
            tasks.add(() -> {
                for (int i = first; i < all.size(); i += callers) {
                    long begin = System.nanoTime();
                    ask.accept(all.get(i));
                    latencies[i] = System.nanoTime() - begin;
                }
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
            for (Future<Void> done : threads.invokeAll(tasks)) {
                get(done);
            }
        }
        return new Work(all.size(), latencies);
    }

    /** All are handed in one after the other, as fast as they are taken. */
    static <T> Work pipelined(List<T> all, Function<T, CompletableFuture<?>> ask) throws Exception {
        long[] latencies = new long[all.size()];
        List<CompletableFuture<?>> answers = new ArrayList<>(all.size());
        for (int i = 0; i < all.size(); i++) {
            int one = i;
            long begin = System.nanoTime();
            answers.add(ask.apply(all.get(i)).thenAccept(answer -> latencies[one] = System.nanoTime() - begin));
        }
        for (CompletableFuture<?> answer : answers) {
            get(answer);
        }
        return new Work(all.size(), latencies);
    }

    private static void get(Future<?> done) throws Exception {
        try {
            done.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
