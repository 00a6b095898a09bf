package org.shutterline.server.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.shutterline.protocol.plugin.BadSetting;

class JobContentTest {
    @Test
    void takesOnlyWhatAFileCanHold() {
        Map<String, Object> tree = JobContent.of("a", Map.of("a", 5L, "b", 2f, "c", BigInteger.TEN), Map.of())
                .tree();
        assertThat(tree).isEqualTo(Map.of("a", 5, "b", 2.0, "c", 10));
        assertThatThrownBy(() -> JobContent.of("a", Map.of("a", Double.NaN), Map.of()))
                .isInstanceOf(BadSetting.class);
        assertThatThrownBy(() -> JobContent.of("a", Map.of("a", new Object()), Map.of()))
                .isInstanceOf(BadSetting.class);
    }
}
