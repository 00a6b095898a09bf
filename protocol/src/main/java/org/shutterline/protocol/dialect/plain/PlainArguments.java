package org.shutterline.protocol.dialect.plain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.PictureFormat;
import org.shutterline.protocol.message.PictureView;
import org.shutterline.protocol.message.Secret;
import org.shutterline.protocol.message.TriggerRequest;

/** Reads the fields of requests; empty for what the contract does not allow there. */
final class PlainArguments {
    private static final int MAX_KEYS = 16;
    private static final int MAX_KEY_LENGTH = 32;
    private static final int MAX_SINCE = 1_000;
    private static final int USUAL_FPS = 10;
    private static final int MAX_FPS = 30;
    private static final String ALIVE = "alive=";

    private PlainArguments() {}

    static Optional<TriggerRequest> trigger(List<String> fields) {
        if (fields.isEmpty()) {
            return Optional.of(TriggerRequest.PLAIN);
        }
        Map<String, String> all = new LinkedHashMap<>(4);
        for (String field : fields) {
            int equals = field.indexOf('=');
            String key = equals < 0 ? "" : field.substring(0, equals);
            if (!isKey(key) || all.putIfAbsent(key, field.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        Optional<String> part = Optional.ofNullable(all.remove("part"));
        Optional<String> once = Optional.ofNullable(all.remove("once"));
        boolean sound = all.size() <= MAX_KEYS && once.map(PlainGrammar::isTag).orElse(true);
        return sound ? Optional.of(new TriggerRequest(part, once, all)) : Optional.empty();
    }

    static Optional<Meaning> since(PlainRequest request) {
        List<String> fields = request.fields();
        Optional<Long> after = whole(fields.get(0));
        Optional<Integer> max = fields.size() < 2 ? Optional.of(MAX_SINCE) : whole(fields.get(1), MAX_SINCE);
        return after.flatMap(
                id -> max.flatMap(most -> PlainVerbs.ask(new Command.ResultsSince(request.stationNumber(), id, most))));
    }

    static Optional<Meaning> image(PlainRequest request) {
        List<String> fields = request.fields();
        Optional<PictureFormat> format =
                fields.size() < 2 ? Optional.of(PictureFormat.JPEG) : named(PictureFormat.values(), fields.get(1));
        Optional<PictureView> view =
                fields.size() < 3 ? Optional.of(PictureView.SOURCE) : named(PictureView.values(), fields.get(2));
        return whole(fields.get(0))
                .flatMap(id ->
                        format.flatMap(in -> view.flatMap(of -> PlainVerbs.ask(new Command.FetchPicture(id, in, of)))));
    }

    static Optional<Meaning> live(PlainRequest request) {
        List<String> fields = request.fields();
        int station = request.stationNumber();
        if (isWord(fields.get(0), "OFF") && fields.size() == 1) {
            return PlainVerbs.ask(new Command.StopLive(station));
        }
        if (!isWord(fields.get(0), "ON")) {
            return Optional.empty();
        }
        Optional<Integer> fps = fields.size() < 2 ? Optional.of(USUAL_FPS) : whole(fields.get(1), MAX_FPS);
        return fps.flatMap(most -> PlainVerbs.ask(new Command.StartLive(station, most)));
    }

    static Optional<Meaning> login(PlainRequest request) {
        String user = request.fields().get(0);
        Secret password = Secret.of(request.fields().get(1));
        return user.isEmpty() ? Optional.empty() : PlainVerbs.ask(new Command.LogIn(user, password));
    }

    static Optional<Meaning> get(PlainRequest request) {
        String parameter = request.fields().get(0);
        return parameter.isEmpty()
                ? Optional.empty()
                : PlainVerbs.ask(new Command.GetParameter(request.stationNumber(), parameter));
    }

    static Optional<Meaning> set(PlainRequest request) {
        String parameter = request.fields().get(0);
        String value = request.fields().get(1);
        return parameter.isEmpty()
                ? Optional.empty()
                : PlainVerbs.ask(new Command.SetParameter(request.stationNumber(), parameter, value));
    }

    static Optional<Meaning> format(PlainRequest request) {
        String name = request.fields().get(0);
        boolean json = isWord(name, "JSON");
        return json || isWord(name, "FIELDS") ? Optional.of(new Meaning.Format(json)) : Optional.empty();
    }

    static Optional<Meaning> hello(PlainRequest request) {
        List<String> fields = request.fields();
        Optional<String> name = fields.stream().findFirst();
        if (fields.size() < 2) {
            return Optional.of(new Meaning.Hello(name, OptionalLong.empty()));
        }
        String alive = fields.get(1);
        return alive.startsWith(ALIVE)
                ? whole(alive.substring(ALIVE.length()), Integer.MAX_VALUE)
                        .map(ms -> new Meaning.Hello(name, OptionalLong.of(ms)))
                : Optional.empty();
    }

    /** A whole number without a sign; one beyond a long is the greatest long, which names nothing. */
    static Optional<Long> whole(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < text.length(); i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return Optional.empty();
            }
            value = value > (Long.MAX_VALUE - digit) / 10 ? Long.MAX_VALUE : value * 10 + digit;
        }
        return Optional.of(value);
    }

    /** A whole number from 1. */
    private static Optional<Integer> whole(String text, int most) {
        return whole(text).filter(number -> number >= 1 && number <= most).map(Long::intValue);
    }

    private static boolean isKey(String text) {
        return PlainGrammar.isOf(
                text, MAX_KEY_LENGTH, c -> c >= 'a' && c <= 'z' || PlainGrammar.isDigit(c) || c == '_');
    }

    private static <E extends Enum<E>> Optional<E> named(E[] constants, String text) {
        for (E constant : constants) {
            if (isWord(text, constant.name())) {
                return Optional.of(constant);
            }
        }
        return Optional.empty();
    }

    /** In any case by ASCII rules, as verbs are. */
    private static boolean isWord(String text, String upper) {
        return text.length() == upper.length() && text.chars().allMatch(c -> c < 0x80) && text.equalsIgnoreCase(upper);
    }
}
