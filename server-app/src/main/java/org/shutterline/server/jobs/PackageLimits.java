package org.shutterline.server.jobs;

/**
 * How large a job that is brought may be; what is larger is refused before it takes memory or disk.
 *
 * @param mostEntries files in it
 * @param mostBytes of one file, unpacked
 * @param mostBytesTogether of all files, unpacked
 * @param mostPictureBytes of the file of one picture
 * @param mostPixels of one picture
 */
public record PackageLimits(
        int mostEntries, long mostBytes, long mostBytesTogether, int mostPictureBytes, long mostPixels) {
    public static final PackageLimits USUAL = new PackageLimits(500, 512L << 20, 1L << 30, 128 << 20, 100_000_000);
}
