package org.shutterline.protocol.dialect.plain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shutterline.protocol.message.Command;
import org.shutterline.protocol.message.Grant;
import org.shutterline.protocol.message.LeastRole;
import org.shutterline.protocol.message.Rights;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.spi.ServerStep;
import org.shutterline.protocol.spi.Talk;

/** Which role each verb needs, as section 4 of the wire contract says. */
class RolesTest {
    private static final Map<Grant, String> LINES = Map.of(
            Grant.JOB, "JOB1,b",
            Grant.ONLINE, "ONLINE1",
            Grant.OFFLINE, "OFFLINE1",
            Grant.RESET, "RESET1",
            Grant.SET, "SET1,a.b,5");

    /** The least role of each verb; none may do what stands first without one. */
    private static final Map<String, List<String>> BY_ROLE = Map.of(
            "none", List.of("HELLO", "LOGIN,anna,sesame", "PING", "BYE"),
            "VIEW",
                    List.of(
                            "S1",
                            "TIMES1",
                            "STATUS",
                            "LAST1",
                            "RESULT,5",
                            "SINCE1,5",
                            "IMAGE,5",
                            "DETAIL,5",
                            "LIVE1,ON",
                            "LIVE1,OFF",
                            "SUBSCRIBE",
                            "UNSUBSCRIBE",
                            "JOB1",
                            "JOBS1",
                            "STATIONS",
                            "HELP",
                            "GET1,a.b",
                            "FORMAT,FIELDS",
                            "ROLE"),
            "TRIGGER", List.of("T1", "TA"),
            "OPERATE", List.of("JOB1,b", "ONLINE1", "OFFLINE1", "RESET1"),
            "ADMIN", List.of("SET1,a.b,5"));

    @Test
    void everyVerbIsInTheTable() {
        assertThat(BY_ROLE.values().stream().flatMap(List::stream).map(RolesTest::verb))
                .containsOnlyOnceElementsOf(PlainVerbs.names().stream()
                        .filter(verb -> !verb.equals("LIVE") && !verb.equals("JOB"))
                        .toList())
                .contains("LIVE", "JOB")
                .hasSize(PlainVerbs.names().size() + 2);
        assertThat(PlainVerbs.names()).hasSize(28);
    }

    private static String verb(String line) {
        return line.replaceFirst("[0-9,].*", "");
    }

    @ParameterizedTest
    @EnumSource
    void eachVerbNeedsItsRole(Role role) {
        BY_ROLE.forEach((least, lines) -> lines.forEach(line -> assertThat(isRefused(Rights.of(role), line))
                .as("%s as %s", line, role)
                .isEqualTo(!least.equals("none") && role.compareTo(Role.valueOf(least)) < 0)));
    }

    private static boolean isRefused(Rights rights, String line) {
        String heard =
                Talk.with(Parts.server(Map.of(), rights)).says(line + "\n").heardText();
        return heard.startsWith("ER,") && heard.contains(",05,");
    }

    @ParameterizedTest
    @EnumSource
    void aGrantAddsItsVerbAndNoOther(Grant granted) {
        Rights rights = new Rights(Optional.of(Role.TRIGGER), Set.of(granted));
        for (Grant grant : Grant.values()) {
            String line = LINES.get(grant);
            assertThat(isRefused(rights, line)).as("%s with %s", line, granted).isEqualTo(grant != granted);
        }
        assertThat(isRefused(rights, "T1")).isFalse();
    }

    @Test
    void withoutARoleALoginComesFirst() {
        BY_ROLE.forEach((least, lines) -> {
            if (!least.equals("none")) {
                lines.forEach(line -> Talk.with(Parts.server(Map.of(), Rights.NONE))
                        .says(line + "\n")
                        .asks()
                        .hears("ER," + line.split(",")[0] + ",05,login required\n"));
            }
        });
        assertThat(isRefused(Rights.NONE, "LOGIN,anna,sesame")).isFalse();
        Talk.with(Parts.server(Map.of(), Rights.NONE))
                .says("HELLO\nPING,a\nBYE\n")
                .hears("HELLO,OK,Shutterline,0.1.0,1\nPING,OK,a\nBYE,OK\n");
    }

    @Test
    void whatIsRefusedIsToldToWhoeverKeepsTheBooks() {
        assertThat(Talk.with(Parts.server(Map.of(), Role.VIEW)).says("t1#a\n").otherSteps())
                .contains(new ServerStep.Remark(ServerStep.Remark.Kind.NOT_ALLOWED, "T1#a"));
    }

    @Test
    void theTextSaysWhatIsNeededAndWhatThereIs() {
        Talk.with(Parts.server(Map.of(), Role.OPERATE))
                .says("SET1#7,a.b,5\n")
                .asks()
                .hears("ER,SET1#7,05,role too low: SET needs ADMIN and this connection has OPERATE\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SET1", "SET1,a,b,c", "SET,a,b", "SET0,a,b", "JOB1,a,b", "RESET1,5"})
    void theRoleComesBeforeTheArguments(String line) {
        Talk talk =
                Talk.with(Parts.server(Map.of(), Role.VIEW)).says(line + "\n").asks();
        assertThat(talk.heardText()).contains(",05,");
    }

    @Test
    void theGrammarAndTheVerbComeBeforeTheRole() {
        Talk.with(Parts.server(Map.of(), Role.VIEW))
                .says("SET1,\"\nFOO\n")
                .asks()
                .hears("ER,,02,malformed line\nER,FOO,01,unknown command\n");
    }

    @Test
    void noCommandIsWithoutARole() {
        List<Role> roles = new ArrayList<>();
        for (Class<?> kind : Command.class.getPermittedSubclasses()) {
            LeastRole.of(kind.asSubclass(Command.class)).ifPresent(roles::add);
        }
        assertThat(roles).contains(Role.VIEW, Role.TRIGGER, Role.OPERATE, Role.ADMIN);
    }
}
