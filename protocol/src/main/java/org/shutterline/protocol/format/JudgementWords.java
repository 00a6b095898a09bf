package org.shutterline.protocol.format;

import java.util.Optional;
import org.shutterline.protocol.message.Verdict;

/** The words of a format for the three verdicts. That for good is no other's, so that nothing is taken for good that is not. */
public record JudgementWords(String ok, String ng, String unknown) {
    /** @throws IllegalArgumentException if the word for good is used for another verdict too */
    public JudgementWords {
        if (ok.equals(ng) || ok.equals(unknown)) {
            throw new IllegalArgumentException("the word for OK must differ from the others");
        }
    }

    /** The verdict with this word; UNKNOWN where it and NG share one. Empty if it is none of the three. */
    public Optional<Verdict> verdict(String word) {
        if (word.equals(ok)) {
            return Optional.of(Verdict.OK);
        }
        if (word.equals(unknown)) {
            return Optional.of(Verdict.UNKNOWN);
        }
        return word.equals(ng) ? Optional.of(Verdict.NG) : Optional.empty();
    }

    public String of(Verdict verdict) {
        return switch (verdict) {
            case OK -> ok;
            case NG -> ng;
            case UNKNOWN -> unknown;
        };
    }
}
