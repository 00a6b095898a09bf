package org.shutterline.server.tool.golden;

/**
 * Along one axis, which part of the golden picture is looked for and how far away, all in reduced px.
 *
 * @param most how far to both sides
 * @param from where the part begins in the golden picture
 * @param length of the part
 * @param searchedFrom where the search begins in what is seen
 */
record Reach(int most, int from, int length, int searchedFrom) {
    /**
     * All of the golden picture if enough is seen around it, else its middle half or more.
     *
     * @param golden length of the golden picture
     * @param before how much is seen before it
     * @param seen length of what is seen
     * @param shiftPx how far it may lie elsewhere, unreduced
     */
    static Reach of(int golden, int before, int seen, int shiftPx, int reduction) {
        int after = seen - before - golden;
        int wanted = (shiftPx + reduction - 1) / reduction;
        int most = Math.max(0, Math.min(wanted, golden / 4 + Math.min(before, after)));
        int from = Math.max(0, most - before);
        int to = golden - Math.max(0, most - after);
        return new Reach(most, from, to - from, from + before - most);
    }
}
