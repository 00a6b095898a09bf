package org.shutterline.server.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.Secret;
import org.shutterline.server.access.Account;
import org.shutterline.server.monitor.HandCrankedBench;
import org.shutterline.server.users.UsersState.Deed;
import org.shutterline.server.users.UsersState.NewToken;
import org.shutterline.server.users.UsersState.Said;
import org.shutterline.server.users.UsersState.Trouble;

class UsersPresenterTest {
    private static final Secret PASSWORD = Secret.of("correct horse");

    private final HandCrankedBench bench = new HandCrankedBench(Instant.EPOCH);
    private final ScriptedUsers source = new ScriptedUsers().with("anna", Role.ADMIN, false);
    private final List<UsersState> shown = new ArrayList<>();
    private final UsersPresenter presenter = new UsersPresenter(source, bench, shown::add);

    @BeforeEach
    void look() {
        presenter.start();
        presenter.watching(true);
        bench.settle();
    }

    private UsersState last() {
        bench.settle();
        return shown.get(shown.size() - 1);
    }

    @Test
    void showsWhoThereIsAndWhatOthersChangeWhileSomebodyLooks() {
        assertThat(last().users()).containsExactly(new Account("anna", Role.ADMIN, false));
        source.with("bert", Role.VIEW, false);
        bench.pass(Duration.ofSeconds(1));
        assertThat(last().users()).hasSize(2);

        presenter.watching(false);
        bench.settle();
        int before = shown.size();
        bench.pass(Duration.ofSeconds(3));
        assertThat(shown).hasSize(before);
    }

    @Test
    void addsAPersonWhosePasswordWasTheSameTwice() {
        presenter.add("bert", Role.OPERATE, PASSWORD, Secret.of("correct hoarse"));
        assertThat(last().said()).contains(new Said(Deed.ADD, "bert", Optional.of(Trouble.NOT_THE_SAME), ""));
        assertThat(source.asked).isEmpty();

        presenter.add("bert", Role.OPERATE, PASSWORD, PASSWORD);
        assertThat(last().said()).contains(new Said(Deed.ADD, "bert", Optional.empty(), ""));
        assertThat(last().users()).contains(new Account("bert", Role.OPERATE, false));
        assertThat(shown).anyMatch(UsersState::working);
        assertThat(last().working()).isFalse();
    }

    @Test
    void aTokenIsShownOnceAndThenNeverAgain() {
        presenter.addToken("line-3", Role.TRIGGER);
        assertThat(last().token()).contains(new NewToken("line-3", Secret.of("token-of-line-3")));
        presenter.seen();
        assertThat(last().token()).isEmpty();

        presenter.renew("line-3");
        assertThat(last().token().orElseThrow().token().reveal()).isEqualTo("second-token-of-line-3");
        presenter.watching(false);
        presenter.watching(true);
        assertThat(last().token()).isEmpty();
        assertThat(last().said()).isEmpty();
    }

    @Test
    void changesRolesAndPasswordsAndRemoves() {
        presenter.role("anna", Role.VIEW);
        bench.settle();
        presenter.password("anna", PASSWORD, PASSWORD);
        bench.settle();
        presenter.remove("anna");
        assertThat(last().users()).isEmpty();
        assertThat(source.asked).containsExactly("anna is VIEW", "password of anna correct horse", "remove anna");
    }

    @Test
    void changesWhenWhoeverLeavesIsLoggedOff() {
        assertThat(last().logOffMin()).isEqualTo(10);
        presenter.logOff(25);
        assertThat(last().logOffMin()).isEqualTo(25);
        assertThat(last().said()).contains(new Said(Deed.LOG_OFF, "25", Optional.empty(), ""));
        assertThat(source.asked).containsExactly("log off after PT25M");
    }

    @Test
    void usersThatCannotBeReadSayWhy() {
        source.damage = Optional.of("line 3 is no YAML");
        bench.pass(Duration.ofSeconds(1));
        assertThat(last().damage()).contains("users.yaml: line 3 is no YAML");
        assertThat(last().users()).isEmpty();
    }

    @Test
    void whatIsRefusedSaysWhy() {
        source.refusal = Optional.of("log on as somebody who may do this");
        presenter.remove("anna");
        Said said = last().said().orElseThrow();
        assertThat(said.trouble()).contains(Trouble.FAILED);
        assertThat(said.detail()).contains("log on as somebody");
        assertThat(last().users()).hasSize(1);
    }
}
