package org.shutterline.server.editor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.shutterline.protocol.message.Measurement;
import org.shutterline.protocol.message.PlainPicture;
import org.shutterline.protocol.message.Verdict;

/**
 * The draft on many pictures.
 *
 * @param source {@code production}, a folder, or empty before the first try
 * @param running whether more come
 * @param done how many were judged
 * @param of how many there are
 * @param leftOut how many more there would be, which are too many
 * @param seconds how long it took so far
 * @param stale whether the draft was changed since
 * @param rows those that changed first, then in order
 * @param confusion how many of {@code OK} and {@code NG} pictures were judged how: by label, then verdict; empty without labels
 * @param trouble why pictures could not be tried
 */
public record TryView(
        String source,
        boolean running,
        int done,
        int of,
        int leftOut,
        double seconds,
        boolean stale,
        List<Row> rows,
        Map<Verdict, Map<Verdict, Integer>> confusion,
        Optional<String> trouble) {
    public static final TryView NONE = new TryView("", false, 0, 0, 0, 0, false, List.of(), Map.of(), Optional.empty());

    public TryView {
        rows = List.copyOf(rows);
        confusion = Map.copyOf(confusion);
    }

    /** The same of a draft that was changed since, or that is the present one again. */
    TryView asStale(boolean yes) {
        return yes == stale
                ? this
                : new TryView(source, running, done, of, leftOut, seconds, yes, rows, confusion, trouble);
    }

    public int changed() {
        return (int) rows.stream().filter(Row::isChange).count();
    }

    /**
     * One picture.
     *
     * @param id of its result; 0 if it is a file
     * @param name {@code #1042}, or the file's name
     * @param film a small copy, mono8 or bgr8; empty if the picture could not be read, or while the copy is made
     * @param label what a person says it is; empty if nobody did
     * @param before the verdict of the job in service; empty if there is none
     * @param now the verdict of the draft
     * @param reason of the draft's verdict
     * @param values of the draft
     * @param ms of the draft
     */
    public record Row(
            int index,
            long id,
            String name,
            Supplier<Optional<PlainPicture>> film,
            Optional<Verdict> label,
            Optional<Verdict> before,
            Verdict now,
            String reason,
            List<Measurement> values,
            double ms) {
        public Optional<PlainPicture> thumb() {
            return film.get();
        }

        public boolean isChange() {
            return before.filter(was -> was != now).isPresent();
        }
    }
}
