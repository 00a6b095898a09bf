package org.shutterline.server.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The file of settings, and the last content of it that could be used. Safe for all threads. */
public final class SettingsFile {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final String STATIONS = "stations";
    private static final String LISTENERS = "listeners";

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
        try {
            return new Read(ServerSettings.read(file, plugins), Optional.empty());
        } catch (BadSetting bad) {
            throw withLine(bad);
        }
    }

    /** The same, with the line of the file that has to be changed, if it is about this file. */
    public BadSetting withLine(BadSetting bad) {
        String message = bad.getMessage();
        String ending = " of " + place;
        if (!message.startsWith(place + ".") || message.endsWith(ending)) {
            return bad;
        }
        OptionalInt line = keyLines().of(message.substring(place.length()));
        return line.isPresent() ? BadSetting.told(message + "; see line " + line.getAsInt() + ending) : bad;
    }

    private KeyLines keyLines() {
        try {
            return KeyLines.of(Files.readAllBytes(file));
        } catch (IOException gone) {
            LOG.debug("{} cannot be read any more: {}", file, gone.getMessage());
            return KeyLines.of(new byte[0]);
        }
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
            SafeFile.writeForOwner(good, Files.readAllBytes(file));
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
        List<Map<?, ?>> stations = items(YamlFile.parse(before, place), STATIONS);
        int index = indexOf(station, stations);
        Map<String, Object> changed = keyed(stations.get(index));
        Map<String, Object> written = camera.over(changed.get("camera") instanceof Map<?, ?> map ? map : Map.of());
        changed.put("camera", written);
        List<Object> all = new ArrayList<>(stations);
        all.set(index, changed);
        write(before, STATIONS, all, Stream.of(lines(STATIONS, before).withGroup(index, "camera", written)));
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
        Map<String, Object> station = new LinkedHashMap<>();
        station.put("number", number);
        station.put("job", job);
        station.put("camera", camera.over(Map.of()));
        List<Object> all = new ArrayList<>(items(YamlFile.parse(before, place), STATIONS));
        all.add(station);
        write(before, STATIONS, all, Stream.of(lines(STATIONS, before).withItem(station)));
        return settingsOf(number);
    }

    /**
     * Writes one setting of the dialect of a listener.
     *
     * @param index of the listener, as the settings list them
     * @param before as the server has it
     * @return the listener as it stands there now
     * @throws BadSetting as {@link #writeCamera}, or if another stands there by now
     */
    public synchronized ListenerEntry writeListenerSetting(int index, ListenerEntry before, String key, Object value)
            throws IOException {
        Map<String, Object> changed = new LinkedHashMap<>(before.written());
        Map<String, Object> settings = keyed(changed.getOrDefault(ListenerEntry.OF_DIALECT, Map.of()));
        settings.put(key, value);
        changed.put(ListenerEntry.OF_DIALECT, settings);
        return writeListener(index, before, changed);
    }

    /**
     * Writes other keys and values of a listener.
     *
     * @param index of the listener, as the settings list them
     * @param before as the server has it
     * @return the listener as it stands there now
     * @throws BadSetting as {@link #writeCamera}, or if another stands there by now
     */
    public synchronized ListenerEntry writeListener(int index, ListenerEntry before, Map<String, Object> changed)
            throws IOException {
        byte[] text = Files.readAllBytes(file);
        List<Object> all = listeners(text, index, before);
        all.set(index, changed);
        Map<String, Object> settings = keyed(changed.getOrDefault(ListenerEntry.OF_DIALECT, Map.of()));
        ListLines lines = lines(LISTENERS, text);
        write(
                text,
                LISTENERS,
                all,
                Stream.of(lines.withGroup(index, ListenerEntry.OF_DIALECT, settings), lines.withItem(index, changed)));
        return read().settings().listeners().get(index);
    }

    /**
     * Writes one listener more, behind the others.
     *
     * @return the listener as it stands there now
     * @throws BadSetting as {@link #writeCamera}
     */
    public synchronized ListenerEntry writeListener(Map<String, Object> listener) throws IOException {
        byte[] text = Files.readAllBytes(file);
        List<Object> all = new ArrayList<>(items(YamlFile.parse(text, place), LISTENERS));
        all.add(listener);
        write(text, LISTENERS, all, Stream.of(lines(LISTENERS, text).withItem(listener)));
        return read().settings().listeners().get(all.size() - 1);
    }

    /**
     * Takes a listener out.
     *
     * @param index of the listener, as the settings list them
     * @param before as the server has it
     * @throws BadSetting as {@link #writeCamera}, or if another stands there by now
     */
    public synchronized void removeListener(int index, ListenerEntry before) throws IOException {
        byte[] text = Files.readAllBytes(file);
        List<Object> all = listeners(text, index, before);
        all.remove(index);
        write(text, LISTENERS, all, Stream.of(lines(LISTENERS, text).withoutItem(index)));
    }

    /**
     * Writes after how long without a touch somebody is logged off at the window, in whole minutes.
     *
     * @throws BadSetting as {@link #writeCamera}
     */
    public synchronized void writeLogOff(Duration idle) throws IOException {
        byte[] before = Files.readAllBytes(file);
        Object minutes = Math.toIntExact(idle.toMinutes());
        String key = ServerSettings.LOG_OFF.key();
        String after = ValueLine.written(new String(before, StandardCharsets.UTF_8), key, minutes);
        write(before, key, minutes, Stream.of(Optional.of(after)));
    }

    private static ListLines lines(String list, byte[] text) {
        return ListLines.of(list, new String(text, StandardCharsets.UTF_8));
    }

    /** Somebody may have written into the file since the server read it: then the place of a listener says nothing. */
    private List<Object> listeners(byte[] text, int index, ListenerEntry before) {
        List<Object> all = new ArrayList<>(items(YamlFile.parse(text, place), LISTENERS));
        if (index >= all.size() || !Groups.stringKeys(keyed(all.get(index))).equals(before.written())) {
            throw new BadSetting(
                    place + "." + LISTENERS + "[" + index + "]",
                    "expected it as it was when the server read it; the file was changed since, so change it by hand");
        }
        return all;
    }

    private static Map<String, Object> keyed(Object raw) {
        Map<String, Object> keyed = new LinkedHashMap<>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((key, value) -> keyed.put(String.valueOf(key), value));
        }
        return keyed;
    }

    private static List<Map<?, ?>> items(Map<String, Object> tree, String list) {
        List<Map<?, ?>> items = new ArrayList<>();
        if (tree.get(list) instanceof List<?> there) {
            there.forEach(item -> items.add(item instanceof Map<?, ?> map ? map : Map.of()));
        }
        return items;
    }

    private int indexOf(int station, List<Map<?, ?>> stations) {
        for (int i = 0; i < stations.size(); i++) {
            if (Integer.valueOf(station).equals(stations.get(i).get("number"))) {
                return i;
            }
        }
        throw new BadSetting(place + "." + STATIONS, "expected station " + station + ", it is not there");
    }

    /** Only what reads back as wanted, and as settings that can be used, is written: the first of the texts that does. */
    private void write(byte[] before, String key, Object value, Stream<Optional<String>> texts) throws IOException {
        Map<String, Object> wanted = new LinkedHashMap<>(YamlFile.parse(before, place));
        wanted.put(key, value);
        ServerSettings.read(place, wanted, plugins);
        byte[] after = texts.flatMap(Optional::stream)
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .filter(text -> readsAs(text, wanted))
                .findFirst()
                .orElseThrow(() -> new BadSetting(
                        place, "its " + key + " cannot be changed here the way it is written; change it by hand"));
        SafeFile.writeForOwner(file, after);
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
