package org.shutterline.docs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An oracle that finds nothing must have been able to find something. */
class OracleTest {
    private final Oracle oracle = new Oracle();

    private void done(String part, long id) {
        oracle.sent(part);
        oracle.answered("a", part, List.of("T1", "OK", Long.toString(id), "1.0"));
        stored(part, id, "OK");
    }

    private void stored(String part, long id, String verdict) {
        ObjectNode result = new ObjectMapper().createObjectNode();
        oracle.stored(result.put("id", id).put("part", part).put("status", verdict));
    }

    @Test
    void findsNothingWhereAllFits() {
        done("a", 1);
        done("b", 2);
        oracle.sent("c");
        oracle.answered("a", "c", List.of("ER", "T1", "11", "station busy"));
        oracle.pictured(1, 7);
        oracle.pictured(2, 8);
        oracle.counted(List.of("S1", "OK", "READY", "plate", "2", "2", "2", "0", "0", "1"), 0, 0);
        assertThat(oracle.verdict()).isEmpty();
    }

    @Test
    void findsAnAnswerThatIsNotStored() {
        oracle.sent("a");
        oracle.answered("a", "a", List.of("T1", "OK", "1", "1.0"));
        assertThat(oracle.verdict()).containsExactly("result 1 of part a was answered and is not stored");
    }

    @Test
    void findsAPartWithoutAnOutcome() {
        done("a", 1);
        oracle.sent("b");
        assertThat(oracle.verdict()).containsExactly("part b was sent and has no outcome");
        oracle.lost("b");
        assertThat(oracle.verdict()).isEmpty();
        oracle.sent("c");
        oracle.answered("a", "c", List.of("ER", "T1", "11", "station busy"));
        assertThat(oracle.verdict()).isEmpty();
    }

    @Test
    void findsAResultOfAPartThatNobodySent() {
        stored("x", 1, "OK");
        assertThat(oracle.verdict()).containsExactly("result 1 is of part x, which nobody sent");
    }

    @Test
    void findsAPartThatIsStoredTwice() {
        done("a", 1);
        stored("a", 2, "OK");
        assertThat(oracle.verdict()).containsExactly("part a is stored twice, the second time as 2");
    }

    @Test
    void findsAResultThatWasNeverAnswered() {
        oracle.sent("a");
        stored("a", 1, "OK");
        assertThat(oracle.verdict()).hasSize(1);
        oracle.lost("a");
        assertThat(oracle.verdict()).isEmpty();
    }

    @Test
    void findsIdsThatDoNotRise() {
        done("a", 2);
        done("b", 1);
        assertThat(oracle.verdict()).contains("id 1 came behind 2", "result 1 is stored behind 2");
    }

    @Test
    void findsAnotherVerdict() {
        oracle.sent("a");
        oracle.answered("a", "a", List.of("T1", "OK", "1", "1.0"));
        stored("a", 1, "NG");
        assertThat(oracle.verdict()).hasSize(1);
    }

    @Test
    void findsOnePictureOfTwoResults() {
        done("a", 1);
        done("b", 2);
        oracle.pictured(1, 7);
        oracle.pictured(2, 7);
        assertThat(oracle.verdict()).hasSize(1);
    }

    @Test
    void findsCountersThatDoNotAddUp() {
        done("a", 1);
        oracle.counted(List.of("S1", "OK", "READY", "plate", "1", "2", "1", "0", "0", "0"), 0, 0);
        assertThat(oracle.verdict()).hasSize(2);
    }
}
