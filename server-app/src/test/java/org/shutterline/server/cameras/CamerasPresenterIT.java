package org.shutterline.server.cameras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.StationState;
import org.shutterline.server.monitor.BenchThread;

class CamerasPresenterIT {
    private final ScriptedCameras source = new ScriptedCameras();
    private final FindableDriver slope = new FindableDriver();
    private final BenchThread bench = new BenchThread("cameras", Clock.systemUTC());
    private volatile Optional<CamerasState> last = Optional.empty();
    private final CamerasPresenter presenter =
            new CamerasPresenter(source.driver(slope), bench, state -> last = Optional.of(state));

    @AfterEach
    void end() {
        presenter.watching(false);
        await().until(() -> slope.open.get() == 0);
        bench.close();
    }

    private CamerasState await1(Predicate<CamerasState> there) {
        await().until(() -> last.filter(there).isPresent());
        return last.orElseThrow();
    }

    private OpenCamera openWith(Predicate<OpenCamera> there) {
        return await1(state -> state.open().filter(there).isPresent()).open().orElseThrow();
    }

    private void begin() {
        presenter.start();
        presenter.watching(true);
    }

    private void findAndChoose(String serial) {
        presenter.find();
        CameraRow row =
                await1(state -> state.cameras().stream()
                                .anyMatch(one -> one.serial().equals(serial)))
                        .cameras()
                        .stream()
                        .filter(one -> one.serial().equals(serial))
                        .findFirst()
                        .orElseThrow();
        presenter.choose(row.key());
    }

    @Test
    void everyFoundCameraIsShownWithItsPicture() {
        slope.finds("A1").finds("A2");
        begin();
        presenter.find();

        CamerasState state = await1(now -> now.cameras().size() == 2
                && now.cameras().stream().allMatch(row -> row.picture().isPresent()));
        assertThat(state.search().found()).isEqualTo(2);
        assertThat(state.cameras()).extracting(CameraRow::name).containsOnly("Acme Slope 5");
    }

    @Test
    void aDriverThatCannotLookSaysWhyAndTheOthersGoOn() {
        slope.cannotLook("libaravis-0.8 is not installed");
        begin();
        presenter.find();

        CamerasState state =
                await1(now -> now.search().asked() && now.search().running().isEmpty());
        assertThat(state.search().troubles()).containsExactly(Map.entry("slope", "libaravis-0.8 is not installed"));
    }

    @Test
    void nothingStaysOpenWhenNobodyLooks() {
        slope.finds("A1");
        begin();
        findAndChoose("A1");
        openWith(OpenCamera::live);
        assertThat(slope.open).hasValue(1);

        presenter.watching(false);
        await().until(() -> slope.open.get() == 0);
        assertThat(source.bytesInUse()).isZero();
    }

    @Test
    void aChangedExposureShowsInTheLivePicture() {
        slope.finds("A1");
        begin();
        findAndChoose("A1");
        double before = openWith(open -> open.figures().isPresent())
                .figures()
                .orElseThrow()
                .white();

        presenter.set("exposureMs", Optional.of(4));
        OpenCamera brighter =
                openWith(open -> open.figures().filter(now -> now.white() > 0.5).isPresent());
        assertThat(before).isLessThan(0.01);
        assertThat(brighter.trouble()).isEmpty();

        presenter.set("exposureMs", Optional.of(1_000));
        assertThat(openWith(open -> open.trouble().isPresent()).settings())
                .filteredOn(setting -> setting.key().equals("exposureMs"))
                .allSatisfy(setting -> assertThat(setting.trouble()).isPresent());
    }

    @Test
    void aFoundCameraIsBoundByItsSerialAndLeavesTheListOfFreeOnes() {
        source.station(1, StationState.OFFLINE, "", "simulated", Map.of("widthPx", 160, "heightPx", 120));
        slope.finds("A1");
        begin();
        findAndChoose("A1");
        openWith(OpenCamera::live);

        presenter.bind(1);
        CamerasState state = await1(now -> now.told().isPresent());
        assertThat(state.told().orElseThrow().trouble()).isEmpty();
        assertThat(source.deeds()).containsExactly("bind 1 slope A1 {serial=A1}");
        assertThat(await1(now -> now.cameras().size() == 1)
                        .open()
                        .orElseThrow()
                        .row()
                        .key())
                .isEqualTo("station.1");
    }

