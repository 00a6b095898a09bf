package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureState;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Verdict;

class KilledArchiveIT {
    private static final int ROUNDS = 3;
    private static final int LEAST_A_ROUND = 400;

    @TempDir
    Path folder;

    @Test
    void everyAcknowledgedResultIsThereAfterAKill() throws Exception {
        Set<Long> told = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Long> now = killedAfter(LEAST_A_ROUND + 37 * round);
            assertThat(now).as("ids told in round %s", round).doesNotHaveDuplicates();
            assertThat(told).as("ids of earlier rounds").doesNotContainAnyElementsOf(now);
            told.addAll(now);
            assertAllThere(told);
        }
    }

    private List<Long> killedAfter(int ids) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        Keeping.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Long> told = new ArrayList<>();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII))) {
            String line = out.readLine();
            while (line != null) {
                if (line.startsWith(Keeping.DURABLE)) {
                    told.add(Long.parseLong(line.substring(Keeping.DURABLE.length())));
                }
                if (told.size() == ids) {
                    process.toHandle().destroyForcibly();
                }
                line = out.readLine();
            }
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(told).hasSizeGreaterThanOrEqualTo(ids);
        return told;
    }

    private void assertAllThere(Set<Long> told) throws Exception {
        try (Archive archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC())) {
            for (long id : told) {
                InspectionResult result = archive.find(id).orElseThrow();
                Verdict verdict = id % 3 == 0 ? Verdict.NG : Verdict.OK;
                assertThat(result.withPicture(PictureState.LOST))
                        .isEqualTo(
                                Samples.detail(id, (int) (id % 2) + 1, verdict).result());
                if (result.picture() == PictureState.STORED) {
                    assertThat(archive.picture(id, PictureFormat.RAW, PictureView.SOURCE))
                            .isInstanceOf(PictureAnswer.Found.class);
                }
            }
            assertThat(archive.nextId())
                    .isGreaterThan(
                            told.stream().mapToLong(Long::longValue).max().orElseThrow());
        }
    }
}
