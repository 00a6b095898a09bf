package org.shutterline.client.language;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Catalog;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.ClientConversation;
import org.shutterline.protocol.spi.Dialect;

/** The dialects that are installed. Safe for any thread. */
public final class Languages implements LanguageFinder {
    private static final String FORMAT = "format";

    private final Catalog<Dialect> dialects;
    private final String format;
    private final Function<String, Map<String, Object>> files;
    private final Clock clock;
    private final AtomicLong arrivals = new AtomicLong();

    /**
     * @param format in which our own stations answer: {@code json} or {@code fields}
     * @param files reads a file of settings
     * @param clock dates results that come without a time
     */
    public Languages(
            Catalog<Dialect> dialects, String format, Function<String, Map<String, Object>> files, Clock clock) {
        this.dialects = dialects;
        this.format = format;
        this.files = files;
        this.clock = clock;
    }

    @Override
    public Language find(LanguageChoice choice) {
        Dialect dialect = dialects.find(choice.withoutTls(), "the dialect");
        if (choice.encrypted() && !dialect.knowsLogin()) {
            throw new BadSetting("the dialect", "expected " + dialect.id() + ", which is not spoken over TLS");
        }
        boolean given = !choice.settingsFile().isBlank();
        Map<String, Object> settings = new HashMap<>(given ? files.apply(choice.settingsFile()) : Map.of());
        if (dialect.settings().stream().anyMatch(setting -> setting.key().equals(FORMAT))) {
            settings.put(FORMAT, format);
        }
        Options options = Options.checked(given ? choice.settingsFile() : dialect.id(), settings, dialect.settings());
        Supplier<ClientConversation> bare = () -> dialect.client(options);
        Set<Ability> abilities = new AbilityProbe(bare).abilities();
        return abilities.contains(Ability.PAST)
                ? new Language(dialect.id(), abilities, bare, choice.encrypted())
                : new Language(
                        dialect.id(),
                        abilities,
                        () -> new InOrderOfArrival(bare.get(), arrivals, clock),
                        choice.encrypted());
    }

    @Override
    public List<Known> known() {
        return dialects.all().stream()
                .flatMap(dialect -> dialect.knowsLogin()
                        ? Stream.of(
                                new Known(dialect.id(), dialect.title()),
                                new Known(dialect.id() + LanguageChoice.TLS, dialect.title() + ", TLS"))
                        : Stream.of(new Known(dialect.id(), dialect.title())))
                .toList();
    }
}
