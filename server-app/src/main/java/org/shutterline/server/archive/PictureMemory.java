package org.shutterline.server.archive;

/**
 * How much memory pictures may take in the archive; the pool that they come from must have room for both and more.
 *
 * @param waitingBytes the most that pictures may take that wait to be written; a picture that does not fit is lost, its
 *     result is not
 * @param waitingPictures the most pictures that wait
 * @param recentBytes the most that pictures may take that are written and still at hand
 */
public record PictureMemory(long waitingBytes, int waitingPictures, long recentBytes) {
    public static final PictureMemory USUAL = new PictureMemory(128L << 20, 256, 64L << 20);

    /**
     * The usual, or less where that would leave no room for the next picture.
     *
     * @param poolBytes all that pictures may take together
     * @param javaBytes what Java has outside the heap: as much as the heap may grow to, if it is told nothing else
     */
    public static PictureMemory within(long poolBytes, long javaBytes) {
        long bytes = Math.min(poolBytes, javaBytes);
        return new PictureMemory(
                Math.min(USUAL.waitingBytes, bytes / 2), USUAL.waitingPictures, Math.min(USUAL.recentBytes, bytes / 8));
    }
}
