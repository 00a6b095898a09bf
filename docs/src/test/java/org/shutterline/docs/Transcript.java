package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plays one transcript. {@code -> text} is sent, {@code <- text} is expected; a digit before the arrow names one of several
 * connections. Lines end with CRLF unless ends are written out: {@code <CR> <LF> <CRLF> <NUL>}, or {@code <none>}; what is
 * expected with no end has nothing in braces.
 *
 * <p>What varies stands in braces: {@code {id}}, {@code {ms}}, {@code {n}} a whole number, {@code {value}} a field,
 * {@code {verdict}}, {@code {...}} anything. A name in braces may be used again in what is sent, and then is what it last
 * was; {@code {bytes}} are as many bytes as the last {@code {length}}. {@code (closed)} is the end of the connection,
 * {@code (nothing)} 300 ms of silence. A line that begins with {@code #} explains.
 */
final class Transcript implements AutoCloseable {
    private static final Pattern SAID = Pattern.compile("^(\\d?)(->|<-) ?(.*)$");
    private static final Pattern NAME = Pattern.compile("\\{([a-z.]+)}");
    private static final Pattern END = Pattern.compile("<(CR|LF|CRLF|NUL|none)>");
    private static final Map<String, String> ENDS =
            Map.of("CR", "\r", "LF", "\n", "CRLF", "\r\n", "NUL", "\0", "none", "");
    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("id", "[1-9][0-9]*"),
            Map.entry("ms", "[0-9]+\\.[0-9]"),
            Map.entry("n", "[0-9]+"),
            Map.entry("length", "[1-9][0-9]*"),
            Map.entry("value", "(?:[^,\"]*|\"(?:[^\"]|\"\")*\")"),
            Map.entry("number", "-?[0-9]+(?:\\.[0-9]+)?"),
            Map.entry("verdict", "(?:OK|NG)"),
            Map.entry("time", "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d+(?:Z|[+-]\\d\\d:\\d\\d)"),
            Map.entry("...", ".*"));

    private final List<Integer> ports;
    private final Map<String, Talk> talks = new HashMap<>();
    private final Map<String, StringBuilder> toSend = new HashMap<>();
    private final Map<String, String> seen = new HashMap<>();

    /** @param ports of the connections 1, 2 and so on; the last is that of all others too */
    Transcript(List<Integer> ports) {
        this.ports = ports;
    }

    /** @return how many lines were compared */
    int play(Manual.Fence fence) throws IOException {
        int compared = 0;
        for (String line : fence.lines()) {
            Matcher said = SAID.matcher(line);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            assertThat(said.matches())
                    .as("%s: '%s' is no line of a talk", fence, line)
                    .isTrue();
            if (said.group(2).equals("->")) {
                toSend.computeIfAbsent(said.group(1), n -> new StringBuilder()).append(ended(filled(said.group(3))));
            } else {
                flush();
                expect(fence, talk(said.group(1)), said.group(3));
                compared++;
            }
        }
        flush();
        return compared;
    }

    /** Lines that follow each other are sent in one segment. */
    private void flush() throws IOException {
        for (Map.Entry<String, StringBuilder> entry : toSend.entrySet()) {
            talk(entry.getKey()).send(entry.getValue().toString());
        }
        toSend.clear();
    }

    private Talk talk(String name) throws IOException {
        Talk talk = talks.get(name);
        if (talk == null) {
            int number = name.isEmpty() ? 1 : Integer.parseInt(name);
            talk = Talk.with(ports.get(Math.min(number, ports.size()) - 1));
            talks.put(name, talk);
        }
        return talk;
    }

    private void expect(Manual.Fence fence, Talk talk, String expected) throws IOException {
        switch (expected) {
            case "{bytes}" -> talk.bytes(Integer.parseInt(seen.get("length")));
            case "(closed)" ->
                assertThat(talk.isEnded()).as("%s: closed", fence).isTrue();
            case "(nothing)" -> assertThat(talk.isSilentFor(300)).isTrue();
            default -> expectLine(fence, talk, expected);
        }
    }

    private void expectLine(Manual.Fence fence, Talk talk, String expected) throws IOException {
        Matcher end = END.matcher(expected);
        String words = END.matcher(expected).replaceAll("");
        String ended = end.find() ? ENDS.get(end.group(1)) : "\r\n";
        String got = ended.isEmpty() ? talk.text(words.length()) : talk.lineEndedBy(ended);
        Matcher names = NAME.matcher(words);
        StringBuilder shape = new StringBuilder();
        Map<Integer, String> groups = new HashMap<>();
        int from = 0;
        while (names.find()) {
            String name = names.group(1);
            assertThat(SHAPES).as("%s: what may stand in braces", fence).containsKey(name);
            shape.append(Pattern.quote(words.substring(from, names.start())))
                    .append('(')
                    .append(SHAPES.get(name))
                    .append(')');
            groups.put(groups.size() + 1, name);
            from = names.end();
        }
        shape.append(Pattern.quote(words.substring(from)));
        Matcher match = Pattern.compile(shape.toString()).matcher(got);
        assertThat(match.matches())
                .as("%s expects '%s' and got '%s'", fence, words, got)
                .isTrue();
        groups.forEach((group, name) -> seen.put(name, match.group(group)));
    }

    private String filled(String request) {
        return NAME.matcher(request)
                .replaceAll(name -> Matcher.quoteReplacement(seen.getOrDefault(name.group(1), name.group())));
    }

    private static String ended(String request) {
        Matcher end = END.matcher(request);
        return end.find()
                ? end.replaceAll(found -> Matcher.quoteReplacement(ENDS.get(found.group(1))))
                : request + "\r\n";
    }

    @Override
    public void close() throws IOException {
        for (Talk talk : talks.values()) {
            talk.close();
        }
    }
}
