package org.shutterline.server.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.shutterline.protocol.message.Detail;
import org.shutterline.protocol.message.Verdict;

class ResultJsonTest {
    private final Detail detail = Samples.detail(7, 1, Verdict.NG);

    @Test
    void readsTheValuesAsTheyWere() throws Exception {
        ResultJsonReader read = ResultJsonReader.read(ResultJson.measured(detail.result()));
        assertThat(read.values).isEqualTo(detail.result().values());
        assertThat(read.keys).isEqualTo(detail.result().keys());
    }

    @Test
    void readsTheRestAsItWas() throws Exception {
        ResultJsonReader read = ResultJsonReader.read(ResultJson.more(detail));
        assertThat(read.overlays).isEqualTo(detail.overlays());
        assertThat(read.stages).isEqualTo(detail.stages());
        assertThat(read.notes).isEqualTo(detail.notes());
    }

    @Test
    void passesOverWhatItDoesNotKnow() throws Exception {
        ResultJsonReader read = ResultJsonReader.read(
                "{\"later\":{\"a\":[1,{\"b\":2}]},\"values\":[{\"new\":[1],\"name\":\"x\"}],\"keys\":{\"k\":\"v\"}}");
        assertThat(read.values).extracting("name").containsExactly("x");
        assertThat(read.keys).containsEntry("k", "v");
    }
}
