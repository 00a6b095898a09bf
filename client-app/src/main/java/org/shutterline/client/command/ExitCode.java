package org.shutterline.client.command;

import org.shutterline.protocol.message.Reply;
import org.shutterline.protocol.message.Verdict;

/** What a command tells the script that called it. Part of the wire contract. */
public final class ExitCode {
    public static final int OK = 0;
    public static final int NG = 1;
    public static final int UNKNOWN = 2;
    public static final int REFUSED = 3;
    /** There is no connection, or it was lost before the reply. */
    public static final int NO_CONNECTION = 4;

    public static final int WRONG_ARGUMENTS = 64;

    private ExitCode() {}

    /** Of a trigger: only a judged result is good or bad; a reply that says neither must not pass for a good part. */
    static int ofTrigger(Reply reply) {
        if (reply instanceof Reply.Refused) {
            return REFUSED;
        }
        if (reply instanceof Reply.Found found) {
            return of(found.result().verdict());
        }
        return reply instanceof Reply.Repeated repeated ? of(repeated.result().verdict()) : UNKNOWN;
    }

    static int ofStatus(Reply reply) {
        if (reply instanceof Reply.Refused) {
            return REFUSED;
        }
        return reply instanceof Reply.Status ? OK : UNKNOWN;
    }

    static int ofJob(Reply reply) {
        if (reply instanceof Reply.Refused) {
            return REFUSED;
        }
        return reply instanceof Reply.JobOf || reply instanceof Reply.JobChanged ? OK : UNKNOWN;
    }

    private static int of(Verdict verdict) {
        return switch (verdict) {
            case OK -> OK;
            case NG -> NG;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
