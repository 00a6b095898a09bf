package org.shutterline.server.camera.gige;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Runs the tests of a class on a thread that has a network of its own, with nothing in it but loopback: the search for
 * cameras goes to every network there is. What the thread starts, threads and processes, is in there too. It is gone when
 * the last of them ends. Addresses: 127.0.0.1 to 127.0.0.9.
 */
final class LoopbackNamespace
        implements ExecutionCondition, BeforeAllCallback, AfterAllCallback, InvocationInterceptor {
    private static final int CLONE_NEWNET = 0x40000000;

    /** Made anew for a second try of the tests. */
    private ExecutorService thread = Executors.newSingleThreadExecutor();

    interface LibC extends Library {
        int unshare(int flags);
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!Files.isExecutable(Path.of("/usr/bin", FakeCamera.PROGRAM))) {
            return ConditionEvaluationResult.disabled(
                    "skipped: " + FakeCamera.PROGRAM + " (aravis-tools) is not installed");
        }
        try {
            run("unshare", "--net", "ip", "link", "set", "lo", "up");
            return ConditionEvaluationResult.enabled("");
        } catch (IOException | InterruptedException refused) {
            return ConditionEvaluationResult.disabled(
                    "skipped: no network namespace can be made: " + refused.getMessage());
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        thread.shutdownNow();
        thread = Executors.newSingleThreadExecutor();
        inside(() -> {
            enter();
            return true;
        });
    }

    /** Takes the calling thread into a new network. */
    static void enter() throws IOException, InterruptedException {
        if (Native.load("c", LibC.class).unshare(CLONE_NEWNET) != 0) {
            throw new IOException("no network namespace");
        }
        run("ip", "link", "set", "lo", "up");
        for (int i = 2; i < 10; i++) {
            run("ip", "address", "add", "127.0.0." + i + "/8", "dev", "lo");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        thread.shutdownNow();
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        try {
            inside(() -> {
                try {
                    return invocation.proceed();
                } catch (Exception | Error failed) {
                    throw failed;
                } catch (Throwable other) {
                    throw new IllegalStateException(other);
                }
            });
        } catch (ExecutionException failed) {
            throw failed.getCause();
        }
    }

    private <T> void inside(Callable<T> work) throws Exception {
        thread.submit(work).get();
    }

    private static void run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", List.of(command)) + ": " + said.strip());
        }
    }
}
