package org.shutterline.server.listeners;

import java.net.InetSocketAddress;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.server.settings.ListenerEntry;
import org.shutterline.server.settings.Written;

/**
 * A listener as it is being typed: keys and values, right or wrong. Immutable.
 *
 * @param number counts the forms that were opened
 * @param at where it listens now; empty if it is a new one
 * @param before its keys and values as the settings have them; empty if it is a new one
 * @param own its keys and values without the settings of the dialect
 * @param settings those of each dialect that was chosen meanwhile, so that a way back loses nothing
 * @param unreadable texts as they were typed that cannot be read, by the key of their setting
 */
record Draft(
        int number,
        Optional<InetSocketAddress> at,
        Map<String, Object> before,
        Map<String, Object> own,
        Map<String, Map<String, Object>> settings,
        Map<String, String> unreadable) {

    /** A new one. */
    static Draft fresh(int number, String dialect, int port) {
        Map<String, Object> own = new LinkedHashMap<>();
        own.put(ListenerEntry.DIALECT.key(), dialect);
        own.put(ListenerEntry.PORT.key(), port);
        return new Draft(number, Optional.empty(), Map.of(), own, Map.of(), Map.of());
    }

    static Draft of(int number, ListenersSource.Listener listener) {
        Map<String, Object> before = listener.entry().written();
        Map<String, Object> own = new LinkedHashMap<>(before);
        own.remove(ListenerEntry.OF_DIALECT);
        String dialect = listener.entry().spoken();
        return new Draft(number, Optional.of(listener.at()), before, own, Map.of(dialect, ofDialect(before)), Map.of());
    }

    private static Map<String, Object> ofDialect(Map<String, Object> listener) {
        Map<String, Object> settings = new LinkedHashMap<>();
        if (listener.get(ListenerEntry.OF_DIALECT) instanceof Map<?, ?> there) {
            there.forEach((key, value) -> settings.put(String.valueOf(key), value));
        }
        return settings;
    }

    String dialect() {
        return String.valueOf(own.get(ListenerEntry.DIALECT.key()));
    }

    /** The settings of the dialect that is chosen. */
    Map<String, Object> ofDialect() {
        return settings.getOrDefault(dialect(), Map.of());
    }

    Draft withOwn(Setting<?> setting, Optional<Object> value) {
        boolean another = setting.key().equals(ListenerEntry.DIALECT.key());
        return new Draft(
                number, at, before, changed(own, before, setting, value), settings, another ? Map.of() : unreadable);
    }

    /** @param value as it was typed */
    Draft with(Setting<?> setting, Optional<Object> value) {
        Optional<String> typed = value.filter(raw -> isWord(setting)).map(String::valueOf);
        Optional<String> word = typed.flatMap(TypedWord::read);
        boolean bad = typed.isPresent() && word.isEmpty();
        Map<String, String> still = new LinkedHashMap<>(unreadable);
        still.remove(setting.key());
        if (bad) {
            still.put(setting.key(), typed.get());
        }
        Optional<Object> meant = bad ? Optional.empty() : typed.isPresent() ? word.<Object>map(text -> text) : value;
        Map<String, Map<String, Object>> all = new LinkedHashMap<>(settings);
        all.put(dialect(), changed(ofDialect(), ofDialect(before), setting, meant));
        return new Draft(number, at, before, own, all, still);
    }

    /** Whether it is a text of the wire, which may hold what cannot be typed. */
    static boolean isWord(Setting<?> setting) {
        return setting.shape() instanceof Setting.FreeText && !setting.isSecret();
    }

    /** What is so anyway is not written, unless it was. */
    private static Map<String, Object> changed(
            Map<String, Object> values, Map<String, Object> before, Setting<?> setting, Optional<Object> value) {
        Map<String, Object> changed = new LinkedHashMap<>(values);
        boolean usual = value.equals(Written.byDefault(setting)) && !before.containsKey(setting.key());
        value.filter(raw -> !usual)
                .ifPresentOrElse(raw -> changed.put(setting.key(), raw), () -> changed.remove(setting.key()));
        return Collections.unmodifiableMap(changed);
    }

    /** As the settings would have it. */
    Map<String, Object> written() {
        Map<String, Object> written = new LinkedHashMap<>(own);
        if (!ofDialect().isEmpty()) {
            written.put(ListenerEntry.OF_DIALECT, ofDialect());
        }
        return written;
    }

    boolean isChanged() {
        return at.isEmpty() || !unreadable.isEmpty() || !written().equals(before);
    }
}
