package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;

/** Lines that begin in the grammar and leave it somewhere. */
class FuzzTest {
    private static final String[] SEEDS = {
        "T1",
        "T1,part=A",
        "t01#a17,part=SN9,once=k-1,x=1",
        "TA,part=5",
        "T1,\"part=A,1\"",
        "S1",
        "LAST1",
        "RESULT,5",
        "SINCE1,5,10",
        "IMAGE,5,jpeg,source",
        "DETAIL,5",
        "LIVE1,ON,10",
        "LIVE1,OFF",
        "SUBSCRIBE",
        "UNSUBSCRIBE1",
        "JOB1,plate",
        "JOBS1",
        "STATIONS",
        "HELP",
        "ONLINE1",
        "OFFLINE1",
        "RESET1",
        "FORMAT,JSON",
        "FORMAT,FIELDS",
        "HELLO,n,alive=500",
        "LOGIN,a,b",
        "PING,\\x41\\u0042",
        "GET1,a",
        "SET1,a,b",
        "TIMES1",
        "STATUS"
    };
    private static final String SPICE =
            ",\"\\#=.:-_ 0123456789azTAOKON\t\u0001\u007f\u0080\u00c3\u00a4\u00ff\u00ed\u00a0";

    @Test
    void everyLineGetsExactlyOneReply() {
        Random random = new Random(42);
        ServerConversation server = Parts.server(Map.of());
        server.opened(0);
        for (int i = 0; i < 100_000; i++) {
            String line = mutated(random);
            List<ServerStep> steps = server.received(bytes(line + "\n"), i);
            long replies = replies(steps);
            for (ServerStep step : steps) {
                if (step instanceof ServerStep.Ask ask) {
                    replies += replies(server.replied(ask.ticket(), new Reply.Refused(Code.NO_SUCH_STATION), i));
                }
            }
            assertThat(replies).as(line).isEqualTo(1);
        }
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(43);
        for (Map<String, Object> settings :
                List.of(Map.<String, Object>of(), Map.<String, Object>of("encoding", "iso-8859-1"))) {
            PlainSettings encoding = PlainSettings.of(Parts.options(settings));
            PlainSpelling spelling = new PlainSpelling(encoding.charset(), new JsonSpelling(encoding.isUtf8()));
            for (int i = 0; i < 20_000; i++) {
                String text = random.ints(random.nextInt(8), 0, 0x500)
                        .map(c -> c < 0x180 ? c : c < 0x200 ? "\", \\".charAt(c & 3) : c < 0x280 ? 0x1F600 : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
                String line = spelling.field(new StringBuilder("PING"), text).toString();
                byte[] sent = line.getBytes(encoding.charset());
                String back = new PlainText(encoding.charset()).strict(sent).orElseThrow();
                assertThat(PlainGrammar.fields(back)).as(line).contains(List.of("PING", text));
            }
        }
    }

    private static String mutated(Random random) {
        StringBuilder line = new StringBuilder(SEEDS[random.nextInt(SEEDS.length)]);
        int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(line.length() + 1);
            switch (random.nextInt(4)) {
                case 0 -> line.insert(at, SPICE.charAt(random.nextInt(SPICE.length())));
                case 1 -> line.delete(at, Math.min(line.length(), at + 1 + random.nextInt(3)));
                case 2 -> line.insert(at, SEEDS[random.nextInt(SEEDS.length)]);
                default -> {
                    if (at < line.length()) {
                        line.setCharAt(at, (char) (1 + random.nextInt(255)));
                    }
                }
            }
        }
        String text = line.toString().replaceAll("[\r\n]", "");
        return text.replace(" ", "").isEmpty() ? "T1" : text;
    }

    private static long replies(List<ServerStep> steps) {
        return steps.stream()
                .filter(ServerStep.Send.class::isInstance)
                .map(step -> new String(((ServerStep.Send) step).text(), StandardCharsets.ISO_8859_1))
                .peek(text -> assertThat(text).endsWith("\n").matches("[^\\x00-\\x1f\\x7f]+\n"))
                .count();
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
