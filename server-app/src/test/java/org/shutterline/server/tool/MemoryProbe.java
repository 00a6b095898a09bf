package org.shutterline.server.tool;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * A program that runs tools many times each, and prints for each how many bytes outside the heap a run leaves behind: until
 * garbage is collected, and for good; and how many matrices it makes.
 */
final class MemoryProbe {
    /** As many blocks as it takes for the middle one to be clean, an odd number. */
    private static final int FEWEST_BLOCKS = 3;

    private static final int MOST_BLOCKS = 15;
    private static final int MOST_COLLECTIONS = 4;
    /** Blocks of runs, in which the compiler of the JVM does its work. */
    private static final int WARM_UP = 2;

    /** A released matrix leaves its head, which OpenCV for Java frees with the garbage. */
    private static final long HEAD_BYTES = 112;

    /** Of a line of a class histogram: number, instances, bytes, name. */
    private static final Pattern MATRICES =
            Pattern.compile("^ *\\d+: +(\\d+) +\\d+ +org\\.opencv\\.core\\.Mat", Pattern.MULTILINE);

    private MemoryProbe() {}

    /** One run of what is watched. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    /**
     * What a run leaves behind: the middle of some blocks of runs, because a leak is in each, and what Java itself needs, or gives
     * back, is not.
     *
     * @param late bytes until garbage is collected, without the heads of matrices
     * @param forGood bytes after it was
     * @param matrices how many it makes
     */
    record Left(long late, long forGood, long matrices) {
        /** Of what Java itself needs in few runs; less than the smallest matrix that is kept. */
        static final long MOST_FOR_GOOD = 200;

        /** Less than the smallest matrix that is not released. */
        static final long MOST_LATE = 150;

        /** In a worker; its compiler is not warm, and a picture that is kept is ten times as much. */
        static final long MOST_OF_A_WORKER = 2_000;

        boolean isClean(long mostForGood) {
            return late < MOST_LATE && forGood < mostForGood;
        }

        static Left read(String written) {
            long[] parts =
                    Stream.of(written.split(" ")).mapToLong(Long::parseLong).toArray();
            return new Left(parts[0], parts[1], parts[2]);
        }

        String written() {
            return late + " " + forGood + " " + matrices;
        }
    }

    /** @param args a folder for files */
    public static void main(String[] args) throws Exception {
        NativeHeap heap = NativeHeap.here().orElseThrow();
        try (MemorySubjects subjects = new MemorySubjects(Path.of(args[0]))) {
            for (String name : MemorySubjects.NAMES) {
                MemorySubjects.Subject subject = subjects.of(name);
                for (int i = 0; i < WARM_UP; i++) {
                    run(subject);
                }
                tell(name, left(subject, heap::bytes, Left.MOST_FOR_GOOD));
                if (subject.elsewhere().isPresent()) {
                    tell(
                            MemorySubjects.WORKER,
                            left(subject, subject.elsewhere().get(), Left.MOST_OF_A_WORKER));
                }
                subject.end().run();
            }
        }
    }

    private static void tell(String what, Left left) {
        System.out.println(what + "=" + left.written());
    }

    private static Left left(MemorySubjects.Subject subject, LongSupplier bytes, long mostForGood) throws Exception {
        long matrices = matrices(subject);
        List<Long> late = new ArrayList<>();
        List<Long> forGood = new ArrayList<>();
        long before = collected(bytes);
        Left left;
        do {
            long collections = collections();
            run(subject);
            if (collections() != collections) {
                throw new IllegalStateException("garbage was collected while it ran, so that it cannot be weighed");
            }
            late.add((bytes.getAsLong() - before - HEAD_BYTES * matrices) / subject.runs());
            long after = collected(bytes);
            forGood.add((after - before) / subject.runs());
            before = after;
            left = new Left(middle(late), middle(forGood), matrices / subject.runs());
        } while (late.size() < FEWEST_BLOCKS
                || late.size() % 2 == 0
                || !left.isClean(mostForGood) && late.size() < MOST_BLOCKS);
        return left;
    }

    private static long middle(List<Long> ofBlocks) {
        return ofBlocks.stream().sorted().toList().get(ofBlocks.size() / 2);
    }

    /** How many a block makes: counted in the garbage that it leaves. */
    private static long matrices(MemorySubjects.Subject subject) throws Exception {
        long before = matrices();
        run(subject);
        return matrices() - before;
    }

    private static long matrices() throws JMException {
        Object[] withGarbage = {new String[] {"-all"}};
        String[] signature = {String[].class.getName()};
        Object histogram = ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        withGarbage,
                        signature);
        return MATRICES.matcher((String) histogram)
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .sum();
    }

    private static void run(MemorySubjects.Subject subject) throws Exception {
        for (int i = 0; i < subject.runs(); i++) {
            subject.work().run();
        }
    }

    /** What is left when nothing more goes. */
    private static long collected(LongSupplier bytes) {
        long last = Long.MAX_VALUE;
        for (int i = 0; i < MOST_COLLECTIONS; i++) {
            Garbage.collect();
            long now = bytes.getAsLong();
            if (now >= last) {
                break;
            }
            last = now;
        }
        return bytes.getAsLong();
    }

    private static long collections() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
