package org.shutterline.client.operator;

import java.util.function.Predicate;
import org.shutterline.client.language.Ability;
import org.shutterline.protocol.message.Role;
import org.shutterline.protocol.message.StationState;
import org.shutterline.protocol.message.StationStatus;

/** Whether a picture can be taken now, and if not, why. On the bench. */
record Readiness(Reconnector connection, Predicate<Ability> can, Capturing capturing, StationTalk talk) {
    boolean isReady() {
        return now() == OperatorState.Capture.READY;
    }

    OperatorState.Capture now() {
        if (!connection.stands()) {
            return OperatorState.Capture.NO_CONNECTION;
        }
        if (!can.test(Ability.TRIGGER)) {
            return OperatorState.Capture.NOT_IN_LANGUAGE;
        }
        if (!connection.connection().mayDo(Role.TRIGGER)) {
            return OperatorState.Capture.NOT_ALLOWED;
        }
        if (capturing.running()) {
            return OperatorState.Capture.RUNNING;
        }
        StationState state = talk.status().map(StationStatus::state).orElse(StationState.READY);
        if (state == StationState.OFFLINE) {
            return OperatorState.Capture.OFFLINE;
        }
        return state == StationState.FAULT ? OperatorState.Capture.FAULT : OperatorState.Capture.READY;
    }
}
