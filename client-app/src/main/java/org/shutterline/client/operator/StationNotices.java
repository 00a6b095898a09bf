package org.shutterline.client.operator;

import java.util.Optional;
import org.shutterline.protocol.message.Code;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;

/** What the operator is told of the station: that it takes no triggers, and what it refused. On the bench. */
record StationNotices(Notices notices) {
    void stands(StationStatus now) {
        if (now.state() == StationState.OFFLINE || now.state() == StationState.FAULT) {
            notices.tell(new Notice(
                    Notice.Topic.STATION,
                    Notice.Kind.WARNING,
                    Phrase.of("station." + now.state(), now.station()),
                    Phrase.of("station.next." + now.state()),
                    Optional.empty(),
                    Optional.empty()));
        } else {
            silent();
        }
    }

    /** Nothing is known of it any more. */
    void silent() {
        notices.close(Notice.Topic.STATION);
    }

    void refused(Code code) {
        notices.mention(Notice.Topic.REFUSAL, Phrase.of("refused." + code), Phrase.of("refused.nothingChanged"));
    }
}
