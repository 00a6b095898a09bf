package org.shutterline.protocol.dialect.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.shutterline.protocol.dialect.insight.InsightParts.GREETING;
import static org.shutterline.protocol.dialect.insight.InsightParts.connected;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.TriggerRequest;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.protocol.plugin.Options;
import org.shutterline.protocol.spi.ServerConversation;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

/** Nothing before the login but the login, whatever a peer tries. */
class InsightLoginTest {
    private static final Command TRIGGER = new Command.Trigger(1, TriggerRequest.PLAIN);
    private static final String IN = "Password: User Logged In\r\n";
    private static final String WRONG = "Password: Invalid Password\r\nUser: ";

    private static Talk prompted() {
        return connected(Map.of(), Role.ADMIN).hears(GREETING + "User: ");
    }

    /** The logins are answered as the listener's settings say. */
    private static List<ServerStep> answered(ServerConversation server, List<ServerStep> steps) {
        List<ServerStep> all = new ArrayList<>();
        for (ServerStep step : steps) {
            if (step instanceof ServerStep.Ask ask && ask.command() instanceof Command.LogInHere login) {
                all.addAll(answered(server, server.replied(ask.ticket(), login.verdict(), 1)));
            } else {
                all.add(step);
            }
        }
        return all;
    }

    private static List<String> writes(List<ServerStep> steps) {
        return steps.stream()
                .filter(ServerStep.Send.class::isInstance)
                .map(step -> new String(((ServerStep.Send) step).text(), StandardCharsets.ISO_8859_1))
                .toList();
    }

