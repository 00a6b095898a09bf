package org.shutterline.server.jobs;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Says a change in a language. */
final class DifferenceWords {
    private final ResourceBundle words;

    DifferenceWords(Locale language) {
        this.words = ResourceBundle.getBundle(
                "org.shutterline.server.jobs.messages",
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(JobChange change) {
        String place = change.title().isEmpty() ? "JOB_" : "TOOL_";
        String key = change.kind().name();
        String pattern = words.getString(key.startsWith("SETTING_") ? place + key : key);
        return new MessageFormat(pattern, Locale.ROOT)
                .format(new Object[] {change.title(), thing(change.key()), change.before(), change.after()});
    }

    /** {@code limits.mean.high} is the high limit of mean; what else has a word is called by it. */
    private String thing(String key) {
        String[] parts = key.split("\\.", 3);
        if (parts.length == 3 && parts[0].equals("limits") && words.containsKey("limit." + parts[2])) {
            return new MessageFormat(words.getString("limit." + parts[2]), Locale.ROOT).format(new Object[] {parts[1]});
        }
        if (parts[0].equals("settings") && parts.length > 1) {
            String setting = key.substring("settings.".length());
            return words.containsKey("setting." + setting) ? words.getString("setting." + setting) : setting;
        }
        return words.containsKey("key." + key) ? words.getString("key." + key) : key;
    }
}
