package org.shutterline.server.tool.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.shutterline.server.spi.NativeFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The runtime of learned models, loaded when it is first asked for. Safe for all threads. */
final class OnnxLibrary {
    static final String VERSION = "1.29.0";

    private static final Logger LOG = LoggerFactory.getLogger(OnnxLibrary.class);
    private static final String FOLDER_PROPERTY = "onnxruntime.native.path";

    private OnnxLibrary() {}

    /**
     * The one environment of the program; never closed.
     *
     * @throws IOException if there is no library for this machine; the message is for a technician
     */
    static OrtEnvironment environment() throws IOException {
        try {
            return Once.ENVIRONMENT;
        } catch (LinkageError missing) {
            throw new IOException(
                    "the library for learned models is missing for this machine (" + System.getProperty("os.name")
                            + ", " + System.getProperty("os.arch") + ")",
                    missing);
        }
    }

    /** The class loader runs a class's first steps once, whichever threads ask. */
    private static final class Once {
        /**
         * While it is loaded, the library searches the whole command line of the program by recursion: from 4,000
         * characters on, a long class path say, an ordinary stack is too small and the program dies. This does for 200,000.
         */
        private static final long STACK_BYTES = 256L << 20;

        static final OrtEnvironment ENVIRONMENT = loadWithRoom();

        private static OrtEnvironment loadWithRoom() {
            FutureTask<OrtEnvironment> loading = new FutureTask<>(OnnxLibrary::load);
            Thread thread = new Thread(null, loading, "load-onnxruntime", STACK_BYTES);
            thread.setDaemon(true);
            thread.start();
            boolean interrupted = false;
            try {
                while (true) {
                    try {
                        return loading.get();
                    } catch (InterruptedException e) {
                        // half a library is of no use to anybody
                        interrupted = true;
                    }
                }
            } catch (ExecutionException e) {
                throw new UnsatisfiedLinkError("the library for learned models cannot be loaded: " + e.getCause());
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private static OrtEnvironment load() {
        Set<Path> before = unpackingFolders();
        OrtEnvironment environment = opened();
        Set<Path> left = unpackingFolders();
        left.removeAll(before);
        left.forEach(OnnxLibrary::deleteIfEmpty);
        return environment;
    }

    /** It makes one at each start, to unpack to, and leaves it empty behind when the program is killed. */
    private static Set<Path> unpackingFolders() {
        Set<Path> folders = new HashSet<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), "onnxruntime-java*")) {
            found.forEach(folders::add);
        } catch (IOException | DirectoryIteratorException unreadable) {
            LOG.debug("the folder for temporary files cannot be listed: {}", unreadable.toString());
        }
        return folders;
    }

    private static void deleteIfEmpty(Path folder) {
        try {
            Files.delete(folder);
        } catch (IOException inUse) {
            LOG.debug("{} stays: {}", folder, inUse.toString());
        }
    }

    private static OrtEnvironment opened() {
        if (System.getProperty(FOLDER_PROPERTY) == null) {
            unpacked().ifPresent(folder -> System.setProperty(FOLDER_PROPERTY, folder.toString()));
        }
        OrtEnvironment environment =
                OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "shutterline");
        try {
            environment.setTelemetry(false);
        } catch (OrtException e) {
            throw new IllegalStateException("the library for learned models cannot be told to keep quiet", e);
        }
        return environment;
    }

    /** Its own loader unpacks anew at each start. */
    private static Optional<Path> unpacked() {
        String folder = "ai/onnxruntime/native/" + system() + "-" + processor() + "/";
        String name = "onnxruntime-" + VERSION;
        return NativeFile.unpacked(folder + System.mapLibraryName("onnxruntime"), name)
                .flatMap(runtime -> NativeFile.unpacked(folder + System.mapLibraryName("onnxruntime4j_jni"), name))
                .map(Path::getParent);
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return "osx";
        }
        return name.startsWith("windows") ? "win" : "linux";
    }

    private static String processor() {
        return System.getProperty("os.arch").equals("aarch64") ? "aarch64" : "x64";
    }
}
