package org.shutterline.docs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import java.beans.XMLDecoder;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.net.DatagramSocket;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.NetworkChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The walls of the house: who may know whom. See architecture.md. */
final class LayersTest {
    private static final String OURS = "org.shutterline..";
    private static final String PROTOCOL = "org.shutterline.protocol..";
    private static final String MESSAGE = "org.shutterline.protocol.message..";
    private static final String LOOK = "org.shutterline.look..";
    private static final String SERVER = "org.shutterline.server..";
    private static final String CLIENT = "org.shutterline.client..";
    private static final String STATION = "org.shutterline.server.station..";
    private static final String NET = "org.shutterline.server.net..";
    private static final String[] WINDOWS = {"org.shutterline.server.ui..", "org.shutterline.client.ui..", LOOK};
    private static final String[] PLUGINS = {"org.shutterline.server.camera..", "org.shutterline.server.tool.."};

    private static final DescribedPredicate<JavaClass> SOCKET = describe(
            "are sockets",
            type -> type.isAssignableTo(Socket.class)
                    || type.isAssignableTo(ServerSocket.class)
                    || type.isAssignableTo(DatagramSocket.class)
                    || type.isAssignableTo(NetworkChannel.class));

    private static final DescribedPredicate<JavaClass> STARTS_THREADS = describe(
            "start threads",
            type -> type.isAssignableTo(Executor.class)
                    || type.isAssignableTo(CompletableFuture.class)
                    || type.isAssignableTo(Timer.class)
                    || type.getName().equals("java.util.concurrent.Executors"));

    /** What draws into a picture in memory without a display. */
    private static final List<String> DRAWING = List.of(
            "Graphics2D",
            "Graphics",
            "Font",
            "Color",
            "RenderingHints",
            "Key",
            "Shape",
            "Rectangle",
            "BasicStroke",
            "Image",
            "Point",
            "Paint",
            "Stroke",
            "Composite",
            "AlphaComposite",
            "FontMetrics",
            "FontFormatException");

    /** Pictures in memory and shapes are no windows: ImageIO and the printing of a label need them. */
    private static final DescribedPredicate<JavaClass> SWING = describe(
            "are Swing or AWT",
            type -> type.getPackageName().startsWith("javax.swing")
                    || (type.getPackageName().equals("java.awt") && !DRAWING.contains(type.getSimpleName()))
                    || type.getPackageName().startsWith("java.awt.event"));

    private static JavaClasses ours;

    @BeforeAll
    static void scan() {
        ours = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(
                        "org.shutterline.protocol",
                        "org.shutterline.look",
                        "org.shutterline.server",
                        "org.shutterline.client");
    }

