package org.shutterline.server.spi.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Programs in Python for tests, each in a folder of its own, so that what is left of them can be found. */
public final class Python {
    /** What all of them begin with: {@code first} is true in the first life, which may be a bad one. */
    private static final String BEGIN = """
            import json, os, signal, sys, time
            here = os.path.dirname(os.path.abspath(__file__))
            first = not os.path.exists(here + '/lived')
            open(here + '/lived', 'w').close()
            out, inp = sys.stdout.buffer, sys.stdin.buffer

            def say(what):
                out.write((json.dumps(what) + '\\n').encode())
                out.flush()

            def hello():
                global told
                told = json.loads(inp.readline())
                say({'hello': 'tool', 'version': 1})

            def picture():
                line = inp.readline()
                if not line:
                    sys.exit(0)
                head = json.loads(line)
                head['pixels'] = inp.read(head['bytes'])
                return head

            def answer(head):
                say({'picture': head['picture'], 'verdict': 'OK', 'values': {'first': head['pixels'][0]}})

            def good():
                hello()
                while True:
                    answer(picture())

            if not first:
                good()
            """;

    private Python() {}

    public static boolean isThere() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import json").start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException none) {
            return false;
        }
    }

    /** A program that does so in its first life and is a good one in all others. */
    public static Path write(Path folder, String firstLife) throws IOException {
        return Files.writeString(folder.resolve("program.py"), BEGIN + firstLife);
    }

    /** Processes that run anything of this folder; dead ones that nobody has fetched do not count. */
    public static List<ProcessHandle> runningFrom(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains(folder.toString()))
                .toList();
    }

    /** Names of the threads that programs have here. */
    public static List<String> threads(String program) {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.startsWith("program-" + program))
                .toList();
    }
}
