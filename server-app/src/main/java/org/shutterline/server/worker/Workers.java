package org.shutterline.server.worker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shutterline.server.spi.CameraFactory;
import org.shutterline.server.spi.InspectionToolFactory;

/** Starts worker processes: this very Java with this very program, and another main class. */
public final class Workers {
    /** The argument by which the main class knows that it is a camera that it shall run. */
    public static final String CAMERA = "camera";

    private static final int CAMERA_MEMORY_MB = 128;
    /** Pictures are not in the heap; unless it is told, Java gives them no more than that. */
    private static final String CAMERA_PICTURES = "-XX:MaxDirectMemorySize=1g";

    private final Path java;
    private final String classPath;
    private final String mainClass;

    /** @param mainClass reads its orders from standard input, see {@link WorkerLoop} */
    public Workers(Path java, String classPath, String mainClass) {
        this.java = java;
        this.classPath = classPath;
        this.mainClass = mainClass;
    }

    /** With the Java and the class path of this process. */
    public static Workers likeThis(String mainClass) {
        return new Workers(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                mainClass);
    }

    /**
     * The same kind of tool, each in a process of its own.
     *
     * @param settings of the one tool that is made of it, as the file gives them
     * @param memoryMb the most heap that the process may have
     */
    public InspectionToolFactory isolated(InspectionToolFactory kind, Map<String, Object> settings, int memoryMb) {
        return new IsolatedKind(kind, settings, command(memoryMb, List.of()));
    }

    /** The same driver, each camera in a process of its own. */
    public CameraFactory isolated(CameraFactory driver) {
        List<String> command = command(CAMERA_MEMORY_MB, List.of(CAMERA_PICTURES));
        command.add(CAMERA);
        return new IsolatedDriver(driver, command);
    }

    List<String> command(int memoryMb, List<String> more) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.add("-Xmx" + memoryMb + "m");
        command.addAll(more);
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+ExitOnOutOfMemoryError");
        // what the machine itself says of its end must not come between the answers either
        command.add("-XX:+DisplayVMOutputToStderr");
        command.add("-XX:+ErrorFileToStderr");
        command.add("-XX:-CreateCoredumpOnCrash");
        command.add("-Djava.awt.headless=true");
        command.add("-Dlogback.configurationFile=logback-worker.xml");
        Optional.ofNullable(System.getProperty("user.home")).ifPresent(home -> command.add("-Duser.home=" + home));
        command.addAll(List.of("-cp", classPath, mainClass));
        return command;
    }
}
