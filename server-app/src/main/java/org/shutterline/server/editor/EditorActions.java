package org.shutterline.server.editor;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a technician may want of jobs. Safe for any thread; each call returns at once and its effect comes as a state. */
public interface EditorActions {
    /** What a technician asks when a tool is added by a question. */
    enum Question {
        PRESENT,
        HOW_MANY,
        HOW_WIDE,
        WHICH_CODE,
        LIKE_THE_GOOD_ONE
    }

    /** From which pictures something is learned. */
    enum Lessons {
        /** The one on the screen. */
        THIS_PICTURE,
        /** Those of the last tried pictures that were good, at most 20. */
        GOOD_ONES
    }

    /** Looks at the list of jobs again. */
    void refresh();

    void open(String job);

    /** The same on the picture of a result. */
    void openOn(String job, long id);

    /** Back to the list; the draft is kept until it is discarded or another job is opened. */
    void close();

    /** A new job without tools, on the newest picture of this station. */
    void create(String name);

    /** The same on the picture of a result. */
    void createOn(String name, long id);

    void copy(String job, String newName);

    void rename(String job, String newName);

    void delete(String job);

    void exportTo(String job, Path file);

    /** Takes a job in; asks before, if there is one of its name. */
    void importFrom(Path file);

    /** @param newVersion whether the job of the same name gets it as a new version; else it comes in under a free name */
    void importAs(Path file, boolean newVersion);

    /** What was to be taken in stays outside. */
    void forgetImport();

    /** Tells in words in what two versions differ. */
    void compare(JobVersion first, JobVersion second);

    void endComparing();

    /** Makes an earlier version of the open job its present one, and puts it into service where the job runs. */
    void goBack(int version);

    /** A picture of the camera: a new one of a station that is offline, the newest triggered one of another. */
    void takeNew(int station);

    void older();

    void newer();

    void pictureFrom(Path file);

    void choose(String tool);

    void add(String kind);

    /** Adds a tool that answers a question, and leads through what it needs for that. */
    void addFor(Question question);

    /** To the next step, or to the end; refused while the present step, or one before it, is not done. */
    void guideNext();

    void guideBack();

    /** Ends it, without the tool. */
    void guideLeave();

    void remove(String tool);

    void retitle(String tool, String title);

    void twin(String tool);

    /** @param index 0 for the first */
    void move(String tool, int index);

    /** @param value as a job's file writes it; empty takes it away, so that the default counts */
    void set(String tool, String key, Optional<Object> value);

    /** Takes a file into the draft, and has the setting name it. */
    void setFile(String tool, String key, Path file);

    /** A region that was drawn on the picture; it is kept as it would lie on a part as it was taught. */
    void drawn(String tool, String key, Map<String, Object> region);

    /** @param key {@code low}, {@code high}, {@code warnLow} or {@code warnHigh} */
    void limit(String tool, String output, String key, Optional<Double> value);

    /** Limits at the mean of good parts, so many of their standard deviations to both sides. */
    void suggestLimits(String tool, String output, double sigmas);

    void role(String tool, String role);

    void fixture(String tool, Optional<String> fixture);

    void whenNotFound(String tool, String verdict);

    void timeLimit(String tool, int ms);

    /** Whether a value is in the list that is answered. */
    void tell(String tool, String output, boolean yes);

    /** @param index of the answered value, 0 for the first */
    void renameAnswer(int index, String name);

    void moveAnswer(int from, int to);

    /** Whether the tool runs in a process of its own, which is killed when it hangs. */
    void isolate(String tool, boolean yes);

    /** @param drawn what is to be learned, as it lies on the picture; empty for the tool's own region */
    void teach(String tool, Optional<Map<String, Object>> drawn, Lessons from);

    void undo();

    void redo();

    /** Back to the version that it was opened with. */
    void discard();

    /** Tries the draft on the last pictures of production. */
    void tryOnProduction(int station, int most);

    /** Tries it on a folder; pictures in folders named OK and NG below it, or named by a list labels.csv, have labels. */
    void tryOnFolder(Path folder);

    /** Tries it on the pictures of which people said what they are. */
    void tryOnLabelled();

    void cancel();

    /** The picture of a row of the try. */
    void showTried(int index);

    /** Asks to put the draft into service; says which verdicts would change. */
    void activate();

    /** @param stations where it becomes the active job, besides those that run it */
    void confirmActivate(Set<Integer> stations);

    void keepAsDraft();
}
