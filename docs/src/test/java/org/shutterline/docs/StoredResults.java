package org.shutterline.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a server has of a station, page by page. */
final class StoredResults {
    private StoredResults() {}

    /** In the order in which it is told. */
    static List<JsonNode> after(Talk talk, int station, long id) throws IOException {
        List<JsonNode> stored = new ArrayList<>();
        assertThat(talk.ask("FORMAT,JSON")).contains("\"OK\"");
        long last = id;
        while (true) {
            int count = Json.read(talk.ask("SINCE" + station + "," + last))
                    .get("count")
                    .asInt();
            for (int n = 0; n < count; n++) {
                JsonNode result = Json.read(talk.line());
                last = result.get("id").asLong();
                stored.add(result);
            }
            if (count == 0) {
                break;
            }
        }
        assertThat(talk.ask("FORMAT,FIELDS")).isEqualTo("FORMAT,OK");
        return stored;
    }
}
