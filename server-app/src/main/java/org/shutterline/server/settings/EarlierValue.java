package org.shutterline.server.settings;

/**
 * A value of a tool that runs before.
 *
 * @param tool its id
 * @param title what people call it
 * @param kind the id of its kind, by which its values have their words
 * @param output the name of the value
 */
public record EarlierValue(String tool, String title, String kind, String output) {
    /** As formulas, outputs, GET and SET name it: an id stays when its tool gets another title. */
    public String name() {
        return tool + "." + output;
    }
}
