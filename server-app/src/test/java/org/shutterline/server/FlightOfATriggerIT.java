package org.shutterline.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.server.flight.FlightRecord;
import org.shutterline.server.flight.WirePiece;
import org.shutterline.server.monitor.HistoryView;
import org.shutterline.server.monitor.TrafficRow;
import org.shutterline.server.settings.AllowedPrograms;
import org.shutterline.server.settings.Plugins;

/** One trigger over a socket, from its bytes to a file that any copy of the program runs again. */
class FlightOfATriggerIT {
    private static final int SAME = 0;
    private static final int ANOTHER = 1;
    private static final int NOT_USABLE = 2;

    @TempDir
    Path folder;

    private Path file;

    private AtTheWindow start() throws Exception {
        file = folder.resolve("1.shutterflight");
        return new AtTheWindow(new Wishes(folder.resolve("data"), Optional.empty(), true, Optional.of(0), false));
    }

    @Test
    void holdsTheBytesOfItsRequestAndAnswerAndGivesTheSameResultAgain() throws Exception {
        String answer;
        try (AtTheWindow window = start();
                LineTalk plc = new LineTalk(window.server)) {
            plc.ask("PING");
            answer = plc.ask("T1,part=SN-7");
            plc.ask("S1");
            long id = saved(window, answer);

            try (FlightRecord record = opened(file)) {
                List<WirePiece> wire = record.wire();
                assertThat(wire).hasSize(2);
                assertThat(wire.get(0).received()).isTrue();
                assertThat(wire.get(0).bytes()).isEqualTo(bytes("T1,part=SN-7\r\n"));
                assertThat(wire.get(1).received()).isFalse();
                assertThat(new String(wire.get(1).bytes(), StandardCharsets.UTF_8))
                        .startsWith(answer)
                        .matches("[^\\r\\n]+[\\r\\n]+");
                assertThat(record.flight().id()).isEqualTo(id);
                assertThat(record.flight().part()).contains("SN-7");
                assertThat(record.flight().exact()).isTrue();
                assertThat(record.flight().values()).isNotEmpty();
                assertThat(record.flight().stages()).isNotEmpty();
            }
            window.actions().openFlight(file);
            HistoryView view = window.history(now -> now.flight().isPresent());
            assertThat(view.flight().orElseThrow().usable()).isTrue();
            assertThat(view.flight().orElseThrow().same())
                    .as(String.valueOf(view.flight()))
                    .isTrue();
        }

        Program.Ended ended = Program.run(folder, "--data", elsewhere(), "--replay", file.toString());
        assertThat(ended.code()).as(ended.toString()).isEqualTo(SAME);
        assertThat(ended.err()).isEmpty();
        List<String> lines = ended.out().lines().toList();
        assertThat(lines.get(0)).startsWith("result 1 of ").contains("station 1, job plate-A version ");
        assertThat(lines)
                .anyMatch(line -> line.endsWith(" -> T1,part=SN-7\\r\\n"))
                .anyMatch(line -> line.contains(" <- " + answer));
        assertThat(lines).last().asString().startsWith("run again: the same result, ");
    }

    @Test
    void aTriggerOfTheWindowHasNoBytes() throws Exception {
        try (AtTheWindow window = start()) {
            window.server.machine().askHere(new Command.Trigger(1, TriggerRequest.PLAIN), event -> {}, reply -> {});
            saved(window, 1);
            try (FlightRecord record = opened(file)) {
                assertThat(record.wire()).isEmpty();
            }
        }
    }

    @Test
    void aRecordWhoseJobJudgesOtherwiseEndsWithAnotherCodeAndSaysWhatDiffers() throws Exception {
        try (AtTheWindow window = start();
                LineTalk plc = new LineTalk(window.server)) {
            saved(window, plc.ask("T1"));
        }
        Path other = folder.resolve("other.shutterflight");
        try (FlightRecord record = opened(file)) {
            FlightRecord.write(
                    other,
                    record.flight(),
                    Files.readAllBytes(record.picture()),
                    record.job()
                            .withTree(Map.of(
                                    "tools",
                                    List.of(Map.of(
                                            "id",
                                            "light",
                                            "tool",
                                            "brightness",
                                            "limits",
                                            Map.of("mean", Map.of("low", 250)))))),
                    record.wire(),
                    Plugins.installed().tools());
        }

        Program.Ended ended = Program.run(folder, "--data", elsewhere(), "--replay", other.toString());
        assertThat(ended.code()).as(ended.toString()).isEqualTo(ANOTHER);
        assertThat(ended.out()).contains("verdict: was OK, is NG").contains("run again: another result, NG");
    }

    @Test
    void aFileThatIsDamagedOrNotThereIsNamedAndNothingIsPrintedAsAResult() throws Exception {
        try (AtTheWindow window = start();
                LineTalk plc = new LineTalk(window.server)) {
            saved(window, plc.ask("T1"));
        }
        byte[] whole = Files.readAllBytes(file);
        Path half = Files.write(folder.resolve("half.shutterflight"), Arrays.copyOf(whole, whole.length / 2));
        Program.Ended ended = Program.run(folder, "--data", elsewhere(), "--replay", half.toString());
        assertThat(ended.code()).as(ended.toString()).isEqualTo(NOT_USABLE);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("half.shutterflight: is damaged").hasLineCount(1);

        Path gone = folder.resolve("gone.shutterflight");
        ended = Program.run(folder, "--data", elsewhere(), "--replay", gone.toString());
        assertThat(ended.code()).as(ended.toString()).isEqualTo(NOT_USABLE);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().strip()).endsWith("gone.shutterflight is not there");
    }

    /** A folder of another copy of the program, which knows nothing of the station. */
    private String elsewhere() {
        return folder.resolve("elsewhere").toString();
    }

    private long saved(AtTheWindow window, String answer) {
        window.state(now -> now.traffic().rows().stream()
                .anyMatch(row -> row.kind() == TrafficRow.Kind.OUT && row.text().startsWith(answer)));
        long id = Long.parseLong(answer.split(",")[2]);
        saved(window, id);
        return id;
    }

    private void saved(AtTheWindow window, long id) {
        window.finds(id);
        window.actions().saveFlight(file);
        HistoryView view = window.history(now -> now.done().isPresent());
        assertThat(view.done()).contains(new HistoryView.Done("flight", Optional.empty()));
    }

    private static FlightRecord opened(Path record) throws Exception {
        return FlightRecord.open(record, Plugins.installed().tools(), AllowedPrograms.NONE);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
