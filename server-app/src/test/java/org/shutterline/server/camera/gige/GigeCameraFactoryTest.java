package org.shutterline.server.camera.gige;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.BadSetting;
import org.shutterline.server.spi.CameraException;

class GigeCameraFactoryTest {
    @Test
    void saysWhatToInstall() {
        GigeCameraFactory factory = new GigeCameraFactory(List.of("no-such-library"));
        assertThatThrownBy(() -> factory.open(GigeCameras.options(Map.of("serial", "1"))))
                .isInstanceOfSatisfying(
                        CameraException.class, e -> assertThat(e.kind()).isEqualTo(CameraException.Kind.CAMERA_AWAY))
                .hasMessageContaining("apt install libaravis-0.8-0");
        assertThatThrownBy(factory::find).isInstanceOf(CameraException.class);
    }

    @Test
    void wantsEitherSerialOrAddress() {
        GigeCameraFactory factory = new GigeCameraFactory();
        for (Map<String, Object> wrong :
                List.<Map<String, Object>>of(Map.of(), Map.of("serial", "1", "address", "192.168.1.9"))) {
            assertThatThrownBy(() -> factory.describe(GigeCameras.options(wrong)))
                    .isInstanceOf(BadSetting.class)
                    .hasMessageContaining("either serial or address");
        }
        assertThat(factory.describe(GigeCameras.options(Map.of("serial", "GV01"))))
                .isEqualTo("GenICam camera serial GV01");
    }

    @Test
    void takesFeaturesOfAnyType() {
        GigeSettings settings =
                GigeSettings.read(GigeCameras.options(Map.of("serial", "1", "features", Map.of("GammaEnable", true))));
        assertThat(settings.features()).containsExactly(Map.entry("GammaEnable", "true"));
        assertThatThrownBy(() -> GigeCameras.options(Map.of("serial", "1", "features", Map.of("a b", "c"))))
                .isInstanceOf(BadSetting.class);
    }
}
