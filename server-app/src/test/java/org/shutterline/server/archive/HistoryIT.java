package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.InspectionResult;
import org.shutterline.protocol.message.Verdict;

class HistoryIT {
    @TempDir
    Path folder;

    private Archive archive;

    /** Ids 1 to 30, stations 1 to 3 in turn, every fifth NG, a part's name unless the id ends in 0. */
    @BeforeEach
    void fill() throws Exception {
        archive = Archive.open(folder, PictureRules.USUAL, Clock.systemUTC());
        Outcomes last = new Outcomes();
        for (int i = 1; i <= 30; i++) {
            long id = archive.nextId();
            last = new Outcomes();
            archive.keep(
                    Samples.detail(
                            id,
                            1 + (i - 1) % 3,
                            i % 5 == 0 ? Verdict.NG : Verdict.OK,
                            i % 10 == 0 ? Optional.empty() : Optional.of("Lot_" + i + "%a")),
                    Optional.empty(),
                    last);
        }
        last.stored();
    }

    @AfterEach
    void close() {
        archive.close();
    }

    private List<Long> ids(HistoryQuery query) {
        return archive.search(query).stream().map(InspectionResult::id).toList();
    }

    private static HistoryQuery of(String part, Set<Verdict> verdicts, OptionalInt station) {
        return new HistoryQuery(Optional.empty(), Optional.empty(), part, verdicts, station, 100, OptionalLong.empty());
    }

    @Test
    void theNewestComeFirstPageAfterPage() {
        HistoryQuery query = HistoryQuery.newest(4);
        assertThat(ids(query)).containsExactly(30L, 29L, 28L, 27L);
        assertThat(ids(query.before(27))).containsExactly(26L, 25L, 24L, 23L);
        assertThat(ids(query.before(3))).containsExactly(2L, 1L);
    }

    @Test
    void findsByVerdictAndStation() {
        assertThat(ids(of("", Set.of(Verdict.NG), OptionalInt.empty()))).containsExactly(30L, 25L, 20L, 15L, 10L, 5L);
        assertThat(ids(of("", Set.of(Verdict.NG, Verdict.UNKNOWN), OptionalInt.of(1))))
                .containsExactly(25L, 10L);
        assertThat(ids(of("", Set.of(), OptionalInt.of(9)))).isEmpty();
    }

    @Test
    void findsAPieceOfThePartsNameLiterally() {
        assertThat(ids(of("lot_2", Set.of(), OptionalInt.empty())))
                .containsExactly(29L, 28L, 27L, 26L, 25L, 24L, 23L, 22L, 21L, 2L);
        assertThat(ids(of("_7%", Set.of(), OptionalInt.empty()))).containsExactly(7L);
        assertThat(ids(of("%%", Set.of(), OptionalInt.empty()))).isEmpty();
    }

    @Test
    void findsByTime() {
        Instant from = Samples.NOON.plusSeconds(10).toInstant();
        Instant to = Samples.NOON.plusSeconds(13).toInstant();
        assertThat(ids(new HistoryQuery(
                        Optional.of(from),
                        Optional.of(to),
                        "",
                        Set.of(),
                        OptionalInt.empty(),
                        100,
                        OptionalLong.empty())))
                .containsExactly(12L, 11L, 10L);
    }
}