    @Test
    void aNewStationGetsTheTypedCamera() {
        begin();
        presenter.addByHand("simulated");
        presenter.set("widthPx", Optional.of(160));
        presenter.set("heightPx", Optional.of(120));
        openWith(OpenCamera::live);

        presenter.addStation("plate-A");
        await1(now -> now.stations().equals(List.of(1)));
        assertThat(source.deeds()).containsExactly("add 1 plate-A simulated {widthPx=160, heightPx=120}");
    }

    @Test
    void aSecondClickGivesTheSameCameraToNoSecondStation() {
        begin();
        presenter.addByHand("simulated");
        presenter.addStation("plate-A");
        presenter.addStation("plate-A");
        await1(now -> now.stations().equals(List.of(1)));
        CompletableFuture<Boolean> written = new CompletableFuture<>();
        bench.aside(() -> written.complete(true));
        written.join();
        assertThat(source.deeds()).hasSize(1);
    }

    @Test
    void settingsOfAStationHoldBeforeTheyAreKept() {
        source.station(1, StationState.OFFLINE, "", "simulated", Map.of("widthPx", 160, "heightPx", 120));
        begin();
        openWith(OpenCamera::live);
        presenter.set("light", Optional.of(2.0));

        await().until(() -> source.deeds().size() == 2);
        assertThat(source.deeds().get(0)).isEqualTo("adjust 1");
        assertThat(source.deeds().get(1)).startsWith("keep 1 simulated").contains("light=2.0", "widthPx=160");
    }

    @Test
    void whatTheCameraRefusesIsNotKept() {
        source.station(1, StationState.OFFLINE, "", "simulated", Map.of("widthPx", 160, "heightPx", 120));
        source.refuse("the camera knows no such light");
        begin();
        openWith(OpenCamera::live);
        presenter.set("light", Optional.of(2.0));

        assertThat(openWith(open -> open.trouble().isPresent()).trouble().orElseThrow())
                .contains("knows no such light");
        assertThat(source.deeds()).isEmpty();
    }

    @Test
    void aStationThatIsOnlineIsNotChanged() {
        source.station(1, StationState.READY, "", "simulated", Map.of());
        begin();
        presenter.set("light", Optional.of(2.0));

        assertThat(await1(now -> now.told().isPresent()).told().orElseThrow().trouble())
                .hasValue("the station is online");
        assertThat(source.deeds()).isEmpty();
    }

    @Test
    void aFileThatCannotBeChangedIsTold() {
        source.station(1, StationState.OFFLINE, "", "simulated", Map.of("widthPx", 160, "heightPx", 120));
        source.fileTrouble("change it by hand");
        slope.finds("A1");
        begin();
        findAndChoose("A1");
        presenter.bind(1);

        assertThat(await1(now -> now.told().isPresent())
                        .told()
                        .orElseThrow()
                        .trouble()
                        .orElseThrow())
                .contains("change it by hand");
        assertThat(last.orElseThrow().cameras()).hasSize(2);
    }

    @Test
    void faultsComeAndGoAndStayAsTheyWereSet() {
        source.station(1, StationState.OFFLINE, "", "simulated", Map.of("widthPx", 160, "heightPx", 120));
        begin();
        presenter.faults(true, Map.of("drop", 0.25));
        OpenCamera on = openWith(OpenCamera::faultsOn);
        assertThat(on.row().faults()).isTrue();
        assertThat(on.faults()).containsEntry("drop", 0.25);

        presenter.faults(false, Map.of("drop", 0.25));
        assertThat(openWith(open -> !open.faultsOn()).faults()).containsEntry("drop", 0.25);
    }
}
