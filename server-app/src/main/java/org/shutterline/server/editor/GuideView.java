package org.shutterline.server.editor;

/**
 * The way from a question to a tool that answers it, and where on it the technician is.
 *
 * @param tool the id of the tool
 * @param number of the step, from 1
 * @param of how many steps there are
 * @param output the value of the tool that the question asks for
 * @param done whether what the step is for is there
 */
public record GuideView(
        EditorActions.Question question, String tool, Step step, int number, int of, String output, boolean done) {
    /** What is to be done. */
    public enum Step {
        /** Where it looks. */
        REGION,
        /** What it expects. */
        TEACH,
        /** What is good. */
        LIMIT,
        /** What it is called. */
        NAME
    }
}