    @ParameterizedTest
    @CsvSource({"protocol,40", "look,40", "server,120", "client,30"})
    void classesOfEachModuleWereScanned(String module, int atLeast) {
        long scanned = ours.stream()
                .filter(type -> type.getPackageName().startsWith("org.shutterline." + module))
                .count();

        assertThat(scanned).isGreaterThan(atLeast);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "protocol.message",
                "protocol.plugin",
                "protocol.spi",
                "server.spi",
                "server.station",
                "server.machine",
                "server.net",
                "server.archive",
                "server.settings",
                "server.access",
                "server.jobs",
                "server.tuning",
                "server.guard",
                "server.doctor",
                "server.terminal",
                "server.camera.simulated",
                "server.tool",
                "client.link",
                "client.operator"
            })
    void theRoomsThatTheRulesNameAreThere(String room) {
        assertThat(ours.stream().map(JavaClass::getPackageName)).contains("org.shutterline." + room);
    }

    @Test
    void messageImportsNothingOfOurs() {
        hold(in(MESSAGE).should().dependOnClassesThat(oursBut(MESSAGE)));
    }

    @Test
    void protocolImportsNothingOfTheOtherModules() {
        hold(in(PROTOCOL).should().dependOnClassesThat(oursBut(PROTOCOL)));
    }

    @Test
    void protocolOpensNoSocket() {
        hold(in(PROTOCOL).should().dependOnClassesThat(SOCKET));
    }

    @Test
    void protocolStartsNoThread() {
        hold(in(PROTOCOL).should().dependOnClassesThat(STARTS_THREADS));
        hold(in(PROTOCOL).should().callConstructorWhere(targetOwner(Thread.class)));
    }

    @Test
    void protocolAsksNoClock() {
        hold(in(PROTOCOL).should().callMethod(System.class, "nanoTime"));
        hold(in(PROTOCOL).should().callMethod(System.class, "currentTimeMillis"));
    }

    @Test
    void protocolKnowsNoWindow() {
        hold(in(PROTOCOL).should().dependOnClassesThat(resideInAnyPackage("javax.swing..", "java.awt..")));
    }

    @Test
    void dialectsAreImportedByNobodyAndNotByEachOther() {
        hold(noClasses()
                .that(not(resideInAPackage("org.shutterline.protocol.dialect..")))
                .should()
                .dependOnClassesThat(resideInAPackage("org.shutterline.protocol.dialect..")));
        slices().matching("org.shutterline.protocol.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(ours);
    }

    @Test
    void lookKnowsMessagesOnly() {
        hold(in(LOOK).should().dependOnClassesThat(oursBut(LOOK).and(not(resideInAPackage(MESSAGE)))));
    }

    @Test
    void lookStartsNoThread() {
        hold(in(LOOK).should().dependOnClassesThat(STARTS_THREADS));
        hold(in(LOOK).should().callConstructorWhere(targetOwner(Thread.class)));
    }

    @Test
    void serverAndClientNeverImportEachOther() {
        hold(in(SERVER).should().dependOnClassesThat(resideInAPackage(CLIENT)));
        hold(in(CLIENT).should().dependOnClassesThat(resideInAPackage(SERVER)));
    }

    @Test
    void stationKnowsNoSocketNoWindowNoArchiveNoPluginAndNobodyAboveIt() {
        hold(in(STATION).should().dependOnClassesThat(SOCKET));
        hold(in(STATION).should().dependOnClassesThat(SWING));
        hold(in(STATION).should().dependOnClassesThat(resideInAPackage("java.sql..")));
        hold(in(STATION)
                .should()
                .dependOnClassesThat(oursBut(STATION)
                        .and(not(resideInAnyPackage(
                                MESSAGE, "org.shutterline.protocol.plugin..", "org.shutterline.server.spi..")))));
    }

    @Test
    void jobsKnowSettingsPluginsAndStationsOnly() {
        String jobs = "org.shutterline.server.jobs..";
        hold(in(jobs).should().dependOnClassesThat(SOCKET));
        hold(in(jobs).should()
                .dependOnClassesThat(oursBut(jobs)
                        .and(not(resideInAnyPackage(
                                PROTOCOL,
                                STATION,
                                "org.shutterline.server.spi..",
                                "org.shutterline.server.settings..")))));
        hold(in("org.shutterline.server.settings..", STATION).should().dependOnClassesThat(resideInAPackage(jobs)));
    }

    @Test
    void theGuardOfCamerasKnowsWhatAPluginsAuthorReadsAndNothingElse() {
        String guard = "org.shutterline.server.guard..";
        hold(in(guard)
                .should()
                .dependOnClassesThat(oursBut(guard)
                        .and(not(resideInAnyPackage(
                                MESSAGE, "org.shutterline.protocol.plugin..", "org.shutterline.server.spi..")))));
        hold(in(guard).should().dependOnClassesThat(SOCKET));
        hold(in(STATION).should().dependOnClassesThat(resideInAPackage(guard)));
    }

    @Test
    void theSimulatorKnowsTheProtocolAndABenchOnly() {
        String simulator = "org.shutterline.server.simulator..";
        hold(in(simulator)
                .should()
                .dependOnClassesThat(
                        oursBut(simulator).and(not(resideInAnyPackage(PROTOCOL, "org.shutterline.server.monitor..")))));
    }

    @Test
    void tuningKnowsJobsAndStationsAndNobodyAboveThem() {
        String tuning = "org.shutterline.server.tuning..";
        hold(in(tuning)
                .should()
                .dependOnClassesThat(oursBut(tuning)
                        .and(not(resideInAnyPackage(
                                PROTOCOL,
                                STATION,
                                "org.shutterline.server.spi..",
                                "org.shutterline.server.settings..",
                                "org.shutterline.server.jobs..")))));
    }

    @Test
    void netKnowsTheProtocolOnly() {
        hold(in(NET).should().dependOnClassesThat(oursBut(NET).and(not(resideInAPackage(PROTOCOL)))));
    }

    @Test
    void accessKnowsWhoAsksAndFilesAndOpensNothing() {
        String access = "org.shutterline.server.access..";
        hold(in(access).should().dependOnClassesThat(SOCKET));
        hold(in(access)
                .should()
                .dependOnClassesThat(oursBut(access)
                        .and(not(resideInAnyPackage(PROTOCOL, NET, "org.shutterline.server.settings..")))));
        hold(in(NET, STATION, "org.shutterline.server.machine..", "org.shutterline.server.archive..")
                .should()
                .dependOnClassesThat(resideInAPackage(access)));
    }

    @Test
    void theDoctorKnowsTheWireOnlyOpensNothingAndAsksNoClock() {
        String doctor = "org.shutterline.server.doctor..";
        hold(in(doctor)
                .should()
                .dependOnClassesThat(oursBut(doctor)
                        .and(not(resideInAnyPackage(
                                NET,
                                MESSAGE,
                                "org.shutterline.protocol.script..",
                                "org.shutterline.protocol.plugin..",
                                "org.shutterline.protocol.spi..")))));
        hold(in(doctor).should().dependOnClassesThat(SOCKET));
        hold(in(doctor).should().dependOnClassesThat(STARTS_THREADS));
        hold(in(doctor).should().callMethod(System.class, "nanoTime"));
        hold(in(doctor).should().callMethod(java.time.Instant.class, "now"));
    }

    @Test
    void theFormOfAListenerKnowsTheProtocolTheSettingsAndItsBenchOnly() {
        String listeners = "org.shutterline.server.listeners..";
        hold(in(listeners).should().dependOnClassesThat(SOCKET));
        hold(in(listeners)
                .should()
                .dependOnClassesThat(oursBut(listeners)
                        .and(not(resideInAnyPackage(
                                PROTOCOL, "org.shutterline.server.settings..", "org.shutterline.server.monitor..")))));
    }

    @Test
    void theTerminalKnowsTheProtocolTheWireAndItsBenchOnly() {
        String terminal = "org.shutterline.server.terminal..";
        hold(in(terminal)
                .should()
                .dependOnClassesThat(oursBut(terminal)
                        .and(not(resideInAnyPackage(PROTOCOL, NET, "org.shutterline.server.monitor..")))));
    }

    @Test
    void whatPluginsReadKnowsTheProtocolOnly() {
        hold(in("org.shutterline.server.spi..")
                .should()
                .dependOnClassesThat(oursBut("org.shutterline.server.spi..").and(not(resideInAPackage(PROTOCOL)))));
    }

    @Test
    void pluginsKnowTheSpiOnly() {
        hold(in(PLUGINS)
                .should()
                .dependOnClassesThat(oursBut(PLUGINS)
                        .and(not(resideInAnyPackage(
                                MESSAGE, "org.shutterline.protocol.plugin..", "org.shutterline.server.spi..")))));
    }

    @Test
    void pluginsAreImportedByNobodyAndCamerasNotByEachOther() {
        hold(noClasses()
                .that(not(resideInAnyPackage(PLUGINS)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(PLUGINS)));
        hold(in("org.shutterline.server.tool..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.shutterline.server.camera..")));
        hold(in("org.shutterline.server.camera..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.shutterline.server.tool..")));
        slices().matching("org.shutterline.server.camera.(*)..")
                .should()
                .notDependOnEachOther()
                .check(ours);
    }

    @Test
    void swingStaysInUiAndLook() {
        hold(noClasses()
                .that(resideInAPackage(OURS)
                        .and(not(resideInAnyPackage(WINDOWS)))
                        .and(not(compositionRoot())))
                .should()
                .dependOnClassesThat(SWING));
    }

    @Test
    void windowsKnowNoStationNoSocketAndNoArchive() {
        hold(in(WINDOWS).should().dependOnClassesThat(SOCKET));
        hold(in(WINDOWS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        STATION, "org.shutterline.server.archive..", "org.shutterline.client.link..", "java.sql..")));
    }

    @Test
    void presentersKnowNoWindow() {
        hold(in(
                        "org.shutterline.client.operator..",
                        "org.shutterline.server.monitor..",
                        "org.shutterline.server.editor..",
                        "org.shutterline.server.cameras..",
                        "org.shutterline.server.doctor..",
                        "org.shutterline.server.listeners..",
                        "org.shutterline.server.terminal..",
                        "org.shutterline.server.simulator..",
                        "org.shutterline.server.statistics..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(WINDOWS)));
    }

    @Test
    void thereIsNoStaticMutableState() {
        fields().that()
                .areDeclaredInClassesThat(resideInAPackage(OURS))
                .and()
                .areStatic()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(ours);
    }

    @Test
    void nobodyImportsACompositionRoot() {
        hold(noClasses().that(not(compositionRoot())).should().dependOnClassesThat(compositionRoot()));
    }

    @Test
    void onlyTheMainsEndTheProgram() {
        GivenClassesConjunction others = noClasses().that(not(compositionRoot()));
        hold(others.should().callMethod(System.class, "exit", int.class));
        hold(others.should().callMethod(Runtime.class, "exit", int.class));
        hold(others.should().callMethod(Runtime.class, "halt", int.class));
    }

    @Test
    void nobodyPrintsOrLogsPastTheLogger() {
        hold(noClasses().should().dependOnClassesThat(resideInAPackage("java.util.logging..")));
        GivenClassesConjunction others = noClasses().that(not(compositionRoot()));
        hold(others.should().accessField(System.class, "out"));
        hold(others.should().accessField(System.class, "err"));
    }

    @Test
    void nobodyReadsJavaObjects() {
        hold(noClasses().should().dependOnClassesThat().areAssignableTo(ObjectInputStream.class));
        hold(noClasses().should().dependOnClassesThat().areAssignableTo(XMLDecoder.class));
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        for (String module : List.of("protocol", "look", "server-app", "client-app")) {
            try (Stream<Path> folders = Files.walk(Path.of("..", module, "src", "main", "java"))) {
                assertThat(folders.filter(LayersTest::holdsJava))
                        .as("packages of %s", module)
                        .isNotEmpty()
                        .allSatisfy(folder ->
                                assertThat(folder.resolve("package-info.java")).exists());
            }
        }
    }

    private static boolean holdsJava(Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.list(folder) : Stream.empty()) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static GivenClassesConjunction in(String... packages) {
        return noClasses().that(resideInAnyPackage(packages));
    }

    /** Rooms that are not built yet break no rule; that those which are built were scanned is a test of its own. */
    private static void hold(ArchRule rule) {
        rule.allowEmptyShould(true).check(ours);
    }

    private static DescribedPredicate<JavaClass> oursBut(String... packages) {
        return resideInAPackage(OURS).and(not(resideInAnyPackage(packages)));
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaConstructorCall> targetOwner(Class<?> type) {
        return describe(
                "make a " + type.getSimpleName(), call -> assignableTo(type).test(call.getTargetOwner()));
    }

    /** The mains and what wires with them: the classes that stand directly in the package of a program. */
    private static DescribedPredicate<JavaClass> compositionRoot() {
        return describe(
                "are a composition root",
                type -> type.getPackageName().equals("org.shutterline.server")
                        || type.getPackageName().equals("org.shutterline.client"));
    }
}
