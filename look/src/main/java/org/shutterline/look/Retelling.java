package org.shutterline.look;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is said in English wherever programs read it, said again in the language of the window: sentences that are known by
 * their form. The special ones stand before the general ones.
 */
public final class Retelling {
    private final Teller words;
    private final UnaryOperator<String> parts;
    private final List<Form> forms;

    /** The words of a bundle. */
    @FunctionalInterface
    public interface Teller {
        String text(String key, Object... parts);
    }

    /**
     * @param key of the words, whose places are the groups of the pattern
     * @param english the whole sentence
     */
    public record Form(String key, Pattern english) {
        public static Form of(String key, String english) {
            return new Form(key, Pattern.compile(english, Pattern.DOTALL));
        }
    }

    /** @param parts how what stands in a place is told */
    public Retelling(Teller words, UnaryOperator<String> parts, List<Form> forms) {
        this.words = words;
        this.parts = parts;
        this.forms = List.copyOf(forms);
    }

    /** What stands in a place is told as it is. */
    public Retelling(Teller words, List<Form> forms) {
        this(words, UnaryOperator.identity(), forms);
    }

    /** Empty if no form is known that is like this. */
    public Optional<String> of(String said) {
        return forms.stream().flatMap(form -> told(form, said).stream()).findFirst();
    }

    private Optional<String> told(Form form, String said) {
        Matcher matcher = form.english().matcher(said);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Object[] told = new Object[matcher.groupCount()];
        for (int i = 0; i < told.length; i++) {
            told[i] = parts.apply(matcher.group(i + 1));
        }
        return Optional.of(words.text(form.key(), told));
    }
}
