package org.shutterline.server.listeners;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Role;
import org.shutterline.server.monitor.HandCrankedBench;
import org.shutterline.server.net.OneTooMany;
import org.shutterline.server.settings.SettingView;

class ListenersPresenterTest {
    private final HandCrankedBench bench = new HandCrankedBench(Instant.parse("2026-11-23T12:00:00Z"));
    private final ScriptedListeners source = new ScriptedListeners();
    private final List<Optional<ListenerForm>> shown = new ArrayList<>();
    private int changes;
    private final ListenersPresenter presenter = new ListenersPresenter(source, bench, shown::add, () -> changes++);

    private ListenerForm form() {
        bench.settle();
        return shown.get(shown.size() - 1).orElseThrow();
    }

    private boolean isClosed() {
        bench.settle();
        return shown.get(shown.size() - 1).isEmpty();
    }

    private SettingView own(String key) {
        return view(form().own(), key);
    }

    private SettingView setting(String key) {
        return view(form().settings(), key);
    }

    private static SettingView view(List<SettingView> views, String key) {
        return views.stream().filter(view -> view.key().equals(key)).findFirst().orElseThrow();
    }

    private void own(String key, Object value) {
        presenter.setOwn(key, Optional.of(value));
    }

    private void set(String key, Object value) {
        presenter.set(key, Optional.of(value));
    }

    private List<String> lines() {
        return form().preview().lines().stream().map(PreviewLine::text).toList();
    }

    private void editKeyence() {
        presenter.edit(source.get(1).at());
    }

    @Test
    void aNewOneIsOfferedOnAFreePortWithWhatItWouldTell() {
        presenter.add();

        assertThat(form().at()).isEmpty();
        assertThat(own("port").value()).contains(7502);
        assertThat(own("role").byDefault()).contains("operate");
        assertThat(lines()).containsExactly("T1\n", "T1,OK,1042,23.4,5.020\n");
        assertThat(form().usable()).isTrue();
    }

    @Test
    void eachChangeIsSeenInThePreviewAtOnce() {
        editKeyence();
        assertThat(lines()).containsExactly("T1\r", "T1,+00005.020,1\r");
        set("numberDecimals", 1);
        set("lineEnd", "crlf");
        set("resultPrefix", "\\x02");
        set("resultSeparator", "\"\"");

        assertThat(lines()).containsExactly("T1\r\n", "T1,\u0002+00005.01\r\n");
        assertThat(setting("resultPrefix").value()).contains("\\x02");
        assertThat(setting("resultSeparator").value()).contains("\"\"");
        assertThat(form().changed()).isTrue();
    }

    @Test
    void aNewerResultIsShownWithoutBeingAskedFor() {
        presenter.start();
        editKeyence();
        bench.settle();
        source.last(Optional.of(ScriptedListeners.result(1043, 7.5)));
        bench.pass(Duration.ofSeconds(2));

        assertThat(lines()).contains("T1,+00007.500,1\r");
    }

    @Test
    void withoutAResultThePreviewSaysSo() {
        editKeyence();
        set("stations", List.of(2, 1));
        assertThat(form().preview()).isEqualTo(Preview.without(Preview.Stage.NO_RESULT, 2));
        source.last(Optional.empty());
        set("stations", List.of(1));
        assertThat(form().preview().stage()).isEqualTo(Preview.Stage.NO_RESULT);
    }

    @Test
    void whatIsWrongIsToldAtItsField() {
        editKeyence();
        own("port", 70_000);
        assertThat(own("port").trouble().orElseThrow()).startsWith("expected a whole number from 0 to 65535");
        assertThat(form().usable()).isFalse();
        assertThat(form().preview().stage()).isEqualTo(Preview.Stage.WRONG);
        own("port", 8500);
        set("okWord", "0");
        assertThat(setting("okWord").trouble().orElseThrow()).startsWith("expected another word than ngWord");
        set("okWord", "\\q");
        assertThat(setting("okWord").trouble()).contains(ListenerForm.BAD_ESCAPE);
        assertThat(setting("okWord").value()).contains("\\q");
        presenter.save();
        assertThat(isClosed()).isFalse();
        presenter.set("okWord", Optional.empty());
        assertThat(form().usable()).isTrue();
        assertThat(form().changed()).isFalse();
    }

    @Test
    void whatADialectNeedsIsAskedForAndAWayBackLosesNothing() {
        editKeyence();
        own("dialect", "custom");
        assertThat(setting("rows").trouble().orElseThrow()).startsWith("missing");
        set("rows", List.of(Map.of("in", "TRG", "do", "fly", "result", "x")));
        assertThat(setting("rows").trouble().orElseThrow()).startsWith("[0].do: expected one of");
        own("port", -1);
        assertThat(setting("rows").trouble())
                .as("told beside what is wrong elsewhere")
                .isPresent();
        own("port", 8500);
        own("dialect", "keyence-xg");
        assertThat(setting("triggerMode").value()).contains("cv-compatible");
        assertThat(form().changed()).isFalse();
    }

    @Test
    void savesTheWholeAndCloses() {
        editKeyence();
        assertThat(form().peers()).isEqualTo(3);
        own("role", "view");
        own("maxConnections", 4);
        own("oneTooMany", "drop-oldest");
        set("resultSeparator", "\\t");
        presenter.save();

        assertThat(isClosed()).isTrue();
        var saved = source.get(1).entry();
        assertThat(saved.admission().role()).contains(Role.VIEW);
        assertThat(saved.oneTooMany()).isEqualTo(OneTooMany.DROP_OLDEST);
        assertThat(saved.options().written())
                .containsEntry("triggerMode", "cv-compatible")
                .containsEntry("resultSeparator", "\t");
        assertThat(changes).isEqualTo(1);
    }

    @Test
    void whatIsSoAnywayIsNotWritten() {
        presenter.add();
        bench.settle();
        own("maxConnections", 64);
        own("role", "operate");
        set("lineEnd", "same");
        presenter.save();
        bench.settle();

        assertThat(source.get(2).entry().written()).containsOnlyKeys("dialect", "port");
    }

    @Test
    void aPortThatIsTakenIsToldAtThePortAndNothingIsLost() {
        presenter.add();
        bench.settle();
        own("port", ScriptedListeners.TAKEN_PORT);
        own("maxConnections", 3);
        presenter.save();

        assertThat(own("port").trouble()).contains(ListenerForm.PORT_TAKEN);
        assertThat(own("maxConnections").value()).contains(3);
        assertThat(form().refused()).isEmpty();
        assertThat(form().working()).isFalse();
        assertThat(changes).isZero();
        own("port", 7503);
        presenter.save();
        assertThat(isClosed()).isTrue();
        assertThat(source.get(2).entry().port()).isEqualTo(7503);
    }

    @Test
    void removesOneButOffersNotToRemoveTheLast() {
        editKeyence();
        assertThat(form().last()).isFalse();
        presenter.remove();
        assertThat(isClosed()).isTrue();
        presenter.edit(source.get(0).at());
        assertThat(form().last()).isTrue();
    }

    @Test
    void whatIsNotSavedIsForgotten() {
        editKeyence();
        own("port", 8501);
        presenter.close();
        assertThat(isClosed()).isTrue();
        editKeyence();
        assertThat(own("port").value()).contains(8500);
    }
}
