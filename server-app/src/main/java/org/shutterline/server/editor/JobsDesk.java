package org.shutterline.server.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.jobs.Brought;
import org.shutterline.server.jobs.Clash;
import org.shutterline.server.jobs.JobContent;
import org.shutterline.server.jobs.JobDifference;
import org.shutterline.server.jobs.JobPackage;
import org.shutterline.server.jobs.JobRefused;
import org.shutterline.server.jobs.JobVersionEntry;
import org.shutterline.server.jobs.PresentVersion;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.station.JobShelf;

/** What is known of all jobs. Read on another thread, shown on the desk. */
final class JobsDesk {
    /**
     * What was read.
     *
     * @param versions of the job that was asked for
     * @param judging that job as a station judges by it, if one does
     */
    record Read(
            List<JobRow> rows,
            Map<Integer, String> active,
            Map<Integer, String> activeVersions,
            List<VersionRow> versions,
            Optional<Draft> judging) {}

    private static final Read NOTHING = new Read(List.of(), Map.of(), Map.of(), List.of(), Optional.empty());

    private final Workshop workshop;
    private final List<ToolKind> kinds;
    private Read shown = NOTHING;

    JobsDesk(Workshop workshop) {
        this.workshop = workshop;
        this.kinds = workshop.tools().all().stream()
                .map(factory -> new ToolKind(factory.id(), factory.title()))
                .toList();
    }

    /** @param open the job of which the versions are wanted */
    Read read(Optional<String> open) {
        Map<Integer, String> active = new TreeMap<>();
        Map<Integer, String> activeVersions = new TreeMap<>();
        workshop.stations().forEach(station -> {
            active.put(station, workshop.activeJob(station));
            activeVersions.put(station, workshop.activeVersion(station));
        });
        List<JobRow> rows = workshop.jobs().names().stream()
                .flatMap(name -> row(name, active).stream())
                .toList();
        return new Read(
                rows,
                active,
                activeVersions,
                open.map(this::versionsOf).orElse(List.of()),
                open.flatMap(job -> judging(job, active, activeVersions)));
    }

    private Optional<Draft> judging(String job, Map<Integer, String> active, Map<Integer, String> versions) {
        Optional<String> version = active.entrySet().stream()
                .filter(entry -> entry.getValue().equals(job))
                .map(entry -> versions.getOrDefault(entry.getKey(), ""))
                .findFirst();
        try {
            return version.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Draft(workshop.jobs().content(job, version.get())));
        } catch (JobShelf.NoSuchJob notKept) {
            return Optional.empty();
        }
    }

    private List<VersionRow> versionsOf(String job) {
        try {
            Optional<PresentVersion> present = workshop.jobs().present(job);
            List<VersionRow> rows = new ArrayList<>(workshop.jobs().versions(job).stream()
                    .map(VersionRow::of)
                    .map(row -> present.map(row::at).orElse(row))
                    .toList());
            Collections.reverse(rows);
            return rows;
        } catch (JobShelf.NoSuchJob notSavedYet) {
            return List.of();
        }
    }

    /** Empty if it was deleted meanwhile. */
    private Optional<JobRow> row(String name, Map<Integer, String> active) {
        List<Integer> stations = active.entrySet().stream()
                .filter(entry -> entry.getValue().equals(name))
                .map(Map.Entry::getKey)
                .toList();
        try {
            JobContent content = workshop.jobs().content(name);
            // a file that was never usable has no version
            List<JobVersionEntry> kept = workshop.jobs().versions(name);
            Optional<JobVersionEntry> present = kept.stream().reduce((older, newer) -> newer);
            return Optional.of(new JobRow(
                    name,
                    present.map(JobVersionEntry::number).orElse(0),
                    kept.stream()
                            .map(JobVersionEntry::number)
                            .sorted(Comparator.reverseOrder())
                            .toList(),
                    present.map(JobVersionEntry::savedAt).orElse(Instant.EPOCH),
                    new Draft(content).tools().size(),
                    stations,
                    false,
                    trouble(content)));
        } catch (BadSetting unusable) {
            return Optional.of(new JobRow(
                    name, 0, List.of(), Instant.EPOCH, 0, stations, false, Optional.of(why(name, unusable))));
        } catch (JobShelf.NoSuchJob deleted) {
            return Optional.empty();
        }
    }

    private Optional<String> trouble(JobContent content) {
        try {
            workshop.jobs().check(content);
            return Optional.empty();
        } catch (BadSetting unusable) {
            return Optional.of(why(content.name(), unusable));
        }
    }

    /** Begins with the file and its line or key; a row has no room for the folder, in which all jobs lie. */
    private static String why(String job, BadSetting unusable) {
        String place = JobContent.placeOf(job);
        String file = place.substring(place.lastIndexOf('/') + 1);
        return String.valueOf(unusable.getMessage())
                .replace(place + ".", file + ", ")
                .replace(place, file);
    }

    void show(Read read) {
        shown = read;
    }

    /** Empty before the first time that they were read. */
    List<JobRow> rows() {
        return shown.rows();
    }

    /** Whether a job was there when they were read last, which is not known before the first time. */
    boolean lacks(String job) {
        return shown != NOTHING
                && shown.rows().stream().noneMatch(row -> row.name().equals(job));
    }

    List<ToolKind> kinds() {
        return kinds;
    }

    List<VersionRow> versions() {
        return shown.versions();
    }

    List<Integer> stationsOf(String job) {
        return shown.active().entrySet().stream()
                .filter(entry -> entry.getValue().equals(job))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** One that runs the job, else the first. */
    int stationFor(String job) {
        return stationsOf(job).stream()
                .findFirst()
                .orElse(workshop.stations().stream().findFirst().orElse(1));
    }

    /** Whether a station that runs the job judges by another version than this one. */
    boolean waits(String job, Optional<VersionRow> version) {
        return version.isPresent()
                && stationsOf(job).stream()
                        .map(station -> shown.activeVersions().getOrDefault(station, ""))
                        .anyMatch(id -> !id.equals(version.get().id()));
    }

    /** The job as a station judges by it, which may be another version than the newest. */
    Optional<Draft> judging(String job) {
        return shown.judging().filter(draft -> draft.content().name().equals(job));
    }

    Comparison compare(JobVersion first, JobVersion second) throws JobShelf.NoSuchJob {
        JobContent before = workshop.jobs().content(first.job(), first.number());
        JobContent after = workshop.jobs().content(second.job(), second.number());
        return new Comparison(
                first, second, JobDifference.between(before, after).words(Locale.getDefault(Locale.Category.DISPLAY)));
    }

    List<String> difference(Draft before, Draft now) {
        return before.content().equals(now.content())
                ? List.of()
                : JobDifference.between(before.content(), now.content())
                        .words(Locale.getDefault(Locale.Category.DISPLAY));
    }

    void export(String job, Path file) throws IOException, JobRefused, JobShelf.NoSuchJob {
        workshop.jobs().export(job, file);
    }

    /** The name in the file, if there is a job of that name. Programs are looked at when it is brought. */
    Optional<Arrival> clash(Path file) throws IOException, JobRefused {
        try (JobPackage brought = JobPackage.open(file, workshop.tools(), AllowedPrograms.ANY)) {
            String name = brought.content().name();
            return workshop.jobs().names().contains(name) ? Optional.of(new Arrival(file, name)) : Optional.empty();
        }
    }

    Brought bringIn(Path file, boolean newVersion) throws IOException, JobRefused {
        return workshop.jobs().bring(file, newVersion ? Clash.NEW_VERSION : Clash.FREE_NAME);
    }
}
