package org.shutterline.server.listeners;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Setting;
import org.shutterline.protocol.spi.Dialect;
import org.shutterline.server.settings.Admission;
import org.shutterline.server.settings.ListenerEntry;
import org.shutterline.server.settings.SettingView;

/**
 * What a draft comes to.
 *
 * @param entry what it would be in the settings; empty while something is wrong
 * @param own its own settings, each with what is wrong there
 * @param settings those of its dialect, likewise
 */
record Checked(Optional<ListenerEntry> entry, List<SettingView> own, List<SettingView> settings) {
    private static final String PLACE = "listener";
    private static final String OWN = PLACE + ".";
    private static final String OF_DIALECT = OWN + ListenerEntry.OF_DIALECT + ".";

    static Checked of(Draft draft, Catalog<Dialect> dialects, Role usualRole) {
        Outcome whole = read(draft.written(), dialects);
        // what is wrong with its own settings must not hide what is wrong with those of its dialect
        Map<String, Object> anywhere = new LinkedHashMap<>(draft.written());
        anywhere.keySet().retainAll(List.of(ListenerEntry.DIALECT.key(), ListenerEntry.OF_DIALECT));
        anywhere.put(ListenerEntry.PORT.key(), 0);
        return new Checked(
                whole.entry().filter(read -> draft.unreadable().isEmpty()),
                views(own(dialects, usualRole), draft.own(), OWN, whole.why()),
                views(
                                ofDialect(draft, dialects),
                                draft.ofDialect(),
                                OF_DIALECT,
                                read(anywhere, dialects).why())
                        .stream()
                        .map(view -> asTyped(view, draft.unreadable()))
                        .toList());
    }

    private record Outcome(Optional<ListenerEntry> entry, Optional<String> why) {}

    private static Outcome read(Map<String, Object> written, Catalog<Dialect> dialects) {
        try {
            return new Outcome(Optional.of(ListenerEntry.read(PLACE, written, dialects)), Optional.empty());
        } catch (BadSetting bad) {
            return new Outcome(Optional.empty(), Optional.of(String.valueOf(bad.getMessage())));
        }
    }

    /** The same, where a setting of it proved to be wrong only now; empty if the message names none of its settings. */
    Optional<Checked> refused(String why) {
        UnaryOperator<SettingView> ofOwn =
                view -> view.troubled(troubleOf(view.key(), OWN, why).or(view::trouble));
        UnaryOperator<SettingView> ofDialect =
                view -> view.troubled(troubleOf(view.key(), OF_DIALECT, why).or(view::trouble));
        Checked refused = new Checked(
                entry,
                own.stream().map(ofOwn).toList(),
                settings.stream().map(ofDialect).toList());
        return refused.equals(this) ? Optional.empty() : Optional.of(refused);
    }

    /** Its own settings as the window offers them. */
    static List<Setting<?>> own(Catalog<Dialect> dialects, Role usualRole) {
        List<String> ids = dialects.all().stream()
                .flatMap(dialect -> dialect.knowsLogin()
                        ? Stream.of(dialect.id(), dialect.id() + Admission.TLS)
                        : Stream.of(dialect.id()))
                .toList();
        return List.of(
                ListenerEntry.DIALECT.as(new Setting.Choice(ids)),
                ListenerEntry.ADDRESS,
                ListenerEntry.PORT,
                Admission.ROLE.byDefault(usualRole),
                Admission.GRANTS,
                Admission.LOGIN,
                Admission.LOGIN_WITHIN,
                Admission.ALLOW,
                ListenerEntry.MOST,
                ListenerEntry.ONE_TOO_MANY);
    }

    /** Those of the dialect that is chosen; none if there is no such dialect. */
    static List<Setting<?>> ofDialect(Draft draft, Catalog<Dialect> dialects) {
        return dialects.all().stream()
                .filter(dialect -> dialect.id().equals(ListenerEntry.withoutTls(draft.dialect())))
                .findFirst()
                .map(Dialect::settings)
                .orElse(List.of());
    }

    private static List<SettingView> views(
            List<Setting<?>> known, Map<String, Object> values, String place, Optional<String> why) {
        List<SettingView> views = new ArrayList<>();
        for (Setting<?> setting : known) {
            SettingView view = SettingView.of(setting, values);
            Optional<String> trouble = view.trouble().map(words -> words.substring(words.indexOf(": ") + 2));
            view = view.troubled(trouble.or(() -> why.flatMap(words -> troubleOf(setting.key(), place, words))));
            views.add(Draft.isWord(setting) ? word(view) : view);
        }
        return views;
    }

    /** What the message says of this setting, without its place; empty if it is about another. */
    private static Optional<String> troubleOf(String key, String place, String why) {
        String start = place + key;
        if (!why.startsWith(start) || why.length() == start.length()) {
            return Optional.empty();
        }
        String rest = why.substring(start.length());
        if (rest.startsWith(": ")) {
            return Optional.of(rest.substring(2));
        }
        return rest.startsWith("[") ? Optional.of(rest) : Optional.empty();
    }

    /** As people type it. */
    private static SettingView word(SettingView view) {
        return new SettingView(
                view.key(),
                view.shape(),
                view.secret(),
                view.unit(),
                view.expected(),
                view.value().map(raw -> TypedWord.shown(String.valueOf(raw))),
                view.byDefault().map(raw -> TypedWord.shown(String.valueOf(raw))),
                view.shown(),
                view.trouble());
    }

    private static SettingView asTyped(SettingView view, Map<String, String> unreadable) {
        return Optional.ofNullable(unreadable.get(view.key()))
                .map(typed -> new SettingView(
                        view.key(),
                        view.shape(),
                        view.secret(),
                        view.unit(),
                        view.expected(),
                        Optional.of(typed),
                        view.byDefault(),
                        view.shown(),
                        Optional.of(ListenerForm.BAD_ESCAPE)))
                .orElse(view);
    }
}