    @Test
    void greetsAndPromptsInWritesOfTheirOwn() {
        ServerConversation server =
                new InsightDialect().server(InsightParts.options(Map.of("writeGapMs", 0)), Role.ADMIN);
        assertThat(writes(server.opened(0))).containsExactly(GREETING, "User: ");
        ByteBuffer all = ByteBuffer.wrap("no\r\n\r\nadmin\r\nsecret\r\nX\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(writes(answered(server, server.received(all, 1))))
                .containsExactly(
                        "Password: ", "Invalid Password\r\n", "User: ", "Password: ", "User Logged In\r\n", "0\r\n");
    }

    @Test
    void keepsAGapBetweenGreetingAndPrompt() {
        ServerConversation server = new InsightDialect().server(InsightParts.options(Map.of()), Role.ADMIN);
        assertThat(writes(server.opened(0))).containsExactly(GREETING);
        assertThat(writes(server.woken(4_999_999))).isEmpty();
        assertThat(writes(server.woken(5_000_000))).containsExactly("User: ");
    }

    @Test
    void takesANameAndItsPassword() {
        prompted()
                .says("admin\r\n")
                .hears("Password: ")
                .says("secret\r\n")
                .hears("User Logged In\r\n")
                .says("SW8\r\n")
                .asks(TRIGGER);
    }

    @ParameterizedTest
    @CsvSource({
        "Admin,secret",
        "admin,Secret",
        "admin,''",
        "admin,'secret '",
        "'admin ',secret",
        "nobody,''",
        "nobody,secret",
        "line,secret",
        "eye,''"
    })
    void takesNoOther(String name, String password) {
        prompted()
                .says(name + "\r\n" + password + "\r\n")
                .passes(20)
                .hears(WRONG)
                .says("SW8\r\n")
                .asks();
    }

    @Test
    void takesABlankPasswordOnlyOfANameThatMayHaveOne() {
        prompted().says("line\r\n\r\n").passes(20).hears(IN);
        assertThatThrownBy(() -> connected(Map.of("blankPasswordFor", List.of()), Role.ADMIN))
                .isInstanceOf(BadSetting.class)
                .hasMessage("test.logins: expected a password for 'line', or that name in blankPasswordFor");
    }

    @Test
    void aLoginMayNoMoreThanItsRoleAndNoMoreThanTheListener() {
        prompted().says("line\r\n\r\nSW8\r\n").passes(20).asks(TRIGGER);
        prompted().says("line\r\n\r\nSO0\r\n").passes(20).asks().hears(IN + "-6\r\n");
        prompted().says("eye\r\n1234\r\nSW8\r\n").passes(20).asks().hears(IN + "-6\r\n");
        Talk viewer = connected(Map.of(), Role.VIEW).hears(GREETING + "User: ");
        viewer.says("line\r\n\r\nSW8\r\nSO1\r\n").passes(20).asks().hears(IN + "-6\r\n-6\r\n");
        Talk operator = connected(Map.of(), Role.OPERATE).hears(GREETING + "User: ");
        operator.says("admin\r\nsecret\r\nSIB0105\r\n").passes(20).asks().hears(IN + "-6\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SW8", "GVB012", "RI", "SO0", "GI", "GO"})
    void doesNothingBeforeTheLogin(String command) {
        Talk talk = prompted().says(command + "\r\n").asks().hears("Password: ");
        talk.says(command + "\r\n").asks().passes(10).hears("Invalid Password\r\nUser: ");
        talk.says("admin\r\n" + command + "\r\n").asks().passes(10).hears(WRONG);
    }

    @Test
    void dealsWithCommandsThatCameWithTheLogin() {
        Talk talk =
                prompted().says("admin\r\nsecret\r\nSW8\r\nX\r\n").asks(TRIGGER).passes(20);
        talk.hears(IN);
        prompted()
                .says("adm")
                .says("in\r")
                .says("\nsec")
                .hears("Password: ")
                .says("ret\r\nS")
                .says("W8\r")
                .asks(TRIGGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r", "\n", "\r\n", "\0", "\r\0"})
    void takesAnyLineEnd(String end) {
        prompted().says("admin" + end + "secret" + end + "SW8" + end).passes(20).asks(TRIGGER);
        prompted().says("line" + end + end + "SW8" + end).passes(20).asks(TRIGGER);
    }

    @Test
    void asksAgainForANameThatIsBlank() {
        prompted()
                .says("\r\n")
                .hears("User: ")
                .says("  \r\nadmin\r\nsecret\r\n")
                .passes(20)
                .hears("User: " + IN);
    }

    @Test
    void skipsOptionsOfTelnet() {
        String will = "\u00ff\u00fb\u0018";
        String sub = "\u00ff\u00fa\u0018\u0000xterm\r\n\u00ff\u00f0";
        Talk talk = prompted().says(will + "ad" + sub + "min" + will + "\r" + will + "\n" + sub + "sec");
        talk.hears("Password: ").says(will.substring(0, 2)).says(will.substring(2) + "ret\r\n");
        talk.hears("User Logged In\r\n").says("S" + will + "W8\r\u0000").asks(TRIGGER);
    }

    @Test
    void closesOnANameThatIsNeverEnded() {
        prompted().says("a".repeat(4_096)).is("open").says("a").asks().is("closed after 1000 ms");
        prompted().says("a".repeat(4_096) + "\r\n").hears("Password: ");
        prompted()
                .says("admin\r\n" + "x".repeat(100_000) + "\r\nSW8\r\n")
                .asks()
                .is("closed after 1000 ms");
        prompted().says("admin").passes(29_999).is("open").passes(1).asks().is("closed after 1000 ms");
    }

    @Test
    void whetherALoginCountsIsAskedAndWaitedFor() {
        ServerConversation server =
                new InsightDialect().server(InsightParts.options(Map.of("writeGapMs", 0)), Role.ADMIN);
        server.opened(0);
        ByteBuffer all = ByteBuffer.wrap("eye\r\n1234\r\nGO\r\n".getBytes(StandardCharsets.ISO_8859_1));
        ServerStep.Ask right = login(server.received(all, 1));
        assertThat(right.command()).isEqualTo(new Command.LogInHere("eye", Optional.of(Role.VIEW)));
        Reply guessed = new Reply.Refused(Code.NOT_ALLOWED, "too many wrong logins");
        assertThat(writes(server.replied(right.ticket(), guessed, 2)))
                .containsExactly("Invalid Password\r\n", "User: ", "Password: ");
        ByteBuffer secret = ByteBuffer.wrap("secret\r\n".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(login(server.received(secret, 3)).command())
                .as("GO is no name")
                .isEqualTo(new Command.LogInHere("***", Optional.empty()));
    }

    private static ServerStep.Ask login(List<ServerStep> steps) {
        return steps.stream()
                .filter(ServerStep.Ask.class::isInstance)
                .map(ServerStep.Ask.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void closesAfterSoManyWrongOnes() {
        String one = "admin\r\nwrong\r\n";
        Talk talk = prompted()
                .says(one.repeat(4))
                .passes(100)
                .hears(WRONG.repeat(4))
                .is("open");
        talk.says(one + "admin\r\nsecret\r\n").passes(100).asks();
        talk.hears("Password: Invalid Password\r\n").is("closed after 1000 ms");
    }

    @Test
    void saysAndAsksWhatTheSettingsSayAfterAWrongOne() {
        Map<String, Object> more = Map.of("wrongLoginText", "Login failed", "afterWrongLogin", "ask-password");
        Talk talk = connected(more, Role.ADMIN).hears(GREETING + "User: ").says("admin\r\nwrong\r\nsecret\r\n");
        talk.passes(50).hears("Password: Login failed\r\nPassword: User Logged In\r\n");
        Talk closed = connected(Map.of("afterWrongLogin", "close"), Role.ADMIN)
                .says("admin\r\nwrong\r\n")
                .passes(50);
        closed.hears(GREETING + "User: Password: Invalid Password\r\n").is("closed after 1000 ms");
    }

    @Test
    void showsNoPassword() {
        Talk talk = prompted().says("\r\nadmin\r\nsecre\r\nsecret\r\nsecret\r\nadmin\r\nsecret\r\nsecret\r\nSW8\r\n");
        List<String> shown = new ArrayList<>();
        talk.passes(100);
        talk.otherSteps().stream()
                .filter(ServerStep.Remark.class::isInstance)
                .forEach(step -> shown.add(((ServerStep.Remark) step).text().strip()));
        assertThat(shown).containsExactly("", "admin", "***", "***", "***", "admin", "***", "***", "SW8");
    }

    @Test
    void showsNoPasswordThatWaitsForItsEnd() {
        Talk talk = prompted().says("admin\r\nsecr").passes(1_100);
        assertThat(talk.otherSteps().toString()).contains("NO_LINE_END").doesNotContain("secr");
    }

    @Test
    void tellsNoPasswordInMessagesOfSettings() {
        List<Object> wrong = List.of(
                List.of(),
                "admin:secret",
                List.of("secret"),
                List.of(Map.of("password", "secret")),
                List.of(Map.of("name", "a", "password", "secret", "role", "king")),
                List.of(Map.of("name", "a", "pasword", "secret")),
                List.of(Map.of("name", "a", "password", "secret"), Map.of("name", "a", "password", "secret")));
        for (Object logins : wrong) {
            assertThatThrownBy(() -> connected(Map.of("logins", logins), Role.ADMIN))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("test.logins")
                    .hasMessageContaining("{name, password, role}")
                    .hasMessageNotContaining("secret");
        }
    }

    @Test
    void hasNoLoginOfItsOwn() {
        assertThatThrownBy(() -> new InsightDialect()
                        .server(Options.checked("test", Map.of(), new InsightDialect().settings()), Role.ADMIN))
                .isInstanceOf(BadSetting.class)
                .hasMessageContaining("test.logins");
    }

    @Test
    void asksNothingWhateverIsTried() {
        Random random = new Random(4);
        Options options = InsightParts.options(Map.of());
        String[] pieces = {"admin", "secret", "line", "SW8", "\r", "\n", "\r\n", "\0", "\u00ff\u00fb\u0001", " ", "RI"};
        for (int round = 0; round < 500; round++) {
            ServerConversation server = new InsightDialect().server(options, Role.ADMIN);
            server.opened(0);
            StringBuilder said = new StringBuilder();
            for (int i = random.nextInt(30); i > 0; i--) {
                said.append(pieces[random.nextInt(pieces.length)]);
            }
            byte[] bytes = said.toString().getBytes(StandardCharsets.ISO_8859_1);
            List<ServerStep> steps = answered(server, server.received(ByteBuffer.wrap(bytes), 1));
            steps.addAll(server.woken(1_000_000_000L));
            steps.addAll(server.ended(1_000_000_001L));
            boolean asks = steps.stream().anyMatch(ServerStep.Ask.class::isInstance);
            boolean named = steps.stream().anyMatch(ServerStep.Named.class::isInstance);
            assertThat(asks && !named).as(said.toString()).isFalse();
        }
    }
}
