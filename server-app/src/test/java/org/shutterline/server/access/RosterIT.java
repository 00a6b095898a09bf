package org.shutterline.server.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.server.access.Roster.Why;

class RosterIT {
    private static final Secret PASSWORD = Secret.of("correct horse");
    private static final Secret OTHER = Secret.of("battery staple");

    @TempDir
    Path data;

    private Users users;
    private Roster roster;

    @BeforeEach
    void open() throws Exception {
        users = new Users(data);
        roster = new Roster(users);
        roster.add("anna", Role.ADMIN, PASSWORD);
    }

    private void refused(Why why, ThrowingCallable change) {
        var before = users.all();
        assertThatThrownBy(change)
                .isInstanceOfSatisfying(
                        Roster.NotChanged.class, not -> assertThat(not.why()).isEqualTo(why));
        assertThat(users.all()).isEqualTo(before);
    }

    @Test
    void theLastWhoMayDoAllStaysAndStaysOne() throws Exception {
        roster.addToken("backup", Role.ADMIN);
        refused(Why.LAST_ADMIN, () -> roster.remove("anna"));
        refused(Why.LAST_ADMIN, () -> roster.role("anna", Role.OPERATE));
        refused(Why.LAST_ADMIN, () -> roster.renew("anna"));

        roster.add("bert", Role.ADMIN, OTHER);
        roster.remove("anna");
        assertThat(users.all()).extracting(Account::name).containsExactly("backup", "bert");
    }

    @Test
    void aRoleChangesAndThePasswordStays() throws Exception {
        roster.add("bert", Role.VIEW, OTHER);
        roster.role("bert", Role.OPERATE);
        assertThat(users.role("bert", OTHER)).contains(Role.OPERATE);
    }

    @Test
    void aPasswordChangesAndTheRoleStays() throws Exception {
        roster.password("anna", OTHER);
        assertThat(users.role("anna", PASSWORD)).isEmpty();
        assertThat(users.role("anna", OTHER)).contains(Role.ADMIN);
    }

    @Test
    void aNewTokenMakesTheOldOneGoodForNothing() throws Exception {
        Secret first = roster.addToken("line-3", Role.TRIGGER);
        Secret second = roster.renew("line-3");
        assertThat(users.role("line-3", first)).isEmpty();
        assertThat(users.role("line-3", second)).contains(Role.TRIGGER);
    }

    @Test
    void whatCannotBeIsRefusedWithItsReason() {
        refused(Why.TAKEN, () -> roster.add("anna", Role.VIEW, OTHER));
        refused(Why.NAME, () -> roster.addToken("line 3", Role.VIEW));
        refused(Why.PASSWORD, () -> roster.add("bert", Role.VIEW, Secret.of("short")));
        refused(Why.PASSWORD, () -> roster.password("anna", Secret.of("x".repeat(201))));
        refused(Why.GONE, () -> roster.remove("bert"));
        refused(Why.GONE, () -> roster.role("bert", Role.VIEW));
    }
}
