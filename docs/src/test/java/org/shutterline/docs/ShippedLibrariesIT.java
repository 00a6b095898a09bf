package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bill of materials in each runnable file names exactly the libraries whose code is in the file, with their licences. */
final class ShippedLibrariesIT {
    private static final String BILL = "META-INF/sbom/bom.json";

    @ParameterizedTest
    @CsvSource({"server-app,shutterline-server.jar,20", "client-app,shutterline-client.jar,10"})
    void theBillIsWhatIsInside(String module, String name, int atLeast) throws IOException {
        Path jar = Path.of("..", module, "target", name);
        Map<String, JsonNode> bill = bill(jar);
        assertThat(bill).hasSizeGreaterThan(atLeast);
        Set<String> shipped = code(jar);
        Set<String> inside = names(jar);
        Set<String> explained = new HashSet<>();
        Set<String> absent = new TreeSet<>();
        for (String library : bill.keySet()) {
            Set<String> there = new HashSet<>(code(onClassPath(library)));
            there.retainAll(shipped);
            explained.addAll(there);
            if (Collections.disjoint(names(onClassPath(library)), inside)) {
                absent.add(library);
            }
        }
        assertThat(absent)
                .as("libraries of the bill of which nothing is inside")
                .isEmpty();
        for (String ours : new String[] {"protocol", "look", module}) {
            explained.addAll(code(Path.of("..", ours, "target", "classes")));
        }
        shipped.removeAll(explained);
        assertThat(shipped).as("code inside that the bill does not name").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"server-app,shutterline-server.jar", "client-app,shutterline-client.jar"})
    void everyLibraryHasALicence(String module, String name) throws IOException {
        assertThat(bill(Path.of("..", module, "target", name)))
                .allSatisfy((library, component) -> assertThat(component.path("licenses"))
                        .as("the licence of %s", library)
                        .isNotEmpty());
    }

    /** The libraries of others, by {@code artifact-version[-classifier].jar}. */
    private static Map<String, JsonNode> bill(Path jar) throws IOException {
        Map<String, JsonNode> bill = new TreeMap<>();
        try (ZipFile file = new ZipFile(jar.toFile())) {
            JsonNode read = new ObjectMapper().readTree(file.getInputStream(file.getEntry(BILL)));
            assertThat(read.get("bomFormat").asText()).isEqualTo("CycloneDX");
            for (JsonNode component : read.get("components")) {
                if (!component.get("group").asText().equals("org.shutterline")) {
                    bill.put(fileName(component), component);
                }
            }
        }
        return bill;
    }

    private static String fileName(JsonNode component) {
        String purl = component.get("purl").asText();
        String classifier = purl.replaceFirst(".*[?&]classifier=([^&]+).*", "-$1");
        return component.get("name").asText() + "-" + component.get("version").asText()
                + (classifier.startsWith("-") ? classifier : "") + ".jar";
    }

    private static Path onClassPath(String library) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().equals(library))
                .findFirst()
                .orElseThrow(() -> new AssertionError(library + " is in the bill and not among the libraries"));
    }

    /** Everything in it that is its own; what tells of a library may be in many. */
    private static Set<String> names(Path jar) throws IOException {
        try (ZipFile file = new ZipFile(jar.toFile())) {
            return file.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .filter(name -> !name.startsWith("META-INF/"))
                    .collect(Collectors.toSet());
        }
    }

    /** Every class and native library, by its path. */
    private static Set<String> code(Path place) throws IOException {
        Set<String> code = new TreeSet<>();
        if (Files.isDirectory(place)) {
            try (var files = Files.walk(place)) {
                files.map(file -> place.relativize(file).toString().replace(File.separatorChar, '/'))
                        .filter(ShippedLibrariesIT::isCode)
                        .forEach(code::add);
            }
            return code;
        }
        try (ZipFile file = new ZipFile(place.toFile())) {
            file.stream()
                    .map(ZipEntry::getName)
                    .filter(ShippedLibrariesIT::isCode)
                    .forEach(code::add);
        }
        return code;
    }

    private static boolean isCode(String name) {
        return !name.endsWith("module-info.class")
                && (name.endsWith(".class") || name.matches(".*\\.(so|dll|dylib|jnilib)(\\.[0-9.]+)?"));
    }
}
