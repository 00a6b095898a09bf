package org.shutterline.client.operator;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.shutterline.client.language.Ability;
import org.shutterline.client.language.Language;
import org.shutterline.client.language.LanguageChoice;
import org.shutterline.client.language.LanguageFinder;
import org.shutterline.protocol.plugin.BadSetting;

/** In which language the station is talked to. Before one was learnt nothing is said, and nothing held back. On the bench. */
final class Speech {
    private final LanguageFinder languages;
    private final Notices notices;
    private LanguageChoice chosen = LanguageChoice.USUAL;
    private Optional<Language> language = Optional.empty();

    Speech(LanguageFinder languages, Notices notices) {
        this.languages = languages;
        this.notices = notices;
    }

    void choose(LanguageChoice choice) {
        chosen = choice;
        language = Optional.empty();
        learn();
    }

    LanguageChoice chosen() {
        return chosen;
    }

    /** The language; empty if it cannot be used, which is told. */
    Optional<Language> language() {
        if (language.isEmpty()) {
            learn();
        }
        return language;
    }

    private void learn() {
        notices.close(Notice.Topic.LANGUAGE);
        try {
            language = Optional.of(languages.find(chosen));
        } catch (BadSetting wrong) {
            notices.tell(
                    Notice.Topic.LANGUAGE,
                    Notice.Kind.WARNING,
                    Phrase.of("speech.wrong", chosen.dialect()),
                    Phrase.of("settings.why", wrong.getMessage()));
        }
    }

    boolean can(Ability ability) {
        return language.map(learnt -> learnt.can(ability)).orElse(true);
    }

    Set<Ability> abilities() {
        return language.map(Language::abilities).orElseGet(() -> EnumSet.allOf(Ability.class));
    }
}
