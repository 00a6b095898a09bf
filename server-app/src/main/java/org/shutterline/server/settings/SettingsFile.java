package org.shutterline.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of settings, and the last content of it that could be used. Safe for all threads. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final String STATIONS = "stations";

    private final Path file;
    private final Path good;
    private final Plugins plugins;
    private final String place;

    /** @param folder where the last good content is kept */
    public SettingsFile(Path file, Path folder, Plugins plugins) {
        this.file = file;
        this.good = folder.resolve("settings.good.yaml");
        this.plugins = plugins;
        this.place = String.valueOf(file.getFileName());
    }

    /** @throws BadSetting naming file, line or key, and what was expected */
    public Read read() {
        return new Read(ServerSettings.read(file, plugins), Optional.empty());
    }

    /**
     * The same; the last good settings, and what is wrong, when the file cannot be used.
     *
     * @throws BadSetting if there are no last good ones either
     */
    public Read readOrLastGood() {
        try {
            return read();
        } catch (BadSetting bad) {
            if (!Files.exists(good)) {
                throw bad;
            }
            LOG.error("{}; the last good settings are used", bad.getMessage());
            return new Read(ServerSettings.read(good, plugins), Optional.of(bad.getMessage()));
        }
    }

    /** What the file holds has proved to be good. */
    public void keepAsGood() {
        try {
            SafeFile.write(good, Files.readAllBytes(file));
        } catch (IOException failed) {
            LOG.warn("the good settings could not be kept aside: {}", failed.toString());
        }
    }

    /**
     * Writes the camera of a station into the file; every other line stays as it was written.
     *
     * @return the station as it stands there now
     * @throws BadSetting if the file cannot be used, or is written in a way that cannot be changed so; nothing is written then
     */
    public synchronized StationSettings writeCamera(int station, CameraEntry camera) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Map<String, Object> tree = YamlFile.parse(before, place);
        List<Map<?, ?>> stations = stations(tree);
        int index = indexOf(station, stations);
        Map<String, Object> changed = new LinkedHashMap<>();
        stations.get(index).forEach((key, value) -> changed.put(String.valueOf(key), value));
        Map<String, Object> written = camera.over(changed.get("camera") instanceof Map<?, ?> map ? map : Map.of());
        changed.put("camera", written);
        List<Object> all = new ArrayList<>(stations);
        all.set(index, changed);
        write(before, tree, all, lines -> lines.withCamera(index, written));
        return settingsOf(station);
    }

    /**
     * Writes one station more.
     *
     * @param number that no station has yet
     * @return the station as it stands there now
     * @throws BadSetting as {@link #writeCamera}
     */
    public synchronized StationSettings writeStation(int number, String job, CameraEntry camera) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Map<String, Object> tree = YamlFile.parse(before, place);
        Map<String, Object> station = new LinkedHashMap<>();
        station.put("number", number);
        station.put("job", job);
        station.put("camera", camera.over(Map.of()));
        List<Object> all = new ArrayList<>(stations(tree));
        all.add(station);
        write(before, tree, all, lines -> lines.withStation(station));
        return settingsOf(number);
    }

    private static List<Map<?, ?>> stations(Map<String, Object> tree) {
        List<Map<?, ?>> stations = new ArrayList<>();
        if (tree.get(STATIONS) instanceof List<?> list) {
            list.forEach(item -> stations.add(item instanceof Map<?, ?> map ? map : Map.of()));
        }
        return stations;
    }

    private int indexOf(int station, List<Map<?, ?>> stations) {
        for (int i = 0; i < stations.size(); i++) {
            if (Integer.valueOf(station).equals(stations.get(i).get("number"))) {
                return i;
            }
        }
        throw new BadSetting(place + "." + STATIONS, "expected station " + station + ", it is not there");
    }

    /** Only what reads back as wanted, and as settings that can be used, is written. */
    private void write(
            byte[] before,
            Map<String, Object> tree,
            List<Object> stations,
            Function<StationLines, Optional<String>> change)
            throws IOException {
        Map<String, Object> wanted = new LinkedHashMap<>(tree);
        wanted.put(STATIONS, stations);
        ServerSettings.read(place, wanted, plugins);
        byte[] after = change.apply(StationLines.of(new String(before, StandardCharsets.UTF_8)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(text -> readsAs(text, wanted))
                .orElseThrow(() -> new BadSetting(
                        place, "its stations are written in a way that cannot be changed here; change it by hand"));
        SafeFile.write(file, after);
        keepAsGood();
    }

    private boolean readsAs(byte[] text, Map<String, Object> wanted) {
        try {
            return YamlFile.parse(text, place).equals(wanted);
        } catch (BadSetting broken) {
            LOG.debug("the changed settings would not be readable: {}", broken.getMessage());
            return false;
        }
    }

    private StationSettings settingsOf(int number) {
        return read().settings().stations().stream()
                .filter(station -> station.plan().number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** @param trouble what is wrong with the file, if these are not its settings but the last good ones */
    public record Read(ServerSettings settings, Optional<String> trouble) {}
}
