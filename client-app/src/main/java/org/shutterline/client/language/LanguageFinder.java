package org.shutterline.client.language;

import java.util.List;
import org.shutterline.protocol.plugin.BadSetting;

/** Finds languages by what a person chose. */
public interface LanguageFinder {
    /**
     * @throws BadSetting if there is no such dialect, or its settings cannot be used: place, key and what was expected
     */
    Language find(LanguageChoice choice);

    /** All that there are. */
    List<Known> known();

    /**
     * @param id of the dialect
     * @param title a few words for people
     */
    record Known(String id, String title) {}
}
